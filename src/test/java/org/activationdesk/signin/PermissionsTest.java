package org.activationdesk.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.activationdesk.partner.Partners;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PermissionsTest extends SignInTest {
    private static final int DESKS = 2;
    /** Those that belong to a task are the engine's. */
    private static final String NOT_OF_A_TASK = " where resource_type_ <> 7 or resource_id_ = '*'";

    @Autowired
    Permissions permissions;

    @Autowired
    Partners partners;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    FilterService filters;

    @Autowired
    JdbcClient database;

    @Test
    void startingAgainWritesNothingTwice() {
        long grants = authorizations.createAuthorizationQuery().count();
        long lists = filters.createFilterQuery().count();
        permissions.afterSingletonsInstantiated();
        partners.afterSingletonsInstantiated();
        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(grants);
        assertThat(filters.createFilterQuery().count()).isEqualTo(lists);
        assertThat(partners.byId("noordzee")).hasValue(partners.all().get(0));
    }

    /** Other tests share this desk, also after a failure. */
    @AfterEach
    void nothingIsMissing() {
        permissions.afterSingletonsInstantiated();
    }

    /** Seen red: without the lock in Permissions one of the two desks does not start, each time. */
    @RepeatedTest(5)
    void desksThatStartAtOnceWriteEverythingOnce() throws Exception {
        forget();
        permissions.afterSingletonsInstantiated();
        List<String> byOneDesk = written();
        assertThat(byOneDesk).hasSizeGreaterThan(30).doesNotHaveDuplicates();
        forget();
        ExecutorService desks = Executors.newFixedThreadPool(DESKS);
        try {
            CyclicBarrier together = new CyclicBarrier(DESKS);
            Callable<Integer> desk = () -> {
                int place = together.await();
                permissions.afterSingletonsInstantiated();
                return place;
            };
            for (Future<Integer> start :
                    desks.invokeAll(Stream.generate(() -> desk).limit(DESKS).toList())) {
                start.get();
            }
        } finally {
            desks.shutdown();
        }
        assertThat(written()).isEqualTo(byOneDesk);
    }

    private void forget() {
        database.sql("delete from act_ru_authorization" + NOT_OF_A_TASK).update();
        database.sql("delete from act_ru_filter").update();
    }

    /** Every list, and every grant with the name of its list in the place of an id that is new each time. */
    private List<String> written() {
        return database.sql("""
                        select name_ from act_ru_filter
                        union all
                        select concat_ws(' ', type_, group_id_, user_id_, granted.resource_type_,
                                         coalesce(name_, resource_id_), perms_)
                        from act_ru_authorization granted left join act_ru_filter list on list.id_ = resource_id_
                        """ + NOT_OF_A_TASK.replace("resource_type_", "granted.resource_type_") + " order by 1")
                .query(String.class)
                .list();
    }
}
