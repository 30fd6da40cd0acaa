package org.activationdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_BAKKERIJ;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_STRANGER;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.activationdesk.tryout.signin.Accounts.AGENT_ZUIDERLICHT;
import static org.activationdesk.tryout.signin.Accounts.ENGINEER;
import static org.activationdesk.tryout.signin.Accounts.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.activationdesk.document.Pdf;
import org.activationdesk.tryout.signin.Account;
import org.junit.jupiter.api.Test;

/** Reporting what is in the way, and resolving it, as people see it in their browser. */
class ProblemPagesTest extends BrowserStory {
    private static final String PARTNERS = "licenties@noordzee.example";

    @Test
    void a_reader_of_the_mail_reports_without_signing_in_and_hears_whose_turn_it_is() {
        String order = purchase(noordzee(), KNOWN, document -> {});
        String link = link(ADMIN_FOUNDRY.username(), order);
        String before = everythingRecorded(order);
        Person reader = browsers.person(ADMIN_FOUNDRY);
        reader.goTo(link);
        reader.click(reader.link("Something is in the way? Report a problem"));
        reader.readsTitle("Report a problem");
        reader.sees("I am signed in, but a message says that I have no permission");
        assertThat(reader.page().locator("input[value=F13]")).hasCount(0);
        assertThat(reader.page().locator("input[value=F8]")).hasCount(0);
        whole(reader, "60-report-a-problem");
        assertThat(everythingRecorded(order)).isEqualTo(before);

        reader.tick("It asks for a work or school account, and only a personal account works,"
                + " or one that somebody made for themselves");
        reader.type("What does the screen say?", "<b>You can’t sign in here</b> with a personal account");
        reader.press("Report it");
        reader.readsTitle("Thank you, we have noted it");
        reader.sees("Open the link in a private browser window");
        reader.sees("Yours");
        assertThat(reader.page().content()).doesNotContain("You can’t sign in here");
        whole(reader, "61-reported");
        assertThat(problem(order, "message")).isEqualTo("<b>You can’t sign in here</b> with a personal account");
        assertThat(mail(ADMIN_FOUNDRY.username(), order, "Problem").text())
                .contains("Go on with the activation", "private browser window");
        assertThat(status(order))
                .contains("\"status\":\"BLOCKED\"", "\"problem\":\"F10\"", "\"heldBy\":{\"role\":\"ADMINISTRATOR\"");
        assertThat(noordzee().asks("/api/purchases/" + order + "/diagnosis").body())
                .contains("\"problem\":\"F10\"", "\"owner\":\"administrator\"");
        reader.reads(mail(ADMIN_FOUNDRY.username(), order, "Problem"));
        whole(reader, "62-problem-mail");
    }

    @Test
    void a_partner_reads_advice_and_message_in_dutch_and_a_manager_hands_the_case_to_support() throws Exception {
        String order = forBakkerij();
        Person administrator = browsers.person(ADMIN_BAKKERIJ);
        administrator.goTo(link(ADMIN_BAKKERIJ.username(), order));
        administrator.press("Aanmelden met uw werk- of schoolaccount");
        administrator.signIn().sees("Ik heb deze tekst gelezen");
        assertThat(administrator.page().getByText("Staat er iets in de weg?")).isVisible();
        whole(administrator, "60-accept-with-report");
        administrator.goTo(desk + "/orders/" + order + "/problem").readsTitle("Een probleem melden");
        whole(administrator, "60-report-a-problem");
        administrator.tick("Er staat dat dit meer licenties zijn dan het aanbod toelaat");
        administrator.type(
                "Wat staat er op het scherm?", "Fout 0x8a: code X7MBK-4QJTR-W9HVD-2CPYF-3G6NT\n# te veel\n<img src=x>");
        administrator.press("Melden");
        administrator.readsTitle("Dank u, wij hebben het genoteerd");
        administrator.sees("De partner, Noordzee IT; wij hebben een mail gestuurd");
        administrator.sees("Noordzee IT past de bestelling aan. U hoeft hiervoor niets te doen.");
        assertThat(administrator.page().getByText("Verbeter de bestelling")).hasCount(0);
        administrator.sees("*****-*****-*****-*****-3G6NT");
        whole(administrator, "61-reported");
        assertThat(problem(order, "message")).doesNotContain("X7MBK", "4QJTR").contains("3G6NT");
        administrator.goTo(desk + "/orders/" + order + "?lang=nl").sees("Er is een probleem gemeld");
        administrator.sees("We wachten op de partner, Noordzee IT");
        administrator.sees("Noordzee IT past de bestelling aan. U hoeft hiervoor niets te doen.");
        assertThat(administrator.page().getByText("Verbeter de bestelling")).hasCount(0);
        whole(administrator, "61-order-with-problem");

        Person partner = browsers.person(AGENT_NOORDZEE);
        partner.reads(mail(PARTNERS, order, "Probleem"));
        whole(partner, "62-problem-mail");
        partner.goTo(link(mail(PARTNERS, order, "Probleem"))).signIn();
        partner.sees("Wat er is gemeld");
        partner.sees("*****-*****-*****-*****-3G6NT");
        partner.sees("# te veel");
        partner.claims();
        whole(partner, "63-resolve");
        Page stands = partner.page().context().newPage();
        stands.navigate(desk + "/orders/" + order + "?lang=nl");
        assertThat(stands.getByText("U bent aan zet, sinds")).isVisible();
        assertThat(stands.getByText("Verbeter de bestelling")).isVisible();
        assertThat(stands.getByText("Waarom heb ik geen mail?")).hasCount(0);
        stands.navigate(desk + "/orders?lang=nl&search=" + order.split("/")[1]);
        assertThat(stands.getByText("Probleem: Er staat dat dit meer licenties zijn"))
                .isVisible();
        assertThat(stands.getByText("U bent aan zet")).isVisible();
        stands.close();
        partner.tick("De Activation Desk moet ermee verder");
        partner.type("Wat hebt u gedaan, of wat moet de volgende weten?", "Microsoft moet de limiet nakijken");
        partner.press("Taak afronden");
        await().until(() -> "MANAGER".equals(problem(order, "owner")));

        Person manager = browsers.person(MANAGER);
        manager.goTo(desk + "/go/" + order).signIn();
        manager.sees("Microsoft moet de limiet nakijken");
        manager.claims();
        manager.tick("Het ligt bij de support van Microsoft");
        manager.type("Nummer van de supportaanvraag", "2512-0400 77");
        whole(manager, "64-with-support");
        Download download = manager.page()
                .waitForDownload(() -> manager.link("Het dossier als pdf").click());
        new Pdf(Files.readAllBytes(download.path())).keep("dossier-from-task");
        manager.press("Taak afronden");
        await().until(() -> "2512-0400 77".equals(problem(order, "case_number")));
        assertThat(status(order)).contains("\"caseNumber\":\"2512-0400 77\"");
        manager.goTo(desk + "/orders/" + order + "/problem/reported");
        manager.sees("De support van Microsoft, met aanvraag 2512-0400 77");
        whole(manager, "65-with-support");
        manager.goTo(desk + "/orders/" + order).sees("De support van Microsoft is ermee bezig sinds");
        assertThat(status(order)).contains("\"heldBy\":{\"role\":\"SUPPORT\"");
    }

    @Test
    void the_dossier_has_every_field_that_support_asks_for_in_both_languages() throws Exception {
        String order = purchase(noordzee(), KNOWN, document -> document.put("publicCustomerNumber", "5AB12C34"));
        Person administrator = browsers.person(ADMIN_FOUNDRY);
        administrator.goTo(link(ADMIN_FOUNDRY.username(), order));
        administrator.press("Sign in with your work or school account");
        administrator.signIn().sees("I have read this text");
        administrator.goTo(desk + "/orders/" + order + "/problem");
        administrator.tick("I see the name of another organisation, or it was activated there");
        administrator.type("What does the screen say?", "Contoso Ltd\nTenant contoso.example & co <b>");
        administrator.press("Report it");
        administrator.readsTitle("Thank you, we have noted it");

        Person manager = browsers.person(MANAGER);
        manager.goTo(desk + "/go/" + order).signIn().sees("Voor de supportaanvraag");
        whole(manager, "63-wrong-tenant");
        String text = manager.call("GET", desk + "/orders/" + order + "/dossier.txt", null)
                .text();
        assertThat(text)
                .startsWith("Support dossier, order " + number(order))
                .contains("Supportdossier, bestelling " + number(order))
                .contains(
                        "Message on the screen: Contoso Ltd\n    Tenant contoso.example & co <b>\n",
                        "License ID: L-" + number(order),
                        "Domain: foundry.example",
                        "Tenant id: " + ADMIN_FOUNDRY.tenant(),
                        "User principal name (UPN): admin@foundry.example",
                        "Product: Microsoft 365 Business Standard",
                        "Seats: 40",
                        "Melding op het scherm: Contoso Ltd");
        assertThat(text)
                .doesNotContain("null", "{0}")
                .containsPattern("Signed in: \\d+ \\p{Alpha}+ 20\\d\\d, \\d\\d:\\d\\d CES?T");

        var answer = manager.call("GET", desk + "/orders/" + order + "/dossier.pdf", null);
        assertThat(answer.headers()).containsEntry("content-type", "application/pdf");
        Pdf pdf = new Pdf(answer.body()).keep("dossier");
        pdf.isAccessible("en", "Support dossier, order " + number(order));
        String printed = pdf.text();
        for (String line :
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            for (String part : line.split(": ", 2)) {
                assertThat(printed).contains(Pdf.words(part));
            }
        }
    }

    @Test
    void nobody_without_a_part_in_the_order_learns_that_it_exists() {
        String order = purchase(noordzee(), KNOWN, document -> {});
        link(ADMIN_FOUNDRY.username(), order);
        for (Account account : List.of(ADMIN_STRANGER, AGENT_ZUIDERLICHT, ENGINEER, ADMIN_FOUNDRY)) {
            Person stranger = browsers.person(account);
            stranger.goTo(desk + "/").page().navigate(desk + "/oauth2/authorization/desk");
            stranger.signIn();
            for (String page : List.of("/problem", "/problem/reported", "/dossier.txt", "/dossier.pdf")) {
                var hidden = stranger.call("GET", desk + "/orders/" + order + page, null);
                var missing = stranger.call("GET", desk + "/orders/noordzee/NOT-THERE" + page, null);
                assertThat(hidden.status()).as(account.username() + page).isEqualTo(404);
                assertThat(lasting(hidden.text().replace(number(order), "NOT-THERE")))
                        .isEqualTo(lasting(missing.text()));
            }
        }
        Person agent = browsers.person(AGENT_NOORDZEE);
        agent.goTo(desk + "/orders/" + order + "/problem").signIn().readsTitle("Een probleem melden");
        assertThat(agent.call("GET", desk + "/orders/" + order + "/dossier.pdf", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatever_is_sent_that_no_form_would_send_is_answered_and_changes_nothing() {
        String order = purchase(noordzee(), KNOWN, document -> {});
        String link = link(ADMIN_FOUNDRY.username(), order);
        Person reader = browsers.person(ADMIN_FOUNDRY);
        reader.goTo(link + "/problem");
        List<Map<String, String>> forgeries = List.of(
                Map.of(),
                Map.of("problem", ""),
                Map.of("problem", "F99"),
                Map.of("problem", "f10"),
                Map.of("problem", "F10 "),
                Map.of("problem", "F8"), // for partners only
                Map.of("problem", "F13"), // for whoever has signed in
                Map.of("problem", "${1234*5678}"),
                Map.of("problem", "'; drop table problem; --"),
                Map.of("problem", "F10", "message", "x".repeat(2001)),
                Map.of("problem", "F10", "message", "x".repeat(1_000_000)));
        for (Map<String, String> forgery : forgeries) {
            FormData form = FormData.create();
            forgery.forEach(form::set);
            var answer = reader.page()
                    .request()
                    .post(link + "/problem", RequestOptions.create().setForm(form));
            assertThat(answer.status())
                    .as(forgery.toString()
                            .substring(0, Math.min(60, forgery.toString().length())))
                    .isEqualTo(400);
            assertThat(answer.text())
                    .contains("Report a problem", "role=\"alert\"")
                    .doesNotContain("7006652");
        }
        FormData foreign = FormData.create().set("problem", "F10");
        assertThat(reader.page()
                        .request()
                        .post(
                                link + "/problem",
                                RequestOptions.create()
                                        .setHeader("Sec-Fetch-Site", "cross-site")
                                        .setForm(foreign))
                        .status())
                .isEqualTo(403);
        assertThat(reader.page()
                        .request()
                        .get(link.replaceFirst(".{6}$", "abcdef") + "/problem")
                        .status())
                .isEqualTo(404);
        assertThat(count(order)).isZero();
        reader.goTo(link + "/problem");
        reader.page().locator("input[type=radio]").first().evaluate("radio => radio.form.noValidate = true");
        reader.press("Report it");
        reader.sees("Choose what you see.");
        whole(reader, "66-nothing-chosen");

        for (int report = 0; report < 12; report++) {
            FormData form = FormData.create().set("problem", "F23").set("message", "\u202Eabc");
            reader.page()
                    .request()
                    .post(link + "/problem", RequestOptions.create().setForm(form));
        }
        assertThat(count(order)).isEqualTo(10);
        assertThat(problem(order, "message")).isEqualTo("abc");
    }

    @Test
    void a_colleague_who_knows_that_the_administrator_has_left_stops_the_link() {
        String order = purchase(noordzee(), KNOWN, document -> {});
        String link = link(ADMIN_FOUNDRY.username(), order);
        Person reader = browsers.person(ADMIN_FOUNDRY);
        reader.goTo(link + "/problem");
        reader.tick("The online administrator no longer works here, or somebody else does this now");
        reader.type("What does the screen say?", "Ask Ada Lovelace");
        reader.press("Report it");
        reader.readsTitle("Thank you for telling us");
        reader.goTo(link).readsTitle("We do not know this link");
        assertThat(mail(PARTNERS, order, "Wie activeert").text())
                .contains("geen onlinebeheerder meer", "Ask Ada Lovelace");
        waitFor(order, "WITH_PARTNER");
    }

    private String forBakkerij() {
        return purchase(noordzee(), UNKNOWN, document -> document.withArray("contacts")
                .addObject()
                .put("role", "ONLINE_ADMINISTRATOR")
                .put("name", "Joris de Vries")
                .put("email", ADMIN_BAKKERIJ.username())
                .put("language", "nl"));
    }

    private String status(String order) {
        return noordzee().asks("/api/purchases/" + order).body();
    }

    private String problem(String order, String column) {
        return database.sql("select " + column + " from problem where order_key = ? order by id desc limit 1")
                .param(order)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private int count(String order) {
        return database.sql("select count(*) from problem where order_key = ?")
                .param(order)
                .query(Integer.class)
                .single();
    }

    /** A picture of the whole page, for people to look at. */
    private static void whole(Person person, String name) {
        person.page().waitForTimeout(400);
        person.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Browsers.SCREENSHOTS
                                .resolve(person.account().language())
                                .resolve(name + ".png")));
    }
}
