package org.activationdesk.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.activationdesk.story.Stage.KNOWN;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.activationdesk.tryout.signin.Accounts.AGENT_ZUIDERLICHT;
import static org.activationdesk.tryout.signin.Accounts.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.activationdesk.activation.TimelineEvent;
import org.activationdesk.document.Pdf;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.mail.MailKind;
import org.activationdesk.mail.MailState;
import org.activationdesk.proof.Pack;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.signin.Visitor;
import org.activationdesk.tryout.DeskTest;
import org.activationdesk.tryout.Mailboxes;
import org.activationdesk.tryout.MovableClock;
import org.activationdesk.tryout.Patience;
import org.activationdesk.tryout.ReceivedMail;
import org.activationdesk.tryout.TimeStep;
import org.activationdesk.tryout.signin.Account;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The proof at the end: both sides get it, all who have a part in the order can read it, and anybody can check it. */
@DeskTest
@Import({Stage.class, Calendar.class, Silence.class, FlowCoverage.class})
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
class ProofTest {
    private static final String ADMINISTRATOR = "admin@foundry.example";
    private static final String PARTNER = "licenties@noordzee.example";

    @Autowired
    private Stage stage;

    @Autowired
    private Texts texts;

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private MovableClock clock;

    @Value("${activation.public-url}")
    private String desk;

    @TempDir
    private Path folder;

    @AfterEach
    void allMailboxesTakeMail() {
        mailboxes.free(PARTNER);
    }

    @Test
    void both_sides_are_led_to_the_same_proof_whose_digest_their_mails_name() {
        OrderKey order = activated();
        String digest = sha256(packOf(order).get("proof.json"));
        for (String address : List.of(ADMINISTRATOR, PARTNER)) {
            ReceivedMail mail = stage.mailsTo(address, order).get(0);
            assertThat(mail.links()).contains(desk + "/orders/" + order + "/proof");
            assertThat(mail.text()).contains("proof.json", digest);
            assertThat(mail.html()).contains("proof.json", digest);
            assertThat(mail.size()).isLessThan(25_000);
        }
    }

    @Test
    void the_published_key_verifies_the_pack_and_nothing_in_it_can_be_altered() {
        byte[] fetched = fetched(activated());
        Map<String, byte[]> pack = Pack.open(fetched);
        assertThat(pack.keySet())
                .containsExactly("proof-en.pdf", "proof-nl.pdf", "proof.json", "manifest.json", "manifest.jws");
        assertThat(Pack.fault(fetched, keys())).isEmpty();
        pack.forEach((name, contents) -> {
            byte[] altered = contents.clone();
            altered[contents.length / 2] ^= 1;
            pack.put(name, altered);
            assertThat(Pack.fault(Pack.close(pack), keys())).as(name).isPresent();
            pack.put(name, contents);
        });
    }

    @Test
    void it_says_who_accepted_and_chose_what_and_every_mail() throws Exception {
        OrderKey order = activated();
        JsonNode proof = json(order);
        assertThat(proof.path("format").asText()).isEqualTo("activation-desk/proof/1");
        assertThat(proof.at("/order/number").asText()).isEqualTo(order.number());
        assertThat(proof.at("/agreement/licence").asText()).isEqualTo("L-" + order.number());
        JsonNode text = proof.path("acceptedText");
        assertThat(text.path("acceptedBy").asText()).isEqualTo(ADMIN_FOUNDRY.name());
        assertThat(text.path("language").asText()).isEqualTo("en");
        assertThat(sha256(text.path("text").asText().getBytes(UTF_8)))
                .isEqualTo(text.path("sha256").asText());
        assertThat(proof.at("/renewal/effect").asText()).isEqualTo("renew");
        assertThat(proof.at("/renewal/route").asText()).isEqualTo("link");
        assertThat(proof.at("/before/endDate").asText()).isEqualTo("2026-12-31");
        assertThat(proof.at("/before/seats").asInt()).isEqualTo(40);
        assertThat(proof.at("/after/endDate").asText()).isEqualTo("2027-12-31");
        assertThat(proof.at("/after/seats").asInt()).isEqualTo(40);
        assertThat(proof.at("/after/tenantDomain").asText()).isEqualTo("foundry.example");
        assertThat(proof.at("/after/tenantDomain").asText()).isEqualTo("foundry.example");
        assertThat(proof.path("timeline").findValuesAsText("event"))
                .startsWith("PURCHASE_RECEIVED")
                .contains("AGREEMENT_WAS_ACCEPTED", "SUBSCRIPTION_RENEWED")
                .endsWith("SUBSCRIPTION_ACTIVE");
        assertThat(proof.path("mails")).hasSize(1);
        assertThat(proof.at("/mails/0/recipient").asText()).isEqualTo(ADMINISTRATOR);
        assertThat(proof.at("/mails/0/state").asText()).isEqualTo("ACCEPTED");
        assertThat(proof.at("/mails/0/sentAt").asText()).endsWith("Z");
    }

    @Test
    void the_paper_says_the_same_in_both_languages() throws Exception {
        OrderKey order = activated();
        Map<String, byte[]> pack = packOf(order);
        JsonNode proof = json(order);
        for (Language language : Language.values()) {
            Pdf pdf = new Pdf(pack.get("proof-" + language.code() + ".pdf")).keep("proof-" + language.code());
            pdf.isAccessible(language.code(), texts.get(language, "proof.title", order.number()));
            String paper = pdf.text();
            assertThat(pdf.bookmarks())
                    .contains(texts.get(language, "proof.timeline"), texts.get(language, "proof.mails"));
            for (String place : List.of(
                    "/order/product",
                    "/order/number",
                    "/order/partnerName",
                    "/agreement/organisation",
                    "/agreement/licence",
                    "/administrator/account",
                    "/administrator/username",
                    "/acceptedText/sha256",
                    "/acceptedText/version",
                    "/after/tenantId",
                    "/mails/0/recipient")) {
                assertThat(paper).as(place).contains(proof.at(place).asText());
            }
            proof.path("timeline").forEach(entry -> assertThat(paper)
                    .contains(texts.get(language, "event." + entry.path("event").asText())));
            proof.at("/acceptedText/text")
                    .asText()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> assertThat(paper).contains(Pdf.words(line)));
            assertThat(paper)
                    .contains(texts.get(language, "effect.renew"), desk + "/proof/keys.json")
                    .doesNotContain("??", "null");
        }
    }

    @Test
    void all_who_have_a_part_in_the_order_can_fetch_it_and_others_do_not_learn_that_it_exists() {
        OrderKey order = activated();
        String address = "/orders/" + order + "/proof.zip";
        byte[] managers = fetched(order);
        for (Account reader : List.of(AGENT_NOORDZEE, MANAGER, ADMIN_FOUNDRY)) {
            var answer = signedIn(reader).download(address);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-disposition"))
                    .hasValue("attachment; filename=\"proof-noordzee-" + order.number() + ".zip\"");
            assertThat(Pack.fault(answer.body(), keys())).isEmpty();
            assertThat(Pack.open(answer.body()).get("manifest.json"))
                    .isEqualTo(Pack.open(managers).get("manifest.json"));
        }
        for (String file : List.of("proof.zip", "proof.pdf", "proof", "outcome")) {
            String strangers = "/orders/" + order + "/" + file;
            assertThat(signedIn(AGENT_ZUIDERLICHT).get(strangers).statusCode()).isEqualTo(404);
        }
        assertThat(new Visitor(desk).get(address).statusCode()).isEqualTo(302);
        Visitor partner = signedIn(AGENT_NOORDZEE);
        OrderKey waiting = stage.purchase(KNOWN);
        assertThat(partner.get("/orders/" + waiting + "/proof.zip").statusCode())
                .as("before the end there is no proof")
                .isEqualTo(404);
        for (String strange : List.of("noordzee/none", "noordzee/%00", "nobody/NZ-1", "noordzee/-", "%2e%2e/x")) {
            assertThat(partner.get("/orders/" + strange + "/proof.zip").statusCode())
                    .as(strange)
                    .isIn(400, 404);
        }
    }

    @Test
    void the_order_page_leads_each_to_the_proof_as_a_page_and_as_a_pdf_in_the_readers_language() {
        OrderKey order = activated();
        String page = "/orders/" + order;
        for (Account reader : List.of(ADMIN_FOUNDRY, AGENT_NOORDZEE, MANAGER)) {
            Visitor visitor = signedIn(reader);
            for (Language language : Language.values()) {
                assertThat(visitor.get(page + "?lang=" + language.code()).body())
                        .contains("\"" + page + "/proof\"", "\"" + page + "/proof.pdf\"", "\"" + page + "/proof.zip\"");
                assertThat(visitor.get(page + "/proof").body())
                        .contains(
                                texts.get(language, "proof.title", order.number()),
                                texts.get(language, "proof.timeline"),
                                texts.get(language, "effect.renew"),
                                texts.date(language, LocalDate.of(2027, 12, 31)),
                                ADMIN_FOUNDRY.name())
                        .doesNotContain("??", "null");
                Pdf pdf = new Pdf(visitor.download(page + "/proof.pdf").body());
                pdf.isAccessible(language.code(), texts.get(language, "proof.title", order.number()));
                assertThat(visitor.get(page + "/outcome").body())
                        .contains(
                                texts.get(language, "page.outcome.done"),
                                texts.date(language, LocalDate.of(2027, 12, 31)),
                                page + "/proof");
            }
        }
    }

    @Test
    void what_changes_after_the_end_does_not_change_the_proof() {
        OrderKey order = activated();
        Map<String, byte[]> before = packOf(order);
        stage.database
                .sql("update mail set state = 'BOUNCED', state_since = now() where order_key = ?")
                .param(order.toString())
                .update();
        stage.database
                .sql("update activation set administrator_name = 'Somebody else' where order_key = ?")
                .param(order.toString())
                .update();
        Map<String, byte[]> after = packOf(order);
        for (String file : List.of("proof-en.pdf", "proof-nl.pdf", "proof.json", "manifest.json")) {
            assertThat(after.get(file)).as(file).isEqualTo(before.get(file));
        }
    }

    @Test
    void a_second_try_tells_the_partner_what_the_administrator_was_told_at_the_first() {
        OrderKey order = stage.purchase(KNOWN);
        stage.arrives(ADMIN_FOUNDRY, order);
        stage.answers(ADMIN_FOUNDRY, order, Map.of("accepted", true, "agreementVersion", "2026-12"));
        mailboxes.busy(PARTNER);
        catchThrowable(() -> renews(order));
        assertThat(stage.mailsTo(ADMINISTRATOR, order)).hasSize(2);
        mailboxes.free(PARTNER);
        clock.forward(TimeStep.of("PT1M"));
        stage.work();
        String digest = sha256(packOf(order).get("proof.json"));
        for (String address : List.of(ADMINISTRATOR, PARTNER)) {
            assertThat(stage.mailsTo(address, order).get(0).text()).contains(digest);
        }
    }

    @Test
    void the_command_of_the_readme_tells_genuine_from_altered() throws Exception {
        OrderKey order = activated();
        byte[] genuine = fetched(order);
        assertThat(verify(genuine)).startsWith("Genuine");
        Map<String, byte[]> files = Pack.open(genuine);
        files.put(
                "proof.json",
                new String(files.get("proof.json"), UTF_8)
                        .replace("renew", "never")
                        .getBytes(UTF_8));
        assertThat(verify(Pack.close(files))).startsWith("NOT GENUINE: proof.json has been altered");
    }

    /** As the README has it, with this pack and this desk in the place of its own. */
    private String verify(byte[] pack) throws IOException, InterruptedException {
        String command = Files.readAllLines(Path.of("README.md")).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("java ") && line.contains("VerifyProof"))
                .findFirst()
                .orElseThrow()
                .replaceAll(
                        "\\S+\\.zip",
                        Files.write(folder.resolve("proof.zip"), pack).toString())
                .replace("http://localhost:8080", desk);
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        String says = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(says.startsWith("Genuine") ? 0 : 1);
        return says;
    }

    @Test
    void everything_that_can_stand_in_it_has_words() {
        for (Language language : Language.values()) {
            for (TimelineEvent event : TimelineEvent.values()) {
                assertThat(texts.get(language, "event." + event)).isNotBlank();
            }
            for (MailKind kind : MailKind.values()) {
                assertThat(texts.get(language, "mail.kind." + kind)).isNotBlank();
            }
            for (MailState state : MailState.values()) {
                assertThat(texts.get(language, "mail.state." + state)).isNotBlank();
            }
        }
    }

    private OrderKey activated() {
        OrderKey order = stage.purchase(KNOWN);
        stage.arrives(ADMIN_FOUNDRY, order);
        stage.answers(ADMIN_FOUNDRY, order, Map.of("accepted", true, "agreementVersion", "2026-12"));
        renews(order);
        return order;
    }

    private void renews(OrderKey order) {
        stage.answers(ADMIN_FOUNDRY, order, CheckStories.renewsAndSees("2027-12-31", 40, "foundry.example"));
    }

    /** As a manager gets it. */
    private byte[] fetched(OrderKey order) {
        return signedIn(MANAGER).download("/orders/" + order + "/proof.zip").body();
    }

    private Map<String, byte[]> packOf(OrderKey order) {
        return Pack.open(fetched(order));
    }

    private static String sha256(byte[] contents) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(contents));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Visitor signedIn(Account account) {
        Visitor visitor = new Visitor(desk);
        visitor.signIn("/camunda/app/tasklist/default/", account);
        return visitor;
    }

    private String keys() {
        return new Visitor(desk).get("/proof/keys.json").body();
    }

    private JsonNode json(OrderKey order) throws IOException {
        return new ObjectMapper().readTree(packOf(order).get("proof.json"));
    }
}
