package org.activationdesk.web;

import jakarta.servlet.http.HttpServletRequest;
import org.activationdesk.agreement.ContactCheck;
import org.activationdesk.agreement.ContactChecks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a contact says whether it still is one. The link proves the mailbox, which is all that the answer is about, so nobody
 * signs in. Opening it changes nothing.
 */
@Controller
@RequestMapping("/contact/{token}")
class ContactPages {
    private final ContactChecks checks;
    private final LinkThrottle throttle;

    ContactPages(ContactChecks checks, LinkThrottle throttle) {
        this.checks = checks;
        this.throttle = throttle;
    }

    @GetMapping
    ModelAndView open(@PathVariable String token, HttpServletRequest request) {
        return checks.find(token)
                .map(check -> page(check, token))
                .orElseGet(() -> unknown(
                        throttle.isMissTooMany(request.getRemoteAddr())
                                ? HttpStatus.TOO_MANY_REQUESTS
                                : HttpStatus.NOT_FOUND));
    }

    /** The answer, {@code still} or {@code gone}; anything else leads back to the question. */
    @PostMapping
    String answer(@PathVariable String token, @RequestParam(defaultValue = "") String answer) {
        if (answer.equals("still") || answer.equals("gone")) {
            checks.answer(token, answer.equals("still"));
        }
        return "redirect:/contact/{token}";
    }

    private static ModelAndView page(ContactCheck check, String token) {
        return new ModelAndView("contact")
                .addObject("state", check.state().name())
                .addObject("organisation", check.organisation())
                .addObject("partner", check.partner())
                .addObject("email", check.email())
                .addObject("role", check.role().name())
                .addObject("token", token);
    }

    private static ModelAndView unknown(HttpStatus status) {
        ModelAndView page = new ModelAndView("contact");
        page.addObject("state", "UNKNOWN");
        page.setStatus(status);
        return page;
    }
}
