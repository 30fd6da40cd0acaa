package org.activationdesk.story;

import static org.activationdesk.story.Stage.KNOWN;
import static org.activationdesk.story.Stage.UNKNOWN;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.signin.Visitor;
import org.activationdesk.tryout.DeskTest;
import org.activationdesk.tryout.ReceivedMail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The activation mail leads to the guide, in the language of whoever gets it. */
@DeskTest
@Import({Stage.class, Calendar.class, Silence.class, FlowCoverage.class})
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
class GuideMailTest {
    @Autowired
    private Stage stage;

    @Value("${activation.public-url}")
    private String desk;

    @Test
    void an_english_administrator_gets_the_english_guide() {
        OrderKey order = stage.purchase(KNOWN);
        leads("admin@foundry.example", order, "en");
    }

    @Test
    void a_dutch_administrator_gets_the_dutch_guide_and_the_partner_none() {
        OrderKey order = stage.purchase(UNKNOWN);
        stage.answers(
                AGENT_NOORDZEE,
                order,
                Map.of(
                        "outcome", "named",
                        "name", "Joris de Vries",
                        "email", "admin@bakkerij.example",
                        "language", "nl"));
        leads("admin@bakkerij.example", order, "nl");
        assertThat(stage.mailsTo("licenties@noordzee.example", order))
                .allSatisfy(mail -> assertThat(mail.links()).noneMatch(link -> link.contains("/guides/")));
    }

    private void leads(String address, OrderKey order, String language) {
        ReceivedMail mail = stage.mailsTo(address, order).get(0);
        assertThat(mail.links()).contains(desk + "/guides/activation-link/" + language);
        assertThat(mail.size()).isLessThan(25_000);
        assertThat(new Visitor(desk).get("/guides/activation-link/" + language).statusCode())
                .isEqualTo(200);
    }
}
