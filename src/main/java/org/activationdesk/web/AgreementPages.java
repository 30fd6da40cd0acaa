package org.activationdesk.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.activationdesk.agreement.AgreementContact;
import org.activationdesk.agreement.AgreementOverview;
import org.activationdesk.agreement.AgreementOverview.Risk;
import org.activationdesk.agreement.AgreementOverviews;
import org.activationdesk.agreement.ContactChecks;
import org.activationdesk.agreement.ContactChecks.Asked;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.partner.Partner;
import org.activationdesk.partner.Partners;
import org.activationdesk.signin.Account;
import org.activationdesk.signin.DeskUser;
import org.activationdesk.signin.Groups;
import org.activationdesk.web.Pages.NothingThere;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a partner sees on whom its agreements hang, and asks these people whether they are still there; managers see all. */
@Controller
@RequestMapping("/agreements")
class AgreementPages {
    private final AgreementOverviews overviews;
    private final ContactChecks checks;
    private final Partners partners;
    private final Texts texts;

    AgreementPages(AgreementOverviews overviews, ContactChecks checks, Partners partners, Texts texts) {
        this.overviews = overviews;
        this.checks = checks;
        this.partners = partners;
        this.texts = texts;
    }

    /** What stands in the address may be typed by hand: a risk that is none filters nothing. */
    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String risk,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal DeskUser user,
            Locale locale) {
        Optional<String> scope = scope(user.account());
        Optional<Risk> wanted = Stream.of(Risk.values())
                .filter(known -> known.name().equals(risk))
                .findAny();
        Language language = Language.of(locale);
        String words = SearchField.words(search);
        AgreementOverviews.Page found = overviews.page(scope, words, wanted, Math.max(page, 1));
        int pages = Math.max(1, (found.all() + AgreementOverviews.PAGE - 1) / AgreementOverviews.PAGE);
        return new ModelAndView("agreements")
                .addObject("agreements", row(found.agreements(), language))
                .addObject("search", words)
                .addObject("risk", wanted.orElse(null))
                .addObject("risks", Risk.values())
                .addObject("confirmedSince", texts.date(language, overviews.confirmedSince()))
                .addObject("all", scope.isEmpty())
                .addObject("page", Math.min(Math.max(page, 1), pages))
                .addObject("pages", pages);
    }

    /** Asks a contact whether it still is one. */
    @PostMapping("/{agreement}/ask")
    String ask(
            @PathVariable long agreement,
            @RequestParam String email,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String risk,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        Asked asked = checks.ask(
                        scope(user.account()), agreement, email, user.account().id())
                .orElseThrow(NothingThere::new);
        next.addFlashAttribute("asked", asked.name());
        next.addFlashAttribute("askedWhom", email);
        next.addAttribute("search", search);
        next.addAttribute("risk", risk);
        next.addAttribute("page", page);
        return "redirect:/agreements";
    }

    /** The partner whose agreements somebody sees, or none for managers, who see those of all. */
    private Optional<String> scope(Account account) {
        if (account.in(Groups.MANAGERS)) {
            return Optional.empty();
        }
        return Optional.of(partners.ofTenant(account.tenantId())
                .map(Partner::id)
                .filter(partner -> account.in(Groups.ofPartner(partner)))
                .orElseThrow(() -> new AccessDeniedException("Agreements are for their partner and for managers.")));
    }

    private List<Row> row(List<AgreementOverview> agreements, Language language) {
        return agreements.stream()
                .map(agreement -> new Row(
                        agreement.id(),
                        agreement.organisation(),
                        texts.get(language, "program." + agreement.program()) + ", " + agreement.licence(),
                        agreement.partner(),
                        agreement.risks(),
                        agreement.contacts().stream()
                                .map(contact -> person(contact, language))
                                .toList()))
                .toList();
    }

    private Person person(AgreementContact contact, Language language) {
        return new Person(
                contact.name(),
                contact.email(),
                contact.role().name(),
                contact.confirmedOn() == null ? null : texts.date(language, contact.confirmedOn()),
                ContactChecks.THEMSELVES.equals(contact.confirmedBy()) ? null : contact.confirmedBy(),
                contact.invalidSince() == null ? null : texts.date(language, contact.invalidSince()),
                contact.invalidReason(),
                contact.askedAt() == null ? null : texts.date(language, contact.askedAt()),
                contact.invalidSince() == null && !checks.restsNow(contact));
    }

    /** An agreement as the page shows it. */
    record Row(long id, String organisation, String licence, String partner, Set<Risk> risks, List<Person> contacts) {}

    /**
     * A contact as the page shows it; dates are written out or null.
     *
     * @param confirmedBy null where the contact did so itself
     * @param mayAsk whether there is a button
     */
    record Person(
            String name,
            String email,
            String role,
            String confirmedOn,
            String confirmedBy,
            String invalidSince,
            String invalidReason,
            String askedOn,
            boolean mayAsk) {}
}
