package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.databases.MySqlTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** L6 on MySQL, with the databases of {@link OnMySql}, whose test resource is that of all tests. */
@QuarkusTest
class ReadOnlyTest extends ReadOnlyUnitsOfWork {

    private static final int REQUESTS = 20;

    @Override
    DatabaseServer server() {
        return MySql.shared();
    }

    @Override
    String database(String bind) {
        return MySqlTestResource.database(bind);
    }

    /** L6: writes are refused without asking the server. */
    @Test
    void readOnlyRequestSendsNoExtraCommands() {
        long usual = Long.MAX_VALUE;
        long readOnly = Long.MAX_VALUE;
        // the minimum of several series: a connection opened or tested meanwhile adds commands
        for (int series = 0; series < 15 && (usual != readOnly || usual % REQUESTS != 0); series++) {
            usual = Math.min(usual, commands("/read-only-unit/read-usual"));
            readOnly = Math.min(readOnly, commands("/read-only-unit/read"));
        }

        assertThat(readOnly).isEqualTo(usual).isGreaterThanOrEqualTo(4 * REQUESTS);
    }

    private long commands(String path) {
        long before = questions();
        for (int i = 0; i < REQUESTS; i++) {
            get(path).then().statusCode(200);
        }
        OnMySql.nothingIsBorrowed();
        return questions() - before;
    }

    /** Returns the number of commands of the application's user since the server's start. */
    private long questions() {
        return server().query("select cast(variable_value as unsigned) as n from performance_schema.status_by_user"
                + " where user = ? and variable_name = 'Questions'", server().user()).stream()
                .mapToLong(row -> ((Number) row.get("n")).longValue()).sum();
    }
}
