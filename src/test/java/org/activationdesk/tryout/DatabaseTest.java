package org.activationdesk.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DatabaseTest {
    @TempDir
    Path folder;

    @Test
    void finds_everything_again_after_it_was_killed() throws Exception {
        Path data = folder.resolve("postgres");
        Process killed =
                ChildProcess.of(Killed.class, data.toString()).inheritIO().start();
        assertThat(killed.waitFor()).isEqualTo(Killed.EXIT);
        assertThat(data.resolve("postmaster.pid")).as("PostgreSQL still runs").exists();

        try (Database database = Database.lasting(data)) {
            assertThat(client(database)
                            .sql("select word from memory")
                            .query(String.class)
                            .single())
                    .isEqualTo("kept");
            assertThat(client(database).sql("show fsync").query(String.class).single())
                    .isEqualTo("on");
        }
        assertThat(data.resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void starts_although_the_process_id_it_left_belongs_to_somebody_else() throws Exception {
        Path data = folder.resolve("postgres");
        Database.lasting(data).close();
        String other = String.valueOf(ProcessHandle.current().pid());
        Files.writeString(data.resolve("postmaster.pid"), other + "\n" + data + "\n1700000000\n5432\n");

        Database.lasting(data).close();
    }

    @Test
    void begins_again_where_the_first_start_was_broken_off() throws Exception {
        Path data = folder.resolve("postgres");
        Files.createDirectories(data);
        Files.writeString(data.resolve("postgresql.conf"), "");

        Database.lasting(data).close();
    }

    private static JdbcClient client(Database database) {
        Map<String, Object> settings = database.settings("desk");
        return JdbcClient.create(new DriverManagerDataSource(
                settings.get("spring.datasource.url").toString(),
                settings.get("spring.datasource.username").toString(),
                settings.get("spring.datasource.password").toString()));
    }

    /** Remembers a word and dies without stopping PostgreSQL. */
    static class Killed {
        static final int EXIT = 9;

        private Killed() {}

        public static void main(String[] arguments) {
            Database database = Database.lasting(Path.of(arguments[0]));
            client(database).sql("create table memory as select 'kept' as word").update();
            Runtime.getRuntime().halt(EXIT);
        }
    }
}
