package org.activationdesk.benchmark;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Real orders of which thousands of copies are made: one for each kind of holder of an open task, and one that has ended. */
enum Sample {
    ADMINISTRATOR,
    PARTNER,
    MANAGERS,
    ENDED;

    static final int PARTNERS = 200;
    static final int ADMINISTRATORS = 20_000;

    Order order() {
        return new Order("SAMPLE-" + name(), 0);
    }

    /** Settings of all partners, {@code p0} and so on, besides the one that is in desk.yaml. */
    static Map<String, Object> partners() {
        return IntStream.range(0, PARTNERS)
                .boxed()
                .flatMap(number -> Stream.of(
                        "name=Partner " + number,
                        "tenant-id=30000000-0000-4000-8000-%012d".formatted(number),
                        "mail-domain=p" + number + ".example",
                        "escalation-address=licences@p" + number + ".example",
                        "language=" + (number % 2 == 0 ? "nl" : "en"),
                        "country=NL",
                        "api-client=p" + number + "-orders")
                        .map(setting -> "activation.partners.p" + number + "." + setting))
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
    }
}
