package io.quarkiverse.binds.runtime.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cause in a health answer, for exceptions as the drivers throw them. */
class UnavailabilityTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                failure("unreachable", link(new ConnectException("Connection refused"))),
                failure("unreachable", link(new UnknownHostException("db"))),
                failure("unreachable", new SQLException("link", "08S01", new Exception("?"))),
                failure("no answer", link(new SocketTimeoutException("Read timed out"))),
                failure("login refused", new SQLException("Access denied for user", "28000", 1045)),
                failure("login refused", new SQLException("Access denied for user to database", "42000", 1044)),
                failure("login refused", new SQLException("password authentication failed", "28P01")),
                failure("unknown database", new SQLException("Unknown database", "42000", 1049)),
                failure("unknown database", new SQLException("database does not exist", "3D000")),
                failure("too many connections", new SQLNonTransientConnectionException("Too many connections", "08004", 1040)),
                failure("too many connections", new SQLException("sorry, too many clients already", "53300")),
                failure("read only", new ReadOnlyHostException("no host of the URL accepts writes")),
                failure("other", new NoConnectionException("users", "Bind 'users' has no URL")),
                failure("other", new IllegalStateException("a bug")));
    }

    private static Arguments failure(String cause, Throwable failure) {
        return Arguments.of(cause, failure);
    }

    private static SQLException link(Exception cause) {
        return new SQLException("Communications link failure", "08S01", cause);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void causeIsThatOfTheServer(String cause, Throwable failure) {
        assertThat(Unavailability.of(failure).text()).isEqualTo(cause);
    }

    /** The pool wraps the exception of the driver, with the codes of the driver. */
    @ParameterizedTest
    @MethodSource("failures")
    void causeIsFoundBelowThatOfThePool(String cause, Throwable failure) {
        Throwable ofPool = failure instanceof SQLException sql && !(failure instanceof NoConnectionException)
                ? new NoConnectionException("users", "Bind 'users' cannot connect", sql)
                : new RuntimeException(failure);

        assertThat(Unavailability.of(ofPool).text()).isEqualTo(cause);
    }
}
