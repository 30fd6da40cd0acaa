package org.activationdesk.tryout;

import java.io.IOException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The parts that live inside the desk: mail server, inbox, clock, and their pages. No @Configuration and no
 * &#64;Controller in this package: the desk's component scan would find them in every test.
 */
class TryOutParts {
    // Style and icon of the desk are those of its error page, which answers here as well.
    private static final String POLICY =
            "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    @Bean
    TryOutSettings tryOutSettings(Environment environment) {
        return TryOutSettings.of(environment);
    }

    @Bean
    MovableClock clock(TryOutSettings settings) {
        return new MovableClock(TryOutFolder.clock(settings.path()));
    }

    @Bean
    Inbox inbox(TryOutSettings settings) throws IOException {
        return new Inbox(TryOutFolder.mails(settings.path()));
    }

    @Bean
    Mailboxes mailboxes() {
        return new Mailboxes();
    }

    @Bean
    MailServer mailServer(Inbox inbox, Mailboxes mailboxes, TryOutSettings settings) {
        return new MailServer(inbox, mailboxes, settings.smtpPort(), settings.imapPort());
    }

    @Bean
    RouterFunction<ServerResponse> inboxPage(Inbox inbox) {
        return new InboxPage(inbox).routes();
    }

    @Bean
    TimeTravel timeTravel(MovableClock clock, ProcessEngine engine, DataSource source, Inbox inbox) {
        return new TimeTravel(clock, engine, JdbcClient.create(source), inbox);
    }

    @Bean
    RouterFunction<ServerResponse> clockPage(MovableClock clock, TimeTravel travel) {
        return new ClockPage(clock, travel).routes();
    }

    @Bean
    BrowserClock browserClock(MovableClock clock) {
        return new BrowserClock(clock);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain tryOutPages(HttpSecurity http) throws Exception {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        return http.securityMatcher(new OrRequestMatcher(
                        path.matcher("/inbox/**"), path.matcher("/inbox.json"), path.matcher("/clock")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)))
                .build();
    }
}
