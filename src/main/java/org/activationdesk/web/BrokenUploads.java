package org.activationdesk.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** A form that cannot be taken apart. It fails before it has reached any page, so this advice is for none in particular. */
@ControllerAdvice
class BrokenUploads {
    @ExceptionHandler
    ModelAndView broken(MultipartException upload) {
        return Pages.error(HttpStatus.BAD_REQUEST);
    }
}
