package io.quarkiverse.binds.test.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.support.Await;

/**
 * Replicas of the packaged application that start together, each with {@code migrate-at-start}. Ten starts take long on few
 * cores, so it is run with all packaged tests only; {@code RunnerTest} has callers of one process.
 */
class ReplicasIT {

    private static final int REPLICAS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String BIND = "runner-mysql";
    private static final Pattern BIND_KEY = Pattern.compile("^quarkus\\.binds\\.([\\w-]+)\\.(?:url|db-kind)=",
            Pattern.MULTILINE);

    @TempDir
    Path directory;

    @Test
    void scriptsAreAppliedOnceByReplicasThatStartTogether() throws Exception {
        DatabaseServer server = MySql.shared();
        String database = server.uniqueDatabase("replicas");
        List<Process> replicas = new ArrayList<>();
        try {
            Files.createDirectories(directory.resolve("scripts").resolve(BIND));
            // a second application of any of these fails or is seen
            Files.writeString(directory.resolve("scripts").resolve(BIND).resolve("V20270101000000__slow.sql"), """
                    create table run_count (id int primary key auto_increment, slept int);
                    insert into run_count (slept) select sleep(1);
                    alter table run_count add column done int;
                    """);
            for (int i = 0; i < REPLICAS; i++) {
                replicas.add(PackagedCommand.start(directory, "replica" + i, properties(server.url(database))));
            }

            for (int i = 0; i < REPLICAS; i++) {
                Process replica = replicas.get(i);
                Path log = directory.resolve("replica" + i);
                Await.until("replica " + i + " serves or has ended", PATIENCE,
                        () -> read(log).contains("Listening on") || !replica.isAlive());
                assertThat(read(log)).contains("Listening on").doesNotContain("ERROR");
            }
            assertThat(server.queryIn(database, "select version from flyway_schema_history order by installed_rank"))
                    .extracting(row -> row.get("version")).containsExactly("1", "2", "20261130120000", "20270101000000");
            assertThat(server.queryIn(database, "select id, done from run_count")).hasSize(1);
        } finally {
            replicas.forEach(Process::destroyForcibly);
            for (Process replica : replicas) {
                replica.waitFor();
            }
            server.dropDatabase(database);
        }
    }

    /** Other binds are not in use, so that ten processes start fast. */
    private List<String> properties(String url) throws IOException {
        List<String> properties = new ArrayList<>(List.of("quarkus.http.host=127.0.0.1", "quarkus.http.port=0",
                "quarkus.binds." + BIND + ".url=" + url, "quarkus.binds." + BIND + ".migrate-at-start=true",
                "quarkus.binds.migrations.directory=" + directory.resolve("scripts")));
        BIND_KEY.matcher(Files.readString(Path.of("src/main/resources/application.properties"))).results()
                .map(key -> key.group(1)).filter(bind -> !bind.equals(BIND)).distinct()
                .forEach(bind -> properties.addAll(List.of("quarkus.datasource.\"" + bind + "\".active=false",
                        "quarkus.hibernate-orm.\"" + bind + "\".active=false")));
        return properties;
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
