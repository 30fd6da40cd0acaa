package org.activationdesk.tryout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

class TryOutTest {
    @TempDir
    Path folder;

    @BeforeEach
    @AfterEach
    void backToTheWorldsTime() {
        ClockUtil.reset();
    }

    @Test
    void goes_on_after_a_restart_and_forgets_when_it_is_to_start_afresh() {
        String deployment;
        try (TryOut desk = TryOut.start(TryOutFolder.take(folder), Ports.free())) {
            deployment = deploy(desk);
            sendMail(desk);
            desk.desk().getBean(TimeTravel.class).forward(TimeStep.of("P3D"));
        }
        ClockUtil.reset();
        try (TryOut desk = TryOut.start(TryOutFolder.take(folder), Ports.free())) {
            assertThat(deployments(desk, deployment)).isEqualTo(1);
            assertThat(desk.desk().getBean(Inbox.class).mailsTo("someone@example.org"))
                    .hasSize(1);
            assertThat(Duration.between(
                            Instant.now(), desk.desk().getBean(Clock.class).instant()))
                    .isBetween(Duration.ofHours(70), Duration.ofHours(74));
        }
        ClockUtil.reset();
        TryOutFolder kept = TryOutFolder.take(folder);
        kept.clear();
        assertThat(folder.resolve("postgres")).doesNotExist();
        assertThat(folder.resolve("mails")).doesNotExist();
        assertThat(folder.resolve("clock")).doesNotExist();
        kept.release();
    }

    @Test
    void two_desks_do_not_share_a_folder() {
        TryOutFolder taken = TryOutFolder.take(folder);
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> TryOutFolder.take(folder))
                .withMessageContaining("Another try-out desk uses");
        taken.release();
    }

    @Test
    void the_last_lines_name_places_accounts_and_clients() {
        assertThat(new Signpost("http://localhost:8080").text())
                .contains("http://localhost:8080/inbox", "http://localhost:8080/clock", "/camunda/app/tasklist")
                .contains("manager@desk.example", "someone@personal.example", "noordzee-orders", "\"desk\"");
    }

    private static String deploy(TryOut desk) {
        return engine(desk)
                .getRepositoryService()
                .createDeployment()
                .addString("note.txt", "kept")
                .deploy()
                .getId();
    }

    private static long deployments(TryOut desk, String id) {
        return engine(desk)
                .getRepositoryService()
                .createDeploymentQuery()
                .deploymentId(id)
                .count();
    }

    private static ProcessEngine engine(TryOut desk) {
        return desk.desk().getBean(ProcessEngine.class);
    }

    private static void sendMail(TryOut desk) {
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom("desk@desk.example");
        mail.setTo("someone@example.org");
        mail.setSubject("Kept");
        mail.setText("http://localhost/activate/kept");
        desk.desk().getBean(JavaMailSender.class).send(mail);
    }
}
