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
    ModelAndView noSuchOrder(OrderAccess.NoSuchOrder unknown) {
        HttpStatus status = HttpStatus.NOT_FOUND;
        return new ModelAndView("error", Map.of("status", status.value()), status);
    }

    @ExceptionHandler
    ModelAndView busy(ConcurrencyFailureException collision) {
        HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
        return new ModelAndView("error", Map.of("status", status.value()), status);
    }
}
