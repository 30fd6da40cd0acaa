package org.activationdesk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.activationdesk.tryout.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How rows become records. */
@DeskTest
class RecordRowsTest {
    @Autowired
    private JdbcClient database;

    @Test
    void a_component_has_the_name_of_its_column_without_underscores() {
        assertThat(row("select 7 as some_number, 'SECOND' as which, date '2026-11-22' as last_day, "
                        + "timestamptz '2026-11-22 10:00+02' as since"))
                .isEqualTo(new Row(7, Which.SECOND, LocalDate.of(2026, 11, 22), Instant.parse("2026-11-22T08:00:00Z")));
    }

    @Test
    void what_is_empty_stays_empty() {
        assertThat(row("select null::int as some_number, null::text as which, null::date as last_day, "
                        + "null::timestamptz as since"))
                .isEqualTo(new Row(null, null, null, null));
    }

    private Row row(String sql) {
        return database.sql(sql).query(Row.class).single();
    }

    private enum Which {
        FIRST,
        SECOND
    }

    private record Row(Integer someNumber, Which which, LocalDate lastDay, Instant since) {}
}
