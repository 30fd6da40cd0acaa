package org.activationdesk;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * The desk's time: everything asks this clock, and nothing else, what time it is. An auto-configuration, so that another
 * clock can stand in for it. It counts microseconds as the database does, so a time that was written down is the same
 * when it is read.
 */
@AutoConfiguration
class DeskClock {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }
}
