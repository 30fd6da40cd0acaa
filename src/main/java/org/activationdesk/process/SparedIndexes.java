package org.activationdesk.process;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Indexes of the engine that cost more than they give: half of what an activation writes into the database's log was theirs.
 * Those that nobody reads are dropped, and those on columns that the desk hardly fills are made smaller by what is empty.
 * docs/decisions/indexes-that-are-left-out.md says what each was for.
 */
@Component
class SparedIndexes implements SmartInitializingSingleton {
    private static final List<String> UNREAD = List.of(
            "act_idx_hi_act_inst_stats",
            "act_idx_hi_act_inst_comp",
            "act_idx_hi_ai_pdefid_end_time",
            "act_idx_hi_actinst_root_pi",
            "act_idx_hi_act_inst_proc_def_key",
            "act_idx_hi_act_inst_end",
            "act_idx_hi_act_inst_start_end",
            "act_idx_hi_act_inst_tenant_id",
            "act_idx_hi_taskinstid_procinst",
            "act_idx_hi_taskinst_root_pi",
            "act_idx_hi_task_inst_proc_def_key",
            "act_idx_hi_task_inst_start",
            "act_idx_hi_task_inst_end",
            "act_idx_hi_task_inst_tenant_id",
            "act_idx_hi_pi_pdefid_end_time",
            "act_idx_hi_pro_inst_root_pi",
            "act_idx_hi_pro_inst_proc_def_key",
            "act_idx_hi_pro_inst_proc_time",
            "act_idx_hi_pro_inst_end",
            "act_idx_hi_pro_inst_tenant_id",
            "act_idx_hi_pro_rst_pro_inst_id",
            "act_idx_hi_op_log_procdef",
            "act_idx_hi_op_log_root_pi",
            "act_idx_event_subscr_evt_name",
            "act_idx_event_subscr_tenant_id",
            "act_idx_exec_tenant_id",
            "act_idx_task_tenant_id",
            "act_idx_job_tenant_id");

    private static final List<String> MOSTLY_EMPTY = List.of(
            "act_idx_event_subscr_config_",
            "act_idx_exe_super",
            "act_idx_exe_parent",
            "act_idx_task_owner",
            "act_idx_task_last_updated",
            "act_idx_task_case_exec",
            "act_idx_task_case_def_id");

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    SparedIndexes(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            database.sql("select pg_advisory_xact_lock(?)")
                    .param(EngineIndexes.LOCK)
                    .query()
                    .singleRow();
            whole(UNREAD).forEach(index -> drop(index.name()));
            whole(MOSTLY_EMPTY).forEach(this::makeSmaller);
        });
    }

    /** Those that are as the engine has made them; looked for first, as a change waits for everybody who uses the table. */
    private List<Whole> whole(List<String> names) {
        return database.sql("""
                        select relname as name, pg_get_indexdef(oid) as definition,
                               (select attname from pg_attribute where attrelid = oid and attnum = 1) as first_column
                        from pg_class join pg_index on indexrelid = oid
                        where oid = any (select to_regclass(name) from unnest(:names) as name) and indpred is null
                        """)
                .param("names", names.toArray(String[]::new))
                .query(Whole.class)
                .list();
    }

    private void drop(String name) {
        database.sql("drop index " + name).update();
    }

    private void makeSmaller(Whole index) {
        drop(index.name());
        database.sql(index.definition() + " where " + index.firstColumn() + " is not null")
                .update();
    }

    private record Whole(String name, String definition, String firstColumn) {}
}
