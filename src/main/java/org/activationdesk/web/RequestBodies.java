package org.activationdesk.web;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.apache.catalina.filters.FailedRequestFilter;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** How bodies of requests come in. */
@Configuration(proxyBeanMethods = false)
class RequestBodies {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slowBodies() {
        return server -> server.addEngineValves(new SlowBodies());
    }

    /** A form that has not come in whole is refused; Tomcat would go on with the fields that it has. */
    @Bean
    FilterRegistrationBean<FailedRequestFilter> wholeForms() {
        var filter = new FilterRegistrationBean<>(new FailedRequestFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    /** Nothing that people write has a NUL, and PostgreSQL takes none. Spring's own firewall would log what was written, a key say. */
    @Bean
    FilterRegistrationBean<Filter> noNulls() {
        var filter = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            if (hasNull(request)) {
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_BAD_REQUEST);
            } else {
                chain.doFilter(request, response);
            }
        });
        filter.setName("noNulls");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return filter;
    }

    private static boolean hasNull(ServletRequest request) {
        return request.getParameterMap().values().stream()
                .flatMap(Stream::of)
                .anyMatch(value -> value.indexOf('\0') >= 0);
    }
}
