package io.quarkiverse.binds.runtime.migration.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.BindSetting;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.DatabaseAddress;
import io.quarkiverse.binds.DatabaseSource;
import io.quarkiverse.binds.MigrationCheck;
import io.quarkiverse.binds.runtime.migration.file.ScriptRoot;

/** Arguments, exit codes and messages, by beans that record their calls. */
class CommandRunnerTest {

    @TempDir
    Path directory;

    private final RecordingMigrations migrations = new RecordingMigrations();
    private final RecordingDatabases databases = new RecordingDatabases();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private List<BindInfo> binds = List.of(bind("users", false));
    private List<String> keys = List.of();
    private List<String> inactive = List.of();
    private final List<String> known = Collections.synchronizedList(new ArrayList<>());

    private static BindInfo bind(String name, boolean dynamic) {
        return new BindInfo(name, "mysql", Optional.empty(), List.of(),
                dynamic ? List.of(new BindSetting("dynamic", "true", "test")) : List.of());
    }

    private final class ListedBinds implements Binds {

        @Override
        public List<BindInfo> list() {
            return binds;
        }

        @Override
        public BindInfo get(String name) {
            return binds.stream().filter(bind -> bind.name().equals(name)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no bind '" + name + "'"));
        }
    }

    private final class ListingSource implements DatabaseSource {

        @Override
        public Optional<DatabaseAddress> find(String bind, String key) {
            return Optional.empty();
        }

        @Override
        public List<String> keys(String bind) {
            return keys;
        }
    }

    private int run(String... arguments) {
        Binds listed = new ListedBinds();
        Actions actions = new Actions(() -> migrations, () -> new RecordingSchema(migrations.calls),
                new FileActions(listed, Clock.systemUTC()), known::add);
        try (PrintStream results = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            return new CommandRunner(new Targets(listed, List.of(new ListingSource()), bind -> !inactive.contains(bind)),
                    actions, databases, results, errors)
                    .run(new CommandSyntax("db").parse(Arrays.asList(arguments)));
        }
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @AfterEach
    void forgetDirectory() {
        System.clearProperty(ScriptRoot.KEY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            upgrade | upgrade users head
            upgrade +1 | upgrade users +1
            upgrade 20261130120000 | upgrade users 20261130120000
            downgrade | downgrade users -1
            downgrade -2 | downgrade users -2
            downgrade base | downgrade users base
            check | check users
            check --offline | checkOffline users
            stamp | stamp users head
            stamp base | stamp users base
            history | history users
            current | history users
            create-all | createAll users
            drop-all --allow-destructive | dropAll users
            """)
    void commandCallsTheBean(String arguments, String call) {
        assertThat(run(arguments.split(" "))).as(err()).isZero();

        assertThat(migrations.calls).containsExactly(call);
        assertThat(err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '' | Missing command | Usage: db
            upgrad | Unmatched argument at index 0: 'upgrad' | Usage: db
            upgrade --nonsense | Unknown option: '--nonsense' | Usage: db upgrade
            upgrade 1 2 | Unmatched argument at index 2: '2' | Usage: db upgrade
            upgrade -m x | Unknown option: '-m' | Usage: db upgrade
            migrate -m | Missing required parameter for option '--message' | Usage: db migrate
            upgrade --parallel 0 | --parallel must be at least 1 | Usage: db upgrade
            upgrade --parallel x | Invalid value for option '--parallel' | Usage: db upgrade
            check --offline --databases | --offline uses no database | Usage: db check
            check --databases --database a | --databases and --database exclude each other | Usage: db check
            drop-all | say --allow-destructive | Usage: db drop-all
            """)
    void wrongArgumentsAreAnsweredWithTheUsage(String arguments, String message, String usage) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(2);

        assertThat(err()).contains(message).contains(usage);
        assertThat(out()).isEmpty();
        assertThat(migrations.calls).isEmpty();
    }

    @Test
    void helpListsTheCommands() {
        assertThat(run("--help")).isZero();

        assertThat(out()).startsWith("Usage: db").contains(Arrays.stream(Action.values()).map(Action::word).toList());
        assertThat(err()).isEmpty();
    }

    @Test
    void helpOfACommandListsItsOptions() {
        assertThat(run("migrate", "-h")).isZero();

        assertThat(out()).startsWith("Usage: db migrate").contains("--message", "--offline", "--allow-destructive", "--bind",
                "--directory", "--database");
    }

    @Test
    void cleanCheckSaysSo() {
        migrations.check = new MigrationCheck("users", List.of(), List.of(), List.of("The bind has no entities"));

        assertThat(run("check")).isZero();

        assertThat(out()).isEqualToNormalizingNewlines("""
                Note: The bind has no entities
                No new upgrade operations detected.
                """);
    }

    @Test
    void differencesAreAnError() {
        migrations.check = new MigrationCheck("users", List.of(RecordingMigrations.ADD, RecordingMigrations.DROP), List.of("3"),
                List.of());

        assertThat(run("check")).isOne();

        assertThat(out()).isEmpty();
        assertThat(err()).isEqualToNormalizingNewlines("""
                Target database is not up to date. Not applied: 3. Apply them by db upgrade.
                New upgrade operations detected:
                  add column book.price decimal(10,2)
                  drop column book.isbn (loses data)
                Write a script for them by db migrate.
                """);
    }

    @Test
    void migrateNeedsInit() {
        assertThat(run("migrate", "-d", directory.toString())).isOne();

        assertThat(err()).isEqualToNormalizingNewlines("Path doesn't exist: " + directory.resolve("users")
                + ". Please use the 'init' command before\n");
        assertThat(migrations.calls).isEmpty();
    }

    @Test
    void migrateWritesNothingIfThereAreNoChanges() {
        assertThat(run("init", "-d", directory.toString())).isZero();
        migrations.check = new MigrationCheck("users", List.of(), List.of(), List.of("It has no entities"));

        assertThat(run("migrate", "-d", directory.toString())).isZero();

        assertThat(out()).endsWith("No changes in schema detected.%nNote: It has no entities%n".formatted());
        assertThat(migrations.calls).containsExactly("migrate users migration false false", "check users");
    }

    @Test
    void migrateShowsScriptAndChanges() {
        migrations.changes = List.of(RecordingMigrations.ADD, RecordingMigrations.DROP);
        run("init", "-d", directory.toString());
        out.reset();

        assertThat(run("migrate", "-m", "add price", "--offline", "-d", directory.toString())).isZero();

        assertThat(migrations.calls).containsExactly("migrate users add price true false");
        assertThat(out()).isEqualToNormalizingNewlines("""
                Wrote V4__x.sql
                  add column book.price decimal(10,2)
                  drop column book.isbn (loses data)
                What loses data is a comment in the script, since --allow-destructive is not given.
                Review the script, then apply it by db upgrade.
                """);
    }

    @Test
    void initIsForAnEmptyDirectory() {
        assertThat(run("init", "-d", directory.toString())).isZero();
        assertThat(directory.resolve("users/schema.snapshot")).content().contains("kind mysql");

        assertThat(run("init", "-d", directory.toString())).isOne();
        assertThat(err()).contains("already exists and is not empty");
    }

    @Test
    void historyIsNewestFirst() {
        assertThat(run("history")).isZero();

        assertThat(out()).isEqualToNormalizingNewlines("""
                3 add isbn (head), not applied
                2 add price (current), applied 2026-11-30T12:00:00Z
                1 create, applied 2026-11-29T12:00:00Z
                """);
    }

    @Test
    void scriptsArePrintedInsteadOfRun() throws Exception {
        Path scripts = Files.createDirectories(directory.resolve("users"));
        for (String version : List.of("1", "2", "3")) {
            Files.writeString(scripts.resolve("V" + version + "__x.sql"), "up " + version + ";\n");
            Files.writeString(scripts.resolve("U" + version + "__x.sql"), "down " + version + ";\n");
        }
        String root = directory.toString();

        run("sql", "-d", root);
        run("upgrade", "--sql", "-d", root);
        run("downgrade", "--sql", "base", "-d", root);
        run("sql", "--offline", "-d", root);
        run("heads", "-d", root);
        run("history", "--offline", "-d", root);

        assertThat(out()).isEqualToNormalizingNewlines("""
                up 3;
                up 3;
                down 2;
                down 1;
                up 1;
                up 2;
                up 3;
                3 (head)
                3 x (head)
                2 x
                1 x
                """);
        assertThat(migrations.calls).containsOnly("history users");
        assertThat(run("upgrade", "--sql", "nope", "-d", root)).isOne();
        assertThat(err()).contains("Can't locate revision identified by 'nope'. There are: [3]");
    }

    @Test
    void snapshotIsMerged() throws Exception {
        String root = directory.toString();
        run("init", "-d", root);
        assertThat(run("merge", "-d", root)).isZero();
        assertThat(out()).contains("There is nothing to merge.");
        Path snapshot = directory.resolve("users/schema.snapshot");
        Files.writeString(snapshot, Files.readString(snapshot) + """
                <<<<<<< HEAD
                sequence "s" start 1 increment 1
                =======
                sequence "s" start 1 increment 50
                >>>>>>> other
                """);

        assertThat(run("merge", "-d", root)).isOne();
        assertThat(err()).contains("sequence s", "--ours or --theirs");
        assertThat(run("merge", "--theirs", "-d", root)).isZero();

        assertThat(snapshot).content().endsWith("kind mysql\nsequence \"s\" start 1 increment 50\n");
    }

    @Test
    void allBindsAreMeantAndEachFailureIsTold() {
        binds = List.of(bind(Bind.DEFAULT, false), bind("a", false), bind("b", false));
        migrations.failures.put("a", new IllegalStateException("Script 3 fails"));

        assertThat(run("upgrade")).isOne();

        assertThat(migrations.calls).containsExactly("upgrade <default> head", "upgrade a head", "upgrade b head");
        assertThat(out()).isEqualToNormalizingNewlines("Default bind: Applied 3\nBind 'b': Applied 3\n");
        assertThat(err()).isEqualToNormalizingNewlines("Bind 'a': Script 3 fails\n");
    }

    @Test
    void bindsAreNamed() {
        binds = List.of(bind(Bind.DEFAULT, false), bind("a", false), bind("b", false));

        assertThat(run("check", "--bind", "b,default", "--bind", "b")).isZero();

        assertThat(migrations.calls).containsExactly("check b", "check <default>");
        assertThat(known).containsExactly("b", "<default>");
    }

    /** The newest script of each bind, whether it was a part of the last upgrade or not. */
    @Test
    void downgradeByNumberNeedsNamedBinds() {
        binds = List.of(bind(Bind.DEFAULT, false), bind("users", false));

        assertThat(run("downgrade")).isEqualTo(2);
        assertThat(run("downgrade", "-2")).isEqualTo(2);
        assertThat(migrations.calls).isEmpty();
        assertThat(err()).isEqualToNormalizingNewlines("""
                downgrade -1 would revert scripts of 2 binds: name those that are meant, --bind default,users
                downgrade -2 would revert scripts of 2 binds: name those that are meant, --bind default,users
                """);

        assertThat(run("downgrade", "-b", "users")).isZero();
        assertThat(run("downgrade", "--bind", "default,users")).isZero();
        assertThat(run("downgrade", "base")).isZero();
        assertThat(migrations.calls).containsExactly("downgrade users -1", "downgrade <default> -1", "downgrade users -1",
                "downgrade <default> base", "downgrade users base");
    }

    @Test
    void scriptsOfSeveralBindsAreToldApart() throws Exception {
        binds = List.of(bind(Bind.DEFAULT, false), bind("users", false));
        for (String name : List.of("default", "users")) {
            Files.writeString(Files.createDirectories(directory.resolve(name)).resolve("V1__x.sql"), "up " + name + ";\n");
        }

        assertThat(run("sql", "--offline", "-d", directory.toString())).isZero();

        assertThat(out()).isEqualToNormalizingNewlines("""
                -- Default bind:
                up default;
                -- Bind 'users':
                up users;
                """);
    }

    @Test
    void bindThatIsNotInUseIsLeftOut() {
        binds = List.of(bind(Bind.DEFAULT, false), bind("users", false));
        inactive = List.of(Bind.DEFAULT);

        assertThat(run("upgrade")).isZero();

        assertThat(migrations.calls).containsExactly("upgrade users head");
        assertThat(err()).isEqualToNormalizingNewlines("Default bind is left out: its datasource is not active\n");
    }

    /** Only these make Hibernate start, which asks the server. */
    @Test
    void entitiesAreKnownToTheCommandsThatCompare() {
        List.of("upgrade", "downgrade", "current", "history", "stamp", "sql").forEach(command -> run(command));
        assertThat(known).isEmpty();

        List.of("check", "create-all").forEach(command -> run(command));
        assertThat(known).containsExactly("users", "users");
    }

    @Test
    void unknownBindIsAWrongArgument() {
        assertThat(run("check", "--bind", "nope")).isEqualTo(2);

        assertThat(err()).contains("There is no bind 'nope'");
    }

    @Test
    void dynamicBindNeedsKeys() {
        binds = List.of(bind("tenants", true), bind("users", false));

        assertThat(run("check")).isZero();
        assertThat(err()).contains("Dynamic bind 'tenants' is left out: name its databases by --databases or --database");
        assertThat(run("check", "--bind", "tenants")).isEqualTo(2);
        assertThat(run("check", "--databases")).isEqualTo(2);
        assertThat(err()).contains("No DatabaseSource bean lists databases of bind 'tenants'");
        assertThat(run("check", "--offline", "--bind", "tenants")).isZero();

        assertThat(migrations.calls).containsExactly("check users", "checkOffline tenants");
    }

    @Test
    void databasesNeedADynamicBind() {
        assertThat(run("check", "--database", "acme")).isEqualTo(2);

        assertThat(err()).contains("Databases are named, but no bind is dynamic");
    }

    @Test
    void namedDatabasesAreSelected() {
        binds = List.of(bind("tenants", true), bind("users", false));

        assertThat(run("upgrade", "--database", "acme,globex", "--parallel", "1")).isZero();

        assertThat(databases.keys).containsExactly("tenants acme", "tenants globex");
        assertThat(migrations.calls).containsExactly("upgrade tenants head", "upgrade tenants head");
        assertThat(out()).isEqualToNormalizingNewlines("""
                Database 'acme' of bind 'tenants': Applied 3
                Database 'globex' of bind 'tenants': Applied 3
                2 of 2 databases without a failure
                """);
    }

    @Test
    void failuresOfDatabasesDoNotEndTheCommand() {
        binds = List.of(bind("tenants", true));
        keys = IntStream.range(0, 1000).mapToObj(i -> "t" + i).toList();
        databases.failing = Map.of("t7", new IllegalStateException("no connection"), "t8", new IllegalStateException());

        assertThat(run("upgrade", "--databases", "--parallel", "3")).isOne();

        assertThat(databases.keys).hasSize(1000);
        assertThat(databases.mostAtOnce()).isBetween(1, 3);
        assertThat(out()).contains("998 of 1000 databases without a failure");
        assertThat(err()).contains("Database 't7' of bind 'tenants': no connection",
                "Database 't8' of bind 'tenants': java.lang.IllegalStateException", "Failed: t7, t8");
    }
}
