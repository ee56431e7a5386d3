package io.quarkiverse.binds.test.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on the packaged application, as a user starts them. */
@Tag("packaged-only")
class CommandIT {

    @TempDir
    Path directory;

    private PackagedCommand run(String... arguments) throws Exception {
        // the port is taken: an application that opens it fails
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return PackagedCommand.run(directory,
                    List.of("quarkus.http.host=127.0.0.1", "quarkus.http.port=" + taken.getLocalPort(),
                            "quarkus.binds.commands.url=h2:file:" + directory.resolve("books")),
                    arguments);
        }
    }

    /** The start would have made the table before the command, as {@code schema=update} of the bind says. */
    @Test
    @Tag("smoke")
    void commandRunsInsteadOfTheApplication() throws Exception {
        PackagedCommand created = run("db", "create-all", "--bind", "commands");

        assertThat(created.exitCode()).as(created.errors()).isZero();
        assertThat(created.output()).isEqualToNormalizingNewlines("Tables created: command_book\n");
        assertThat(created.errors()).doesNotContain("ERROR", "Listening on", "Failed to start", "Bind 'commands': h2");

        PackagedCommand again = run("db", "create-all", "--bind", "commands");

        assertThat(again.exitCode()).as(again.errors()).isZero();
        assertThat(again.output()).isEqualToNormalizingNewlines("No table was created.\n");
    }

    @Test
    void failureIsExitCodeOne() throws Exception {
        Files.createDirectory(directory.resolve("books.mv.db")); // where the database would have its file

        PackagedCommand failed = run("db", "create-all", "--bind", "commands");

        assertThat(failed.exitCode()).isOne();
        assertThat(failed.output()).isEmpty();
        assertThat(failed.errors()).contains("The tables of bind 'commands' are not accessible")
                .doesNotContain("Failed to start");
    }

    @Test
    @Tag("smoke")
    void wrongArgumentsAreExitCodeTwo() throws Exception {
        PackagedCommand wrong = run("db", "upgrade", "--nonsense");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.output()).isEmpty();
        assertThat(wrong.errors()).contains("Unknown option: '--nonsense'", "Usage: db upgrade")
                .doesNotContain("Failed to start");
    }

    @Test
    void databasesOnTheFlyAreNamed() throws Exception {
        PackagedCommand created = run("db", "create-all", "--database", "acme,globex", "--bind", "runner-tenants");

        assertThat(created.exitCode()).as(created.errors()).isZero();
        assertThat(created.output().lines()).containsExactlyInAnyOrder(
                "Database 'acme' of bind 'runner-tenants': No table was created.",
                "Database 'globex' of bind 'runner-tenants': No table was created.",
                "2 of 2 databases without a failure");
    }

    /** Scripts and history of plain Flyway: they count, and the first comparison writes the snapshot that they lack. */
    @Test
    void scriptsAndHistoryOfFlywayAreGoneOnWith() throws Exception {
        Path scripts = Files.createDirectories(directory.resolve("src/main/resources/db/migration/commands"));
        Files.writeString(scripts.resolve("V1__books.sql"),
                "create table command_book (id bigint not null, title varchar(255), primary key (id));\n");
        Flyway.configure().dataSource("jdbc:h2:file:" + directory.resolve("books"), "", "")
                .locations("filesystem:" + scripts).load().migrate();

        PackagedCommand history = run("db", "history", "--bind", "commands");
        assertThat(history.output()).as(history.errors()).startsWith("1 books (head) (current), applied");

        PackagedCommand offline = run("db", "migrate", "--offline", "--bind", "commands");
        assertThat(offline.exitCode()).isOne();
        assertThat(offline.errors()).contains("There are scripts of bind 'commands' but no snapshot");

        PackagedCommand migrate = run("db", "migrate", "--bind", "commands");
        assertThat(migrate.output()).as(migrate.errors()).startsWith("No changes in schema detected.")
                .contains("schema.snapshot, the tables after the scripts that are there already.");

        PackagedCommand check = run("db", "check", "--offline", "--bind", "commands");
        assertThat(check.exitCode()).as(check.errors()).isZero();
        assertThat(scripts).isDirectoryContaining("glob:**/schema.snapshot");
    }

    @Test
    void scriptIsWrittenAppliedAndChecked() throws Exception {
        Files.createDirectories(directory.resolve("src/main/resources"));

        assertThat(run("db", "init", "--bind", "commands").exitCode()).isZero();
        assertThat(directory.resolve("src/main/resources/db/migration/commands/schema.snapshot")).content().contains("kind h2");

        PackagedCommand migrate = run("db", "migrate", "-m", "first tables", "--bind", "commands");
        assertThat(migrate.exitCode()).as(migrate.errors()).isZero();
        assertThat(migrate.output()).contains("__first_tables.sql", "create table command_book");

        PackagedCommand upgrade = run("db", "upgrade", "--bind", "commands");
        assertThat(upgrade.exitCode()).as(upgrade.errors()).isZero();
        assertThat(upgrade.output()).startsWith("Applied ");

        PackagedCommand check = run("db", "check", "--bind", "commands");
        assertThat(check.exitCode()).as(check.errors()).isZero();
        assertThat(check.output()).isEqualToNormalizingNewlines("No new upgrade operations detected.\n");
    }
}
