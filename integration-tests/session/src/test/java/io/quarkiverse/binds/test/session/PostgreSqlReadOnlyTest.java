package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.PostgreSql;
import io.quarkiverse.binds.test.databases.PostgreSqlTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** L6 on PostgreSQL. */
@QuarkusTest
@TestProfile(PostgreSqlProfile.class)
@EnabledIf("io.quarkiverse.binds.test.databases.PostgreSql#isThere")
class PostgreSqlReadOnlyTest extends ReadOnlyUnitsOfWork {

    @Override
    DatabaseServer server() {
        return PostgreSql.shared();
    }

    @Override
    String database(String bind) {
        return PostgreSqlTestResource.database(bind);
    }

    /** L6: a function that writes is a plain SELECT for the client; the server refuses the write. */
    @Test
    void writingFunctionIsRefusedByTheServer() {
        server().executeIn(database("default"), "create or replace function touch() returns int language sql as"
                + " $$ update note set amount = 7 returning amount $$");

        assertThat(get("/read-only-unit/sql?sql=select touch()::text").asString())
                .contains("cannot execute UPDATE in a read-only transaction");
        assertThat(rows().get(0)).contains("amount=1");
    }

    /** L6: set with the BEGIN of the transaction, at no extra command; the next unit of work may write on that connection. */
    @Test
    void readOnlyTransactionDoesNotLeakToTheNext() {
        String transaction = "select pg_backend_pid() || ' ' || current_setting('transaction_read_only') || ' '"
                + " || current_setting('default_transaction_read_only')";
        String readOnly;
        String usual;
        int tries = 0;
        do { // repeats until the second request gets the connection of the first, whose end may overlap it
            readOnly = get("/read-only-unit/sql?sql={sql}", transaction).asString();
            usual = get("/read-only-unit/sql-usual?sql={sql}", transaction).asString();
            assertThat(readOnly).endsWith(" on off");
            assertThat(usual).endsWith(" off off");
        } while (!usual.split(" ")[0].equals(readOnly.split(" ")[0]) && ++tries < 100);

        assertThat(usual).isEqualTo(readOnly.replace(" on ", " off "));
    }
}
