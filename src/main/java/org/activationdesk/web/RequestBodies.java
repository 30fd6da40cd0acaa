package org.activationdesk.web;

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
}
