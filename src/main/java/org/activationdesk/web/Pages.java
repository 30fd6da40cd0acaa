package org.activationdesk.web;

import java.util.Map;
import org.activationdesk.mail.MailSettings;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What all pages share: whom to ask stands below them, and who lost a race is asked to try again. */
@ControllerAdvice(annotations = Controller.class)
class Pages {
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

    static ModelAndView error(HttpStatus status) {
        return new ModelAndView("error", Map.of("status", status.value()), status);
    }

    /** What is asked for does not exist, or is not for the one who asks, which is not told. */
    static class NothingThere extends RuntimeException {}
}
