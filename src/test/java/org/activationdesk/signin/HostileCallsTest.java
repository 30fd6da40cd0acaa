package org.activationdesk.signin;

import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.activationdesk.tryout.signin.Accounts.ENGINEER;
import static org.activationdesk.tryout.signin.Accounts.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.signin.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * What is sent by hand, and by no page of the web apps, is its sender's fault and not the desk's: a status below 500, and one line in
 * the log at most.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class HostileCallsTest extends SignInTest {
    private static final int AT_ONCE = 8;

    /** All cases share people and the task: whatever becomes of it, it comes back. */
    private final Map<Account, Visitor> people = new HashMap<>();

    private OrderKey order;

    /** Each line is a method, an address, and where it has them a body and a header, with strokes between. */
    static Stream<String> calls() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/hostile-calls.txt")).stream();
    }

    /** Seen red: while the engine's own mappers answered, 142 of 2151 such calls were 500, most with 180 lines of traces. */
    @ParameterizedTest
    @MethodSource("calls")
    void isTheCallersFaultAndOneLineInTheLog(String call, CapturedOutput log) {
        String[] parts = call.split("\\|", -1);
        String[] headers = Arrays.copyOfRange(parts, Math.min(3, parts.length), parts.length);
        for (Account account : List.of(AGENT_NOORDZEE, ENGINEER)) {
            int before = log.getAll().length();
            int status = person(account).raw(parts[0], address(parts[1]), parts.length > 2 ? parts[2] : "", headers);
            assertThat(status).isLessThan(500);
            assertThat(ofCalls(log.getAll().substring(before)))
                    .hasSizeLessThanOrEqualTo(1)
                    .allMatch(entry -> entry.lines().count() == 1);
        }
    }

    /** What the threads that serve web requests have written, each entry with the trace below it. */
    private static List<String> ofCalls(String log) {
        return Stream.of(log.split("(?m)^(?=\\d{4}-\\d\\d-\\d\\dT)"))
                .filter(entry -> entry.contains("-exec-"))
                .map(String::strip)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'taskVariables':[CRITERIA]}",
                "{'processVariables':[CRITERIA]}",
                "{'caseInstanceVariables':[CRITERIA]}",
                "{'orQueries':[CRITERIA]}",
                "{'sorting':[CRITERIA]}",
                "{'taskIdIn':[CRITERIA]}",
                "{'orQueries':[{'processVariables':[CRITERIA]},{'processVariables':[CRITERIA]}]}"
            })
    void whoIsNotStaffSendsTenCriteriaOfEachKind(String query) {
        int most = CallLimits.OF_EACH_KIND / (query.split("CRITERIA", -1).length - 1);
        assertThat(person(AGENT_NOORDZEE).raw("POST", ENGINE + "task/count", criteria(query, most)))
                .isEqualTo(200);
        assertThat(person(AGENT_NOORDZEE).raw("POST", ENGINE + "task/count", criteria(query, most + 1)))
                .isEqualTo(400);
        assertThat(person(MANAGER).raw("POST", ENGINE + "task/count", criteria(query, most + 1)))
                .isEqualTo(200);
    }

    private static String criteria(String query, int times) {
        String criterion = query.contains("taskIdIn")
                ? "'x'"
                : query.contains("sorting")
                        ? "{'sortBy':'created','sortOrder':'asc'}"
                        : query.startsWith("{'orQueries':[C") ? "{}" : "{'name':'x','operator':'eq','value':1}";
        return query.replace("CRITERIA", String.join(",", Collections.nCopies(times, criterion)))
                .replace('\'', '"');
    }

    @Test
    void whoIsNotStaffSendsShortListsAndBodies() {
        String ten = "task?candidateGroups=" + String.join(",", Collections.nCopies(CallLimits.OF_EACH_KIND, "x"));
        assertThat(person(AGENT_NOORDZEE).raw("GET", ENGINE + ten, "")).isEqualTo(200);
        assertThat(person(AGENT_NOORDZEE).raw("GET", ENGINE + ten + ",y", "")).isEqualTo(400);
        assertThat(person(AGENT_NOORDZEE).raw("GET", ENGINE + ten + "&candidateGroups=y", ""))
                .isEqualTo(400);
        String large = "{\"name\":\"" + "x".repeat(CallLimits.BYTES) + "\"}";
        assertThat(person(AGENT_NOORDZEE).raw("POST", ENGINE + "task/count", large))
                .isEqualTo(413);
        assertThat(person(MANAGER).raw("POST", ENGINE + "task/count", large)).isEqualTo(200);
    }

    @Test
    void ofEightSubmitsOfOneTaskAtOnceOneIsTakenAndSevenAreTooLate() throws Exception {
        String task = partnersTask();
        Visitor partner = person(AGENT_NOORDZEE);
        assertThat(partner.raw("POST", ENGINE + "task/" + task + "/claim", "{}"))
                .isEqualTo(204);
        CyclicBarrier together = new CyclicBarrier(AT_ONCE);
        Callable<Integer> submit = () -> {
            together.await();
            return partner.raw("POST", ENGINE + "task/" + task + "/submit-form", "{\"variables\":{}}");
        };
        ExecutorService browsers = Executors.newFixedThreadPool(AT_ONCE);
        List<Integer> answers = new ArrayList<>();
        try {
            for (Future<Integer> answer : browsers.invokeAll(Collections.nCopies(AT_ONCE, submit))) {
                answers.add(answer.get());
            }
        } finally {
            browsers.shutdown();
        }
        assertThat(answers).containsOnlyOnce(204);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(AT_ONCE - 1);
    }

    /** A task that is done with comes back, as what was sent is refused, so there always is one. */
    private String address(String path) {
        if (order == null) {
            order = order(partnersTask());
        }
        String task = task(order).getId();
        tasks.setAssignee(task, AGENT_NOORDZEE.id());
        String address = path.replace("TASK", task);
        return address.startsWith("/") ? address : ENGINE + address;
    }

    private Visitor person(Account account) {
        return people.computeIfAbsent(account, this::signedIn);
    }
}
