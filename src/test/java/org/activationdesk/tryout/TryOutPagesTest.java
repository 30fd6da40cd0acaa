package org.activationdesk.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

@DeskTest
class TryOutPagesTest {
    @Autowired
    TestRestTemplate browser;

    @Autowired
    JavaMailSender sender;

    @Autowired
    Clock clock;

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService processes;

    @Test
    void inbox_gives_mails_to_people_and_to_programs() {
        send(
                "reader@example.org",
                "A & B <1>",
                "<html><head></head><body><a href=\"http://localhost/x\">go</a></body></html>");

        JsonNode mail = browser.getForObject("/inbox.json", JsonNode.class).get(0);
        assertThat(mail.path("to").asText()).isEqualTo("reader@example.org");
        assertThat(mail.path("subject").asText()).isEqualTo("A & B <1>");
        assertThat(mail.at("/links/0").asText()).isEqualTo("http://localhost/x");
        assertThat(mail.path("headers").has("Date")).isTrue();

        assertThat(browser.getForObject("/inbox", String.class))
                .contains("A &amp; B &lt;1&gt;")
                .contains("&lt;head&gt;&lt;base target=&quot;_top&quot;&gt;")
                .contains("sandbox=\"allow-popups");
        assertThat(browser.getForObject("/inbox?view=text", String.class))
                .contains("&lt;script&gt;")
                .contains("<a href=\"http://localhost/plain\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/inbox/1", "/inbox/none"})
    void what_is_not_there_is_said_so_on_a_page_with_its_style(String path) {
        ResponseEntity<String> answer = asBrowser(HttpMethod.GET, path);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(answer.getBody()).contains("/css/desk-", "There is nothing at this address");
        assertThat(answer.getHeaders().getFirst("Content-Security-Policy")).contains("style-src 'self'");
    }

    @Test
    void clock_fires_what_becomes_due() {
        models.createDeployment()
                .addModelInstance(
                        "later.bpmn",
                        Bpmn.createExecutableProcess("later")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .intermediateCatchEvent()
                                .timerWithDuration("P3D")
                                .endEvent()
                                .done())
                .deploy();
        String waiting = processes.startProcessInstanceByKey("later").getId();

        ResponseEntity<JsonNode> early = browser.postForEntity("/clock?plus=P2D", null, JsonNode.class);
        assertThat(early.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(running(waiting)).isEqualTo(1);
        ResponseEntity<JsonNode> due = browser.postForEntity("/clock?plus=P1DT1M", null, JsonNode.class);
        assertThat(due.getBody().at("/fired/stillDue").asInt()).isZero();
        assertThat(running(waiting)).isZero();
        assertThat(Duration.between(Instant.now(), clock.instant()))
                .isGreaterThan(Duration.ofDays(3).minusHours(1));
    }

    @Test
    void clock_says_what_it_does_not_understand() {
        ResponseEntity<JsonNode> answer = browser.postForEntity("/clock?plus=-P1D", null, JsonNode.class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody().path("detail").asText()).startsWith("The clock goes forward only");
        assertThat(asBrowser(HttpMethod.POST, "/clock?plus=soon").getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(asBrowser(HttpMethod.POST, "/clock?plus=soon").getBody()).contains("role=\"alert\"");
    }

    @Test
    void clock_leads_a_browser_to_a_page_that_may_be_reloaded() {
        // The client follows the redirect, as a browser does.
        ResponseEntity<String> answer = asBrowser(HttpMethod.POST, "/clock?plus=PT1M");
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody()).contains("What happened since", "1 minute ahead");
    }

    private long running(String instance) {
        return processes
                .createProcessInstanceQuery()
                .processInstanceId(instance)
                .count();
    }

    private ResponseEntity<String> asBrowser(HttpMethod method, String path) {
        HttpHeaders headers = new HttpHeaders();
        headers.setAccept(List.of(MediaType.TEXT_HTML, MediaType.ALL));
        return browser.exchange(path, method, new HttpEntity<>(headers), String.class);
    }

    private void send(String to, String subject, String html) {
        sender.send(message -> {
            MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
            helper.setFrom("desk@desk.example");
            helper.setTo(to);
            helper.setSubject(subject);
            helper.setText("<script>alert(1)</script> http://localhost/plain", html);
        });
    }
}
