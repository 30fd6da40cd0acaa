package org.activationdesk;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * The desk's time: everything asks this clock, and nothing else, what time it is. An auto-configuration, so that another
 * clock can stand in for it.
 */
@AutoConfiguration
class DeskClock {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
