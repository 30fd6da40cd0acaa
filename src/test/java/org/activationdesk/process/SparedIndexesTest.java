package org.activationdesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.activationdesk.tryout.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which of the engine's indexes are written; a new version of the engine may bring more. */
@DeskTest
class SparedIndexesTest {
    @Autowired
    private JdbcClient database;

    @Test
    void an_activity_of_the_history_is_found_by_itself_by_its_process_and_by_the_clean_up() {
        assertThat(wholeIndexes("act_hi_actinst"))
                .containsExactly("act_hi_actinst_pkey", "act_idx_hi_act_inst_procinst", "act_idx_hi_act_inst_rm_time");
    }

    @Test
    void a_task_of_the_history_is_found_by_itself_by_its_process_and_by_the_clean_up() {
        assertThat(wholeIndexes("act_hi_taskinst"))
                .containsExactly(
                        "act_hi_taskinst_pkey", "act_idx_hi_task_inst_rm_time", "act_idx_hi_taskinst_procinst");
    }

    @Test
    void what_waits_for_a_message_is_found_by_itself_and_by_its_execution() {
        assertThat(wholeIndexes("act_ru_event_subscr"))
                .containsExactly("act_idx_event_subscr", "act_ru_event_subscr_pkey");
    }

    @Test
    void nothing_stands_in_an_index_of_what_is_empty() {
        assertThat(wholeIndexes("act_ru_task"))
                .doesNotContain("act_idx_task_owner", "act_idx_task_last_updated", "act_idx_task_case_exec");
        assertThat(indexes("act_ru_task", true)).contains("act_idx_task_owner", "act_idx_task_case_def_id");
    }

    private List<String> wholeIndexes(String table) {
        return indexes(table, false);
    }

    private List<String> indexes(String table, boolean smaller) {
        return database.sql("""
                        select relname from pg_class join pg_index on indexrelid = oid
                        where indrelid = :table::regclass and (indpred is not null) = :smaller order by relname
                        """)
                .param("table", table)
                .param("smaller", smaller)
                .query(String.class)
                .list();
    }
}
