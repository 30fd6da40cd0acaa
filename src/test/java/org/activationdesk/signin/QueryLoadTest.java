package org.activationdesk.signin;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_BAKKERIJ;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_STRANGER;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.activationdesk.tryout.signin.Accounts.AGENT_ZUIDERLICHT;
import static org.activationdesk.tryout.signin.Accounts.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.activationdesk.browser.PartnerSystem;
import org.activationdesk.tryout.signin.Account;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Queries that never end, as the table that they ask for is locked: what becomes of them, and of everything else meanwhile. */
class QueryLoadTest extends SignInTest {
    private static final List<Account> MANY =
            List.of(AGENT_NOORDZEE, AGENT_ZUIDERLICHT, ADMIN_FOUNDRY, ADMIN_BAKKERIJ, ADMIN_STRANGER, MANAGER);

    private final ExecutorService browsers = Executors.newCachedThreadPool();

    @Autowired
    DataSource source;

    @Autowired
    JdbcClient database;

    @Value("${activation.sign-in.issuer}")
    String issuer;

    @Value("${spring.datasource.hikari.maximum-pool-size}")
    int pool;

    @AfterEach
    void theBrowsersClose() {
        browsers.shutdownNow();
    }

    @Test
    void whatOneAccountAsksLeavesIntakeAndLinksAnswering() throws Exception {
        List<HttpResponse<String>> answers =
                whileListsHang(List.of(AGENT_NOORDZEE), 40, ConcurrencyLimit.OF_ONE_ACCOUNT);
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .contains(429, 503)
                .containsOnly(429, 503);
    }

    @Test
    void soDoesWhatManyAccountsAsk() throws Exception {
        List<HttpResponse<String>> answers = whileListsHang(MANY, 6, pool * 2 / 5);
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(429, 503);
    }

    private List<HttpResponse<String>> whileListsHang(List<Account> people, int calls, int running) throws Exception {
        List<Visitor> visitors = people.stream().map(this::signedIn).toList();
        List<Future<HttpResponse<String>>> hostile = new ArrayList<>();
        try (Connection lock = locked("act_ru_filter")) {
            for (Visitor visitor : visitors) {
                for (int i = 0; i < calls; i++) {
                    hostile.add(browsers.submit(() -> visitor.get(ENGINE + "filter?maxResults=5")));
                }
            }
            await().until(() -> waitingFor("act_ru_filter"), waiting -> waiting == running);
            assertThat(intake()).isEqualTo(201);
            assertThat(visitor().get("/activate/unknown").statusCode()).isEqualTo(404);
            assertThat(waitingFor("act_ru_filter")).isLessThanOrEqualTo(running);
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : hostile) {
                answers.add(answer.get());
            }
            lock.rollback();
            assertThat(answers).allSatisfy(answer -> assertThat(answer.headers().firstValue("Retry-After"))
                    .isPresent());
            return answers;
        }
    }

    @Test
    void aPageThatTakesTooLongAsksToComeAgain() throws Exception {
        Visitor manager = signedIn(MANAGER);
        try (Connection lock = locked("agreement")) {
            HttpResponse<String> page = manager.get("/orders", "Accept", "text/html");
            lock.rollback();
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).isPresent();
        }
        assertThat(manager.get("/orders").statusCode()).isEqualTo(200);
    }

    /** Whichever connection the desk's own threads get, and whatever web request had it before. */
    @Test
    void whatTheDeskDoesByItselfHasNoLimit() throws Exception {
        Visitor manager = signedIn(MANAGER);
        for (int i = 0; i < pool; i++) {
            manager.get("/orders");
        }
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < pool / 2; i++) {
                Connection connection = source.getConnection();
                all.add(connection);
                try (var setting = connection.createStatement().executeQuery("show statement_timeout")) {
                    setting.next();
                    assertThat(setting.getString(1)).isEqualTo("0");
                }
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }

    private Connection locked(String table) throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        connection.createStatement().execute("lock table " + table + " in access exclusive mode");
        return connection;
    }

    private int waitingFor(String table) {
        return database.sql("select count(*) from pg_locks where not granted and relation = to_regclass(?)")
                .param(table)
                .query(Integer.class)
                .single();
    }

    private int intake() throws Exception {
        String purchase = Files.readString(Path.of("docs/examples/purchase-unknown.json"))
                .replaceAll("\"orderNumber\": *\"[^\"]*\"", "\"orderNumber\": \"LOAD-" + System.nanoTime() + "\"")
                .replaceAll("\"licenseId\": *\"[^\"]*\"", "\"licenseId\": \"L-LOAD-" + System.nanoTime() + "\"");
        return new PartnerSystem(desk, issuer, "noordzee-orders")
                .sends("POST", "/api/purchases", purchase)
                .statusCode();
    }
}
