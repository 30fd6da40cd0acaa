package org.activationdesk.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BrowserClockTest {
    private MovableClock clock;

    @TempDir
    private Path folder;

    @AfterEach
    void backToTheTimeOfTheWorld() {
        clock.reset();
    }

    @Test
    void aWebAppGoesByTheDesksTimeOnceThatWasMoved() throws Exception {
        clock = new MovableClock(folder.resolve("clock"));
        assertThat(settings()).isEqualTo("settings");

        clock.forward(TimeStep.of("P19D"));
        assertThat(settings())
                .startsWith("globalThis.Date = ")
                .contains("time.now() + " + clock.ahead().toMillis())
                .endsWith("settings");
        assertThat(clock.ahead()).isGreaterThan(Duration.ofDays(18));
    }

    private String settings() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new BrowserClock(clock)
                .doFilter(
                        new MockHttpServletRequest("GET", "/camunda/app/tasklist/scripts/config.js"),
                        response,
                        (request, answer) -> answer.getOutputStream().write("settings".getBytes()));
        return response.getContentAsString();
    }
}
