package org.activationdesk.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * What nothing else has answered: a page in the reader's language for browsers, which ask for HTML by name, and problem
 * details (RFC 9457) for programs.
 */
@Controller
class ErrorPages implements ErrorController {
    private final ErrorAttributes faults;

    ErrorPages(ErrorAttributes faults) {
        this.faults = faults;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        HttpStatus status = status(request);
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE)
                ? Pages.error(status)
                : ResponseEntity.status(status)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(problem(status, request));
    }

    /** Whoever opens this address by hand finds nothing here. */
    private static HttpStatus status(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(code -> HttpStatus.resolve((Integer) code))
                .orElse(HttpStatus.NOT_FOUND);
    }

    private ProblemDetail problem(HttpStatus status, HttpServletRequest request) {
        return faults.getError(new ServletWebRequest(request)) instanceof ErrorResponse known
                ? known.getBody()
                : ProblemDetail.forStatus(status);
    }
}
