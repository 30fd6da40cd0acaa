package org.activationdesk.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.proof.ProofContents.AcceptedText;
import org.activationdesk.proof.ProofContents.Standing;

/**
 * What a proof says below its title, from top to bottom, in blocks that a template lays out on a page or on paper. Texts are in
 * the message bundles.
 */
final class ProofText {
    private final ProofContents proof;
    private final Texts texts;
    private final Language language;
    private final List<ProofBlock> blocks = new ArrayList<>();

    private ProofText(ProofContents proof, Texts texts, Language language) {
        this.proof = proof;
        this.texts = texts;
        this.language = language;
    }

    static List<ProofBlock> of(ProofContents proof, Texts texts, Language language) {
        return new ProofText(proof, texts, language).write();
    }

    private List<ProofBlock> write() {
        blocks.add(ProofBlock.paragraph(say(
                "proof.lead",
                proof.order().number(),
                proof.agreement().organisation(),
                proof.order().partnerName())));
        order(proof.order(), proof.agreement());
        done(proof.renewal(), proof.administrator());
        standing(proof.before(), proof.after());
        if (proof.acceptedText() != null) {
            accepted(proof.acceptedText());
        }
        timeline();
        mails();
        return blocks;
    }

    private void order(ProofContents.Order order, ProofContents.Agreement agreement) {
        heading("proof.order");
        facts(Stream.of(
                fact("proof.asOf", moment(proof.asOf())),
                fact("mail.about.product", order.product()),
                fact("mail.about.quantity", String.valueOf(order.quantity())),
                fact("mail.about.organisation", agreement.organisation()),
                fact("mail.about.program", named("program.", agreement.program())),
                agreement.licence() == null ? null : fact("proof.licence", agreement.licence()),
                fact("mail.about.order", order.number() + ", " + date(order.orderedOn())),
                fact("mail.about.partner", order.partnerName())));
    }

    private void done(ProofContents.Renewal renewal, ProofContents.Administrator who) {
        heading("proof.done");
        facts(Stream.of(
                fact("mail.confirmation.effect", named("effect.", renewal.effect())),
                fact("mail.confirmation.route", named("route.", renewal.route())),
                fact("mail.confirmation.by", person(who.account(), who.username())),
                fact("mail.confirmation.on", moment(renewal.reportedAt())),
                fact("proof.invited", person(who.invited(), who.email()))));
    }

    private void standing(Standing before, Standing after) {
        heading("proof.standing");
        table(
                List.of("proof.what", "proof.before", "proof.after"),
                List.of(
                        row("proof.domain", before.tenantDomain(), after.tenantDomain()),
                        row("proof.tenant", before.tenantId(), after.tenantId()),
                        row("proof.endDate", date(before.endDate()), date(after.endDate())),
                        row("mail.about.quantity", before.seats(), after.seats())));
    }

    private void accepted(AcceptedText accepted) {
        heading("proof.accepted");
        facts(Stream.of(
                fact("proof.acceptedBy", accepted.acceptedBy()),
                fact("mail.confirmation.on", moment(accepted.acceptedAt())),
                fact("proof.version", accepted.version() + ", " + named("language.", accepted.language())),
                List.of("SHA-256", accepted.sha256())));
        if (accepted.text() != null && !accepted.text().isBlank()) {
            blocks.add(ProofBlock.quote(
                    accepted.language(),
                    accepted.text().lines().filter(line -> !line.isBlank()).toList()));
        }
    }

    private void timeline() {
        heading("proof.timeline");
        table(
                List.of("proof.when", "proof.what", "proof.who"),
                proof.timeline().stream()
                        .map(entry -> List.of(
                                moment(entry.at()),
                                named("event.", entry.event()),
                                "desk".equals(entry.who()) ? say("desk.name") : said(entry.who())))
                        .toList());
    }

    private void mails() {
        heading("proof.mails");
        table(
                List.of("proof.sent", "proof.what", "proof.recipient", "proof.state"),
                proof.mails().stream()
                        .map(mail -> List.of(
                                moment(mail.sentAt()),
                                named("mail.kind.", mail.kind()),
                                said(mail.recipient()),
                                named("mail.state.", mail.state())))
                        .toList());
        blocks.add(ProofBlock.note(say("proof.mails.own")));
    }

    private void heading(String key) {
        blocks.add(ProofBlock.heading(say(key)));
    }

    /** @param facts label and value of each; null for none */
    private void facts(Stream<List<String>> facts) {
        blocks.add(ProofBlock.facts(facts.filter(Objects::nonNull).toList()));
    }

    private void table(List<String> columns, List<List<String>> rows) {
        blocks.add(ProofBlock.table(columns.stream().map(this::say).toList(), rows));
    }

    private List<String> row(String key, Object before, Object after) {
        return List.of(say(key), known(before), known(after));
    }

    private List<String> fact(String key, String value) {
        return List.of(say(key), said(value));
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
