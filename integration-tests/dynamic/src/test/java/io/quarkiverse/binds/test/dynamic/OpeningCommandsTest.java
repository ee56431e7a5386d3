package io.quarkiverse.binds.test.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/**
 * L18: the commands that opening a database sends besides those of the driver's login, each of which takes a round trip: the
 * switch to the mode in which the pool keeps its connections, and the lock for initializers.
 */
@QuarkusTest
@TestProfile(OpeningCommandsTest.OneOpenProfile.class)
class OpeningCommandsTest extends OnMySql {

    private static final String BIND = "hosts";
    private static final String MODE_OF_POOL = "SET autocommit=0";
    private static final String NAME_OF_LOCK = "CONCAT('quarkus-binds.', LEFT(SHA2(DATABASE(), 256), 50))";

    /** Opening a database closes the one before, which stays up to date. */
    public static class OneOpenProfile implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.binds.hosts.max-open", "1");
        }
    }

    /** The server of a bind is checked once, on a connection of its first database. */
    @BeforeEach
    void awaitCheckOfServer() {
        if (schemas.tables("checked").isEmpty()) {
            schemas.create("checked");
            schemas.execute("checked", "create table created (id int)");
            open("checked");
            Await.until("the server is checked", LONG,
                    () -> schemas.connections("checked").stream().flatMap(id -> commands(id).stream())
                            .anyMatch(command -> command.contains("TIMESTAMPDIFF")));
        }
    }

    @Test
    void firstOpeningAddsTheLockOfTheInitializersToTheLogin() throws SQLException {
        schemas.create("first");
        List<String> login = login("first");

        open("first");

        List<String> sent = commands("first");
        assertThat(sent.subList(0, login.size())).isEqualTo(login);
        assertThat(sent.subList(login.size(), sent.size())).hasSize(3).startsWith(MODE_OF_POOL)
                .anyMatch(command -> command.startsWith("SELECT GET_LOCK(" + NAME_OF_LOCK))
                .endsWith("SELECT RELEASE_LOCK(" + NAME_OF_LOCK + ")");
        print("commands of a login: %d, of a first opening: %d", login.size(), sent.size());
    }

    @Test
    void nextOpeningAddsOneCommandToTheLogin() throws SQLException {
        schemas.create("next");
        List<String> login = login("next");
        open("next");
        open("checked");
        Await.until("it is closed", LONG, () -> schemas.connections("next").isEmpty());

        open("next");

        List<String> sent = commands("next");
        assertThat(sent.subList(0, login.size())).isEqualTo(login);
        assertThat(sent.subList(login.size(), sent.size())).containsExactly(MODE_OF_POOL);
        print("commands of a login: %d, of a next opening: %d", login.size(), sent.size());
    }

    private void open(String key) {
        open(BIND, key, schemas.url(key)).then().statusCode(200);
    }

    /** The commands that the driver sends by itself, on a connection to the same database. */
    private List<String> login(String schema) throws SQLException {
        List<String> commands;
        try (Connection connection = schemas.server().connect(schemas.name(schema))) {
            commands = commands(schema);
        }
        Await.until("it is closed", LONG, () -> schemas.connections(schema).isEmpty());
        return commands;
    }

    /** All commands on the only connection to a database, oldest first. */
    private List<String> commands(String schema) {
        assertThat(schemas.connections(schema)).as("connections to " + schema).hasSize(1);
        List<String> commands = commands(schemas.connections(schema).iterator().next());
        assertThat(commands).as("all are kept").hasSizeLessThan(10);
        return commands;
    }

    /** The last ten commands on a connection, oldest first. */
    private List<String> commands(long connection) {
        return schemas.server().query("SELECT h.sql_text AS command FROM performance_schema.events_statements_history h"
                + " JOIN performance_schema.threads t ON t.thread_id = h.thread_id WHERE t.processlist_id = ?"
                + " ORDER BY h.event_id", connection).stream().map(row -> String.valueOf(row.get("command"))).toList();
    }
}
