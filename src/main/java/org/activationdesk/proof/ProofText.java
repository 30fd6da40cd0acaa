package org.activationdesk.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.activationdesk.document.Writing;
import org.activationdesk.document.Writing.Column;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.proof.ProofContents.AcceptedText;
import org.activationdesk.proof.ProofContents.Standing;

/** What the paper and the page of a proof say below its title, from top to bottom. Texts are in the message bundles. */
record ProofText(Writing paper, ProofContents proof, Texts texts, Language language) {
    void write() {
        paper.paragraph(say(
                "proof.lead",
                proof.order().number(),
                proof.agreement().organisation(),
                proof.order().partnerName()));
        order(proof.order(), proof.agreement());
        done(proof.renewal(), proof.administrator());
        standing(proof.before(), proof.after());
        if (proof.acceptedText() != null) {
            accepted(proof.acceptedText());
        }
        timeline();
        mails();
    }

    private void order(ProofContents.Order order, ProofContents.Agreement agreement) {
        paper.heading(say("proof.order"));
        fact("proof.asOf", moment(proof.asOf()));
        fact("mail.about.product", order.product());
        fact("mail.about.quantity", String.valueOf(order.quantity()));
        fact("mail.about.organisation", agreement.organisation());
        fact("mail.about.program", named("program.", agreement.program()));
        if (agreement.licence() != null) {
            fact("proof.licence", agreement.licence());
        }
        fact("mail.about.order", order.number() + ", " + date(order.orderedOn()));
        fact("mail.about.partner", order.partnerName());
    }

    private void done(ProofContents.Renewal renewal, ProofContents.Administrator who) {
        paper.heading(say("proof.done"));
        fact("mail.confirmation.effect", named("effect.", renewal.effect()));
        fact("mail.confirmation.route", named("route.", renewal.route()));
        fact("mail.confirmation.by", person(who.account(), who.username()));
        fact("mail.confirmation.on", moment(renewal.reportedAt()));
        fact("proof.invited", person(who.invited(), who.email()));
    }

    private void standing(Standing before, Standing after) {
        paper.heading(say("proof.standing"))
                .table(
                        List.of(column("proof.what", 37), column("proof.before", 64.5), column("proof.after", 64.5)),
                        List.of(
                                row("proof.domain", before.tenantDomain(), after.tenantDomain()),
                                row("proof.tenant", before.tenantId(), after.tenantId()),
                                row("proof.endDate", date(before.endDate()), date(after.endDate())),
                                row("mail.about.quantity", before.seats(), after.seats())));
    }

    private void accepted(AcceptedText accepted) {
        paper.heading(say("proof.accepted"));
        fact("proof.acceptedBy", accepted.acceptedBy());
        fact("mail.confirmation.on", moment(accepted.acceptedAt()));
        fact("proof.version", accepted.version() + ", " + named("language.", accepted.language()));
        paper.digest("SHA-256", accepted.sha256());
        if (accepted.text() != null && !accepted.text().isBlank()) {
            paper.quote(
                    accepted.language(),
                    accepted.text().lines().filter(line -> !line.isBlank()).toList());
        }
    }

    private void timeline() {
        paper.heading(say("proof.timeline"))
                .table(
                        List.of(column("proof.when", 53), column("proof.what", 73), column("proof.who", 40)),
                        proof.timeline().stream()
                                .map(entry -> List.of(
                                        moment(entry.at()),
                                        named("event.", entry.event()),
                                        "desk".equals(entry.who()) ? say("desk.name") : said(entry.who())))
                                .toList());
    }

    private void mails() {
        paper.heading(say("proof.mails"))
                .table(
                        List.of(
                                column("proof.sent", 53),
                                column("proof.what", 36),
                                column("proof.recipient", 44),
                                column("proof.state", 33)),
                        proof.mails().stream()
                                .map(mail -> List.of(
                                        moment(mail.sentAt()),
                                        named("mail.kind.", mail.kind()),
                                        said(mail.recipient()),
                                        named("mail.state.", mail.state())))
                                .toList())
                .note(say("proof.mails.own"));
    }

    private Column column(String key, double width) {
        return new Column(say(key), width);
    }

    private List<String> row(String key, Object before, Object after) {
        return List.of(say(key), known(before), known(after));
    }

    private void fact(String key, String value) {
        paper.fact(say(key), said(value));
    }

    private String say(String key, Object... arguments) {
        return texts.get(language, key, arguments);
    }

    private String named(String keys, Object code) {
        return code == null ? "" : say(keys + code);
    }

    private String known(Object value) {
        return value == null ? say("proof.unknown") : value.toString();
    }

    private static String person(String name, String account) {
        return said(name) + " (" + said(account) + ")";
    }

    private static String said(String text) {
        return Objects.toString(text, "");
    }

    private String date(LocalDate date) {
        return date == null ? null : texts.date(language, date);
    }

    private String moment(Instant moment) {
        return moment == null ? "" : texts.exactMoment(language, moment);
    }
}
