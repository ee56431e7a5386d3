package io.quarkiverse.binds.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.util.Properties;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.Bind;

/** The error of a failed connect names the bind, the URL and the cause, and contains no password. */
class BindDriverTest {

    private static SQLException connect(String url, String bind) {
        Properties properties = new Properties();
        properties.setProperty(BindDriver.BIND_PROPERTY, bind);
        properties.setProperty("user", "ann");
        properties.setProperty("password", "s3cr3t");
        return catchThrowableOfType(SQLException.class, () -> new BindDriver().connect(url, properties));
    }

    /** Resolves the overload: SQLException is also an Iterable. */
    private static AbstractThrowableAssert<?, ? extends Throwable> assertThatException(SQLException e) {
        return assertThat((Throwable) e);
    }

    @Test
    void missingUrlNamesTheKeyAsWritten() {
        assertThatException(connect(BindDriver.NO_URL + "eu.users", "eu.users"))
                .hasMessageStartingWith("Bind 'eu.users' has no URL: set quarkus.binds.\"eu.users\".url, for example ")
                .hasMessageEndingWith("deactivate it with quarkus.binds.\"eu.users\".active=false");
        assertThatException(connect(BindDriver.NO_URL + Bind.DEFAULT, Bind.DEFAULT))
                .hasMessageStartingWith("Default bind has no URL: set quarkus.binds.url, ");
    }

    @Test
    void errorOfDriverKeepsItsCodes() {
        // no server listens on port 1
        SQLException e = connect("jdbc:mysql://127.0.0.1:1/users", "users");

        assertThatException(e).hasMessageStartingWith(
                "Bind 'users' cannot connect to jdbc:mysql://127.0.0.1:1/users as user 'ann': Communications link failure")
                .hasMessageNotContaining("s3cr3t");
        assertThat(e.getSQLState()).isEqualTo("08S01");
        assertThat(e.getCause()).isInstanceOf(SQLException.class);
    }

    @Test
    void urlUnknownToDriversIsNamedAndMasked() {
        assertThatException(connect("jdbc:nosuch://ann:s3cr3t@host/db", "users")).hasMessageContaining("no JDBC driver")
                .hasMessageContaining("jdbc:nosuch:").hasMessageNotContaining("s3cr3t");
    }
}
