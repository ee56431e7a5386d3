package io.quarkiverse.binds.test.migrations.runner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.test.databases.MariaDb;
import io.quarkiverse.binds.test.databases.MariaDbTestResource;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.databases.MySqlTestResource;
import io.quarkiverse.binds.test.databases.PostgreSqlTestResource;
import io.quarkiverse.binds.test.support.Await;
import io.quarkiverse.binds.test.support.Later;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Scripts applied and reverted on each kind of database, with failures, interruptions and several callers at once. */
@QuarkusTest
@QuarkusTestResource(value = MySqlTestResource.class, initArgs = @ResourceArg(name = "databases", value = "runner-mysql:runner"))
@QuarkusTestResource(value = MariaDbTestResource.class, initArgs = @ResourceArg(name = "databases", value = "runner-mariadb:runner"))
@QuarkusTestResource(value = PostgreSqlTestResource.class, initArgs = @ResourceArg(name = "databases", value = "runner-postgresql:runner"))
class RunnerTest {

    private static final List<String> BINDS = List.of("runner-mysql", "runner-mariadb", "runner-postgresql", "runner-h2");
    private static final String PRICE = "20261130120000";

    @TempDir
    Path directory;

    @BeforeEach
    void noTables() {
        BINDS.forEach(bind -> ok(given().delete("/runner/" + bind)));
    }

    private static Response ok(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isBetween(200, 204);
        return response;
    }

    private Response call(String bind, String call, String target) {
        return given().queryParam("target", target).queryParam("directory", directory.toString())
                .post("/runner/" + bind + "/" + call);
    }

    private List<String> upgrade(String bind, String target) {
        return ok(call(bind, "upgrade", target)).jsonPath().getList("");
    }

    private List<String> downgrade(String bind, String target) {
        return ok(call(bind, "downgrade", target)).jsonPath().getList("");
    }

    private String refused(String bind, String call, String target) {
        Response response = call(bind, call, target);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(500);
        return response.asString();
    }

    private static String current(String bind) {
        return ok(given().get("/runner/" + bind + "/current")).asString();
    }

    private static List<String> tables(String bind) {
        return ok(given().get("/runner/" + bind + "/tables")).jsonPath().<String> getList("").stream()
                .filter(table -> table.startsWith("run_")).sorted().toList();
    }

    private List<String> states(String bind) {
        return ok(given().queryParam("directory", directory.toString()).get("/runner/" + bind + "/history")).jsonPath()
                .getList("state");
    }

    private static void sql(String bind, String statement) {
        ok(given().queryParam("sql", statement).post("/runner/" + bind + "/sql"));
    }

    private static List<String> query(String bind, String query) {
        return ok(given().queryParam("sql", query).get("/runner/" + bind + "/sql")).jsonPath().getList("");
    }

    /** Writes a script beside the packaged ones. */
    private void script(String bind, String name, String... statements) {
        try {
            Path file = directory.resolve(bind).resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join(";\n", statements) + ";\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "runner-mysql", "runner-mariadb", "runner-postgresql", "runner-h2" })
    void scriptsGoUpAndDown(String bind) {
        assertThat(states(bind)).containsExactly("PENDING", "PENDING", "PENDING");
        assertThat(current(bind)).isEqualTo("none");
        assertThat(downgrade(bind, "base")).isEmpty();

        assertThat(upgrade(bind, "+1")).containsExactly("1");
        assertThat(tables(bind)).containsExactly("run_book");
        assertThat(ok(given().get("/runner/" + bind + "/pending")).jsonPath().<String> getList("")).containsExactly("2", PRICE);
        assertThat(upgrade(bind, "head")).containsExactly("2", PRICE);
        assertThat(upgrade(bind, "head")).isEmpty();
        assertThat(current(bind)).isEqualTo(PRICE);
        assertThat(states(bind)).containsExactly("APPLIED", "APPLIED", "APPLIED");
        assertThat(query(bind, "select title from run_book")).as("placeholders of Flyway are off")
                .containsExactly("costs ${price}");

        assertThat(downgrade(bind, "-1")).containsExactly(PRICE);
        assertThat(current(bind)).isEqualTo("2");
        assertThat(downgrade(bind, "1")).containsExactly("2");
        assertThat(tables(bind)).containsExactly("run_book");
        assertThat(upgrade(bind, "2")).containsExactly("2");
        assertThat(upgrade(bind, PRICE)).containsExactly(PRICE);
        assertThat(downgrade(bind, "base")).containsExactly(PRICE, "2", "1");
        assertThat(tables(bind)).isEmpty();
        assertThat(current(bind)).isEqualTo("none");
        assertThat(upgrade(bind, "head")).containsExactly("1", "2", PRICE);
    }

    @Test
    void targetsThatDoNotExistAreRefused() {
        String bind = "runner-h2";
        upgrade(bind, "1");

        assertThat(refused(bind, "upgrade", "nope")).contains("'nope'", "bind 'runner-h2'", "1, 2, " + PRICE);
        assertThat(refused(bind, "downgrade", "77")).contains("'77'", "1, 2, " + PRICE);
        assertThat(refused(bind, "stamp", "77")).contains("'77'");
        assertThat(refused(bind, "upgrade", "+3")).contains("'+3'", "2 scripts to apply");
        assertThat(refused(bind, "downgrade", "-2")).contains("'-2'", "1 applied scripts");
        assertThat(given().post("/runner/runner-h2/transactional").asString()).contains("while this thread has a transaction");
        assertThat(current(bind)).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = { "runner-mysql", "runner-mariadb", "runner-postgresql" })
    void databaseWithTablesIsStamped(String bind) {
        sql(bind, "create table run_book (id int primary key, title varchar(50))");
        sql(bind, "create table run_author (id int primary key)");

        assertThat(refused(bind, "upgrade", "head")).contains("has tables but no history table flyway_schema_history",
                "stamp(\"base\")");
        ok(call(bind, "stamp", "2"));
        assertThat(current(bind)).isEqualTo("2");
        assertThat(states(bind)).containsExactly("APPLIED", "APPLIED", "PENDING");
        assertThat(upgrade(bind, "head")).containsExactly(PRICE);

        ok(call(bind, "stamp", "base"));
        assertThat(current(bind)).isEqualTo("none");
        assertThat(tables(bind)).containsExactly("run_author", "run_book");
        ok(call(bind, "stamp", "head"));
        assertThat(current(bind)).isEqualTo(PRICE);
        assertThat(upgrade(bind, "head")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "runner-mysql", "runner-mariadb" })
    void upgradeGoesOnAfterAFailure(String bind) {
        script(bind, "V20270101000000__half.sql", "create table run_a (id int primary key)",
                "insert into run_a values (1)", "alter table run_missing add column x int", "create table run_b (id int)");
        script(bind, "U20270101000000__half.sql", "drop table run_b", "alter table run_missing drop column x",
                "drop table run_a");

        assertThat(refused(bind, "upgrade", "head")).contains("V20270101000000__half.sql", "bind '" + bind + "'", "statement 3",
                "line 3", "[alter table run_missing add column x int]", "1 [create table run_a (id int primary key)",
                "2 [insert into run_a values (1)", "call upgrade again", "stamp(\"" + PRICE + "\")");
        assertThat(states(bind)).containsExactly("APPLIED", "APPLIED", "APPLIED", "FAILED");
        assertThat(refused(bind, "downgrade", "-1")).contains("interrupted after 2 statements", "repeat the upgrade");
        assertThat(refused(bind, "upgrade", "head")).as("again").contains("statement 3", "2 [insert into run_a");

        script(bind, "V20270101000000__half.sql", "create table run_a (id int primary key, name int)",
                "insert into run_a values (1)", "alter table run_missing add column x int", "create table run_b (id int)");
        assertThat(refused(bind, "upgrade", "head")).contains("The first 2 statements of the script V20270101000000__half.sql",
                "have been changed");
        sql(bind, "create table run_missing (id int)");
        script(bind, "V20270101000000__half.sql", "create table run_a (id int primary key)",
                "insert into run_a values (1)", "alter table run_missing add column x bigint", "create table run_b (id int)");
        assertThat(upgrade(bind, "head")).containsExactly("20270101000000");
        assertThat(tables(bind)).containsExactly("run_a", "run_author", "run_b", "run_book", "run_missing");
        assertThat(query(bind, "select id from run_a")).containsExactly("1");
        assertThat(upgrade(bind, "head")).isEmpty();

        sql(bind, "alter table run_missing drop column x");
        assertThat(refused(bind, "downgrade", "-1")).contains("U20270101000000__half.sql", "statement 2", "line 2",
                "1 [drop table run_b]", "call downgrade again");
        assertThat(refused(bind, "upgrade", "head")).contains("interrupted after 1 statements", "repeat the downgrade");
        sql(bind, "alter table run_missing add column x int");
        assertThat(downgrade(bind, "-1")).containsExactly("20270101000000");
        assertThat(tables(bind)).containsExactly("run_author", "run_book", "run_missing");
        assertThat(current(bind)).isEqualTo(PRICE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "runner-mysql", "runner-mariadb" })
    void failedScriptIsTakenBackByHandAndStamped(String bind) {
        script(bind, "V20270101000000__half.sql", "create table run_a (id int)", "alter table run_missing add column x int");
        refused(bind, "upgrade", "head");

        sql(bind, "drop table run_a");
        ok(call(bind, "stamp", PRICE));
        sql(bind, "create table run_missing (id int)");
        assertThat(upgrade(bind, "head")).containsExactly("20270101000000");
        assertThat(tables(bind)).contains("run_a");
    }

    @Test
    void failedScriptIsRolledBackOnPostgreSql() {
        String bind = "runner-postgresql";
        script(bind, "V20270101000000__half.sql", "create table run_a (id int)", "alter table run_missing add column x int");
        script(bind, "U20270101000000__half.sql", "drop table run_a", "alter table run_missing drop column x");

        assertThat(refused(bind, "upgrade", "head")).contains("V20270101000000__half.sql", "statement 2", "line 2",
                "nothing of it is applied");
        assertThat(tables(bind)).containsExactly("run_author", "run_book");
        sql(bind, "create table run_missing (id int)");
        assertThat(upgrade(bind, "head")).containsExactly("20270101000000");

        sql(bind, "drop table run_missing");
        assertThat(refused(bind, "downgrade", "-1")).contains("U20270101000000__half.sql", "statement 2",
                "rolled the script back");
        assertThat(tables(bind)).as("rolled back").contains("run_a");
        assertThat(current(bind)).isEqualTo("20270101000000");
    }

    @Test
    void failedScriptIsTakenBackByHandOnH2() {
        String bind = "runner-h2";
        script(bind, "V20270101000000__half.sql", "create table run_a (id int)", "insert into run_a values (1)",
                "alter table run_missing add column x int");
        script(bind, "U20270101000000__half.sql", "drop table run_a", "alter table run_missing drop column x");

        assertThat(refused(bind, "upgrade", "head")).contains("statement 3", "1 [create table run_a", "2 [insert into run_a",
                "stamp(\"" + PRICE + "\")");
        assertThat(refused(bind, "upgrade", "head")).contains("has failed before", "stamp(\"" + PRICE + "\")");
        sql(bind, "drop table run_a");
        ok(call(bind, "stamp", PRICE));
        sql(bind, "create table run_missing (id int)");
        assertThat(upgrade(bind, "head")).containsExactly("20270101000000");

        sql(bind, "alter table run_missing drop column x");
        assertThat(refused(bind, "downgrade", "-1")).contains("statement 2", "1 [drop table run_a]",
                "stamp(\"" + PRICE + "\")");
        ok(call(bind, "stamp", PRICE));
        assertThat(current(bind)).isEqualTo(PRICE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "runner-mysql", "runner-postgresql", "runner-h2" })
    void nothingIsRevertedIfAnUndoScriptIsMissing(String bind) {
        script(bind, "V20261201000000__a.sql", "create table run_a (id int)");
        script(bind, "V20261202000000__b.sql", "create table run_b (id int)");
        script(bind, "U20261202000000__b.sql", "drop table run_b");
        upgrade(bind, "head");

        assertThat(refused(bind, "downgrade", "base")).contains("Nothing is reverted", "20261201000000 (a)",
                "db/migration/" + bind, directory.toString());
        assertThat(tables(bind)).contains("run_a", "run_b", "run_book");
        assertThat(downgrade(bind, "-1")).containsExactly("20261202000000");
    }

    @ParameterizedTest
    @ValueSource(strings = { "runner-mysql", "runner-h2" })
    void changedAndMissingScriptsAreTold(String bind) throws IOException {
        script(bind, "V20261201000000__a.sql", "create table run_a (id int)");
        script(bind, "V20261202000000__b.sql", "create table run_b (id int)");
        upgrade(bind, "head");

        script(bind, "V20261201000000__a.sql", "create table run_a (id bigint)");
        Files.delete(directory.resolve(bind).resolve("V20261202000000__b.sql"));
        assertThat(refused(bind, "upgrade", "head")).contains("20261201000000 (a) was changed after it had been applied",
                "20261202000000 (b) is applied, but there is no such script", "Restore the scripts");
        assertThat(states(bind)).endsWith("MISSING");
        ok(call(bind, "stamp", "head"));
        assertThat(upgrade(bind, "head")).isEmpty();
        assertThat(current(bind)).isEqualTo("20261201000000");
    }

    @Test
    void changeOfRowsIsRolledBackByAFailureOnMySql() {
        String bind = "runner-mysql";
        script(bind, "V20270101000000__rows.sql", "insert into run_author values (1)", "insert into run_missing values (1)");

        assertThat(refused(bind, "upgrade", "head")).contains("No statement of it is applied", "statement 2");
        assertThat(query(bind, "select id from run_author")).isEmpty();
        sql(bind, "create table run_missing (id int)");
        assertThat(refused(bind, "upgrade", "+2")).contains("'+2'");
        assertThat(upgrade(bind, "head")).containsExactly("20270101000000");
        assertThat(query(bind, "select id from run_author")).containsExactly("1");
    }

    private static void killWhileItRuns(String bind, String statement) {
        var server = bind.equals("runner-mysql") ? MySql.shared() : MariaDb.shared();
        String database = bind.equals("runner-mysql") ? MySqlTestResource.database(bind) : MariaDbTestResource.database(bind);
        Await.until("the server executes " + statement,
                () -> server.processList(database).stream().anyMatch(process -> isOf(process.statement(), statement)));
        server.processList(database).stream().filter(process -> isOf(process.statement(), statement))
                .forEach(process -> server.kill(process.id()));
    }

    private static boolean isOf(String running, String statement) {
        return running != null && running.contains(statement);
    }

    /** The connection ends while a statement changes rows: the server rolls it back, and the next upgrade repeats it. */
    @ParameterizedTest
    @ValueSource(strings = { "runner-mysql", "runner-mariadb" })
    void upgradeGoesOnAfterTheConnectionWasKilled(String bind) {
        String name = "V20270101000000__killed.sql";
        script(bind, name, "create table run_a (id int primary key)", "insert into run_a values (1)",
                "insert into run_a select 2 + sleep(60)", "create table run_b (id int)");
        CompletableFuture<String> interrupted = Later.of(() -> refused(bind, "upgrade", "head"));
        killWhileItRuns(bind, "sleep(60)");

        assertThat(interrupted.join()).contains(name, "statement 3", "1 [create table run_a (id int primary key)");
        script(bind, name, "create table run_a (id int primary key)", "insert into run_a values (1)",
                "insert into run_a select 2 + sleep(0)", "create table run_b (id int)");
        assertThat(upgrade(bind, "head")).containsExactly("20270101000000");
        assertThat(query(bind, "select id from run_a order by id")).containsExactly("1", "2");
        assertThat(tables(bind)).contains("run_b");
    }

    /** The connection ends in a change of a table, whose outcome is unknown: here the change was made. */
    @ParameterizedTest
    @ValueSource(strings = { "runner-mysql", "runner-mariadb" })
    void changeThatWasMadeBeforeAnInterruptionCountsAsApplied(String bind) throws Exception {
        upgrade(bind, "head");
        script(bind, "V20270101000000__killed.sql", "create table run_a (id int)", "alter table run_book add column pages int",
                "create table run_b (id int)");
        var server = bind.equals("runner-mysql") ? MySql.shared() : MariaDb.shared();
        String database = bind.equals("runner-mysql") ? MySqlTestResource.database(bind) : MariaDbTestResource.database(bind);
        CompletableFuture<String> interrupted;
        try (var reader = server.connect(database); var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("select * from run_book").close(); // the change waits for the end of this transaction
            interrupted = Later.of(() -> refused(bind, "upgrade", "head"));
            killWhileItRuns(bind, "add column pages");
            assertThat(interrupted.join()).contains("statement 2");
        }

        sql(bind, "alter table run_book add column pages int");
        assertThat(upgrade(bind, "head")).containsExactly("20270101000000");
        assertThat(tables(bind)).contains("run_a", "run_b");
    }

    @ParameterizedTest
    @ValueSource(strings = { "runner-mysql", "runner-mariadb", "runner-postgresql", "runner-h2" })
    void scriptsAreAppliedOnceByManyCallers(String bind) {
        List<CompletableFuture<List<String>>> callers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            callers.add(Later.of(() -> upgrade(bind, "head")));
        }

        List<String> applied = callers.stream().flatMap(caller -> caller.join().stream()).sorted().toList();
        assertThat(applied).containsExactly("1", "2", PRICE);
        assertThat(query(bind, "select title from run_book")).hasSize(1);
    }

    @Test
    void bindsThatShareADatabaseHaveAHistoryEach() {
        assertThat(upgrade("runner-h2", "head")).containsExactly("1", "2", PRICE);
        assertThat(upgrade("runner-shared", "head")).containsExactly("1");
        assertThat(ok(given().get("/runner/runner-h2/tables")).jsonPath().<String> getList(""))
                .contains("flyway_schema_history_runner-h2", "flyway_schema_history_runner-shared", "run_shared");
        assertThat(downgrade("runner-shared", "base")).containsExactly("1");
        assertThat(current("runner-h2")).isEqualTo(PRICE);
    }

    @Test
    void startAppliesScriptsBeforeTablesAreValidated() {
        assertThat(current("runner-start")).isEqualTo("1");
    }

    @Test
    void databaseOnTheFlyIsMigratedWhenItIsOpened() {
        assertThat(ok(given().get("/runner/runner-tenants/keys/a/tables")).jsonPath().<String> getList(""))
                .contains("RUN_AUTHOR", "RUN_BOOK");
        assertThat(ok(given().queryParam("target", "base").post("/runner/runner-tenants/keys/a/downgrade")).jsonPath()
                .<String> getList("")).containsExactly(PRICE, "2", "1");

        String database = MySql.shared().uniqueDatabase("runner_shop");
        try {
            assertThat(ok(given().queryParam("url", MySql.shared().url(database)).get("/runner/runner-shops/keys/b/tables"))
                    .jsonPath().<String> getList("")).contains("run_author", "run_book");
            assertThat(MySql.shared().queryIn(database, "select * from flyway_schema_history")).hasSize(3);
        } finally {
            MySql.shared().dropDatabase(database);
        }
    }

    @Test
    void databaseOnTheFlyThatCannotBeMigratedIsNotOpened() {
        String database = MySql.shared().uniqueDatabase("runner_shop");
        try {
            MySql.shared().executeIn(database, "create table run_other (id int)");
            Response refused = given().queryParam("url", MySql.shared().url(database))
                    .get("/runner/runner-shops/keys/c/tables");

            assertThat(refused.statusCode()).isGreaterThanOrEqualTo(500);
            assertThat(refused.asString()).contains("'c'", "schema=migrate failed", "has tables but no history table");
        } finally {
            MySql.shared().dropDatabase(database);
        }
    }
}
