package org.activationdesk.tryout;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.activationdesk.tryout.TimeTravel.Fired;
import org.activationdesk.tryout.TimeTravel.Mark;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Where visitors move the desk's time and see what that sets off. A script gets JSON, a browser gets pages. */
final class ClockPage {
    private static final List<Step> STEPS = List.of(
            new Step("P1D", "1 day"),
            new Step("P2D", "2 days"),
            new Step("P5D", "5 days"),
            new Step("P7D", "7 days"),
            new Step("P1M", "1 month"));

    private final MovableClock clock;
    private final TimeTravel travel;

    ClockPage(MovableClock clock, TimeTravel travel) {
        this.clock = clock;
        this.travel = travel;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/clock", this::show)
                .POST("/clock", this::move)
                .build();
    }

    private ServerResponse show(ServerRequest request) {
        Map<String, Object> model = new HashMap<>();
        if (request.param("event").isPresent() && request.param("mail").isPresent()) {
            model.put("fired", travel.since(mark(request)));
        }
        return page(HttpStatus.OK, model);
    }

    private static Mark mark(ServerRequest request) {
        try {
            return new Mark(
                    Long.parseLong(request.param("event").orElseThrow()),
                    Integer.parseInt(request.param("mail").orElseThrow()));
        } catch (NumberFormatException tampered) {
            return new Mark(Long.MAX_VALUE, Integer.MAX_VALUE);
        }
    }

    private ServerResponse move(ServerRequest request) {
        boolean browser = request.headers().accept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
        try {
            Mark before = travel.mark();
            Fired fired = travel.forward(TimeStep.of(request.param("plus").orElse("")));
            return browser ? backToPage(before) : ServerResponse.ok().body(new Answer(clock.instant(), fired));
        } catch (IllegalArgumentException notAStep) {
            return browser
                    ? page(HttpStatus.BAD_REQUEST, new HashMap<>(Map.of("problem", notAStep.getMessage())))
                    : problem(notAStep.getMessage());
        }
    }

    // Reloading the page that this leads to moves nothing.
    private static ServerResponse backToPage(Mark before) {
        return ServerResponse.seeOther(URI.create("/clock?event=%d&mail=%d".formatted(before.event(), before.mail())))
                .build();
    }

    private static ServerResponse problem(String sentence) {
        return ServerResponse.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, sentence));
    }

    private ServerResponse page(HttpStatus status, Map<String, Object> model) {
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(Locale.UK)
                .withZone(clock.getZone());
        model.put("now", format.format(clock.instant()));
        model.put("format", format);
        model.put("moved", !clock.ahead().isZero());
        model.put("ahead", inWords(clock.ahead()));
        model.put("steps", STEPS);
        return TryOutPage.html(status, Locale.ENGLISH, "clock", model);
    }

    private static String inWords(Duration ahead) {
        return Stream.of(
                        counted(ahead.toDays(), "day"),
                        counted(ahead.toHoursPart(), "hour"),
                        counted(ahead.toMinutesPart(), "minute"))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String counted(long number, String unit) {
        return number == 0 ? "" : number + " " + unit + (number == 1 ? "" : "s");
    }

    record Step(String period, String label) {}

    record Answer(Instant now, Fired fired) {}
}
