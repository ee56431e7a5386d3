package io.quarkiverse.binds.test.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;

/** {@code db upgrade --databases} on databases of which one cannot be migrated. */
@Tag("packaged-only")
class DatabasesUpgradeIT {

    /** Set {@code binds.shops} to go over more of them by hand. */
    private static final int SHOPS = Integer.getInteger("binds.shops", 12);

    @TempDir
    Path directory;

    @Test
    void failureOfOneDoesNotKeepTheOthersFromTheirScripts() throws Exception {
        DatabaseServer server = MySql.shared();
        String prefix = server.uniqueDatabase("shops");
        List<String> shops = IntStream.range(0, SHOPS).mapToObj(i -> prefix + "_s" + i).toList();
        try {
            shops.forEach(shop -> server.execute("create database " + shop));
            server.executeIn(shops.get(3), "create table run_book (id int)"); // which has no history

            PackagedCommand upgrade = PackagedCommand.run(directory,
                    List.of("test.shops.count=" + SHOPS, "test.shops.url=" + server.url(prefix + "_KEY")), "db", "upgrade",
                    "--databases", "--bind", "runner-shops", "--parallel", "3");

            assertThat(upgrade.exitCode()).as(upgrade.errors()).isOne();
            assertThat(upgrade.output()).contains("Database 's0' of bind 'runner-shops': Applied 1")
                    .contains(SHOPS - 1 + " of " + SHOPS + " databases without a failure");
            assertThat(upgrade.errors().lines().filter(line -> line.startsWith("Database "))).singleElement().asString()
                    .contains("Database 's3' of bind 'runner-shops'", "has tables but no history table", "stamp");
            assertThat(upgrade.errors()).endsWith("Failed: s3" + System.lineSeparator());
            for (int i = 0; i < SHOPS; i++) {
                assertThat(server.queryIn(shops.get(i), "show tables like 'run_author'")).as("s" + i)
                        .hasSize(i == 3 ? 0 : 1);
            }
        } finally {
            shops.forEach(server::dropDatabase);
            server.dropDatabase(prefix);
        }
    }
}
