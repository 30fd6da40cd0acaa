package org.activationdesk.signin;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Why a call of the web apps is not answered: one line in the log, and an answer of the form that Tasklist shows to its reader.
 *
 * @param message for whoever called; never with what the call has sent, as it stands in the log as well
 */
record Refusal(HttpStatus status, String message) {
    private static final Logger LOG = LoggerFactory.getLogger(Refusal.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        log(request);
        response.setStatus(status.value());
        headers().forEach(response::setHeader);
        JSON.writeValue(response.getOutputStream(), body());
    }

    void log(HttpServletRequest request) {
        LOG.info("{} {} refused with {}: {}", request.getMethod(), request.getRequestURI(), status.value(), message);
    }

    /** Whoever comes too often, or asks what takes too long, may come again in some seconds. */
    Map<String, String> headers() {
        boolean later = status == HttpStatus.TOO_MANY_REQUESTS || status == HttpStatus.SERVICE_UNAVAILABLE;
        return later
                ? Map.of(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE, HttpHeaders.RETRY_AFTER, "5")
                : Map.of(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
    }

    Map<String, String> body() {
        return Map.of("type", "Refused", "message", message);
    }
}
