package io.quarkiverse.binds.test.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.support.Await;
import io.quarkiverse.binds.test.support.Later;

/** A process is killed in the middle of {@code db upgrade}: the next one goes on. */
@Tag("packaged-only")
class KilledUpgradeIT {

    private static final String BIND = "runner-mysql";

    @TempDir
    Path directory;

    @Test
    void nextUpgradeGoesOn() throws Exception {
        DatabaseServer server = MySql.shared();
        String database = server.uniqueDatabase("killed");
        try {
            Files.createDirectories(directory.resolve("scripts").resolve(BIND));
            Files.writeString(directory.resolve("scripts").resolve(BIND).resolve("V20270101000000__killed.sql"), """
                    create table run_a (id int primary key);
                    insert into run_a values (1);
                    insert into run_a select 2 + sleep(5);
                    create table run_b (id int);
                    """);
            CompletableFuture<PackagedCommand> killed = Later.of(() -> upgrade(server.url(database)));
            Await.until("the third statement runs", () -> server.processList(database).stream()
                    .anyMatch(process -> process.statement() != null && process.statement().contains("sleep(5)")));
            assertThat(ProcessHandle.current().children().filter(KilledUpgradeIT::isUpgrade)
                    .map(ProcessHandle::destroyForcibly)).containsExactly(true);
            assertThat(killed.join().exitCode()).isGreaterThan(2);

            PackagedCommand next = upgrade(server.url(database));
            assertThat(next.exitCode()).as(next.errors()).isZero();
            assertThat(next.output()).contains("20270101000000");
            assertThat(server.queryIn(database, "select id from run_a order by id")).extracting(row -> row.get("id"))
                    .containsExactly(1, 2);
            assertThat(server.queryIn(database, "select * from run_b")).isEmpty();
        } finally {
            server.dropDatabase(database);
        }
    }

    private PackagedCommand upgrade(String url) {
        try {
            return PackagedCommand.run(directory, List.of("quarkus.binds." + BIND + ".url=" + url), "db", "upgrade", "--bind",
                    BIND, "-d", directory.resolve("scripts").toString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isUpgrade(ProcessHandle process) {
        return process.info().arguments().map(List::of).orElse(List.of()).contains("upgrade");
    }
}
