package io.quarkiverse.binds.runtime.pool;

import java.sql.SQLException;

import io.quarkiverse.binds.runtime.config.BindKey;
import io.quarkiverse.binds.runtime.failure.Causes;
import io.quarkiverse.binds.runtime.failure.UnknownDatabaseErrors;

/** Advice for login errors whose messages give none. */
final class ConnectionAdvice {

    /** The message of Connector/J; the error has no code. */
    private static final String PUBLIC_KEY = "Public Key Retrieval is not allowed";

    private ConnectionAdvice() {
    }

    /** Advice to append to a message; empty if there is none. */
    static String of(SQLException e, String bind) {
        if (UnknownDatabaseErrors.isSaidBy(e)) {
            return ". Create it with CREATE DATABASE, or set " + BindKey.property(bind, "create-database")
                    + "=true in dev mode and tests";
        }
        for (Throwable t : Causes.of(e)) {
            if (t.getMessage() != null && t.getMessage().contains(PUBLIC_KEY)) {
                return ". The password cannot be sent without encryption: encrypt the connection with ?sslMode=REQUIRED in the"
                        + " URL, or trust the public key that the server sends by setting "
                        + BindKey.property(bind, "driver-properties.allowPublicKeyRetrieval") + "=true";
            }
        }
        return "";
    }
}
