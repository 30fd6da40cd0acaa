package org.activationdesk.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.ActivationProof;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.language.Language;
import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;

/** The proofs of all activations that came to their good end. */
@Component
public class Proofs implements ActivationProof {
    private final ProofRecords records;
    private final ProofWriter writer;
    private final ProofPaper paper;
    private final ProofKeys keys;
    private final Clock clock;

    Proofs(ProofRecords records, ProofWriter writer, ProofPaper paper, ProofKeys keys, Clock clock) {
        this.records = records;
        this.writer = writer;
        this.paper = paper;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public String sha256(OrderKey order) {
        return ProofPack.sha256(contents(order).getBytes(UTF_8));
    }

    /** The signed pack; none before the activation has come to its good end. */
    public Optional<ProofFile> pack(Activation activation) {
        return Optional.of(activation)
                .filter(ended -> ended.status() == ActivationStatus.ACTIVE)
                .map(ended -> pack(ended.order()));
    }

    /** The proof as a page; none before the activation has come to its good end. */
    public Optional<List<ProofBlock>> page(Activation activation, Language language) {
        return contents(activation).map(proof -> paper.page(proof, language));
    }

    /** The proof as a PDF; none before the activation has come to its good end. */
    public Optional<ProofFile> paper(Activation activation, Language language) {
        return contents(activation)
                .map(proof -> new ProofFile(
                        name(activation.order(), "-" + language.code() + ".pdf"),
                        "application/pdf",
                        paper.print(proof, language)));
    }

    private Optional<ProofContents> contents(Activation activation) {
        return Optional.of(activation)
                .filter(ended -> ended.status() == ActivationStatus.ACTIVE)
                .map(ended -> ProofJson.read(contents(ended.order()), ProofContents.class));
    }

    private String contents(OrderKey order) {
        ProofRecords.Found found = records.find(order);
        return found.kept() == null ? write(order, found) : found.kept();
    }

    private static String name(OrderKey order, String end) {
        return "proof-" + order.partner() + "-" + order.number() + end;
    }

    /** Paper, manifest and signature are made whenever they are wanted: of the same contents, and signed with today's key. */
    private ProofFile pack(OrderKey order) {
        String contents = contents(order);
        ProofContents proof = ProofJson.read(contents, ProofContents.class);
        byte[] zip = new ProofPack()
                .with("proof-en.pdf", paper.print(proof, Language.EN))
                .with("proof-nl.pdf", paper.print(proof, Language.NL))
                .with("proof.json", contents.getBytes(UTF_8))
                .sealedBy(keys, proof.asOf());
        return new ProofFile(name(order, ".zip"), "application/zip", zip);
    }

    /** What was kept first stays, should two ask at the same moment. */
    private String write(OrderKey order, ProofRecords.Found found) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return records.keep(order, now, ProofJson.write(writer.write(found.activation(), found.history(), now)));
    }
}
