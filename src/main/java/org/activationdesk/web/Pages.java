package org.activationdesk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.activationdesk.mail.MailSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What all pages share: whom to ask stands below them, and who lost a race is asked to try again. */
@ControllerAdvice(annotations = Controller.class)
class Pages {
    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);

    private final MailSettings mail;

    Pages(MailSettings mail) {
        this.mail = mail;
    }

    @ModelAttribute("replyTo")
    String replyTo() {
        return mail.replyTo();
    }

    @ExceptionHandler
    ModelAndView nothingThere(NothingThere missing) {
        return error(HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler
    ModelAndView busy(ConcurrencyFailureException collision) {
        return error(HttpStatus.SERVICE_UNAVAILABLE);
    }

    /** A statement took longer than one of a web request may, or no connection was free in time. */
    @ExceptionHandler({QueryTimeoutException.class, DataAccessResourceFailureException.class})
    ModelAndView overloaded(DataAccessException failure, HttpServletRequest request, HttpServletResponse response) {
        LOG.warn(
                "{} {} took too long: {}",
                request.getMethod(),
                request.getRequestURI(),
                failure.getClass().getSimpleName());
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        return error(HttpStatus.SERVICE_UNAVAILABLE);
    }

    static ModelAndView error(HttpStatus status) {
        return new ModelAndView("error", Map.of("status", status.value()), status);
    }

    /** What is asked for does not exist, or is not for the one who asks, which is not told. */
    static class NothingThere extends RuntimeException {}
}
