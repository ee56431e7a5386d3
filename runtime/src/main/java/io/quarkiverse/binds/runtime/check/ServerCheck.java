package io.quarkiverse.binds.runtime.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.quarkiverse.binds.runtime.config.BindKey;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.config.Expectations;

/** Where a server and the configuration of a bind do not fit; each warning names both values and the key to set. */
final class ServerCheck {

    private static final String UTF8MB4 = "utf8mb4";

    private final Expectations expected;
    private final ServerState server;
    private final List<String> warnings = new ArrayList<>();

    private ServerCheck(Expectations expected, ServerState server) {
        this.expected = expected;
        this.server = server;
    }

    /**
     * @param connection from the pool of the bind, so that it is asked what the connections of the bind are like
     */
    static List<String> warnings(Connection connection, Expectations expected) throws SQLException {
        ServerState server = ServerState.of(connection);
        return server == null ? List.of() : new ServerCheck(expected, server).all();
    }

    private List<String> all() {
        waitTimeout();
        maxConnections();
        isolation();
        charset();
        timeZone();
        return warnings;
    }

    private void waitTimeout() {
        long recycle = expected.recycle().toSeconds();
        if (recycle == 0 ? expected.prePing() : recycle < server.waitTimeout()) {
            return;
        }
        long fitting = Math.max(1, server.waitTimeout() - Math.max(1, server.waitTimeout() / 15));
        warnings.add(
                bind() + (recycle == 0 ? "never replaces its connections" : "replaces its connections after " + recycle + " s")
                        + ", but its server closes them when they were idle for " + server.waitTimeout()
                        + " s (wait_timeout of the session): set " + key("pool.recycle") + "=" + fitting + "s");
    }

    private void maxConnections() {
        boolean ofUser = server.maxUserConnections() > 0 && server.maxUserConnections() < server.maxConnections();
        long most = ofUser ? server.maxUserConnections() : server.maxConnections();
        if (expected.connections() <= most) {
            return;
        }
        String who = expected.sharing().stream().map(BindNames::display).collect(Collectors.joining(", "));
        warnings.add("The pools on one server (" + who + ") may open " + expected.connections() + " connections, but it takes "
                + most + " (" + (ofUser ? "max_user_connections" : "max_connections") + "): lower "
                + String.join(", ", expected.limits())
                + ", or the pool.size beside it");
    }

    private void isolation() {
        if (expected.isolation() != null && !expected.isolation().equals(server.isolation())) {
            warnings.add(bind() + "is to work at " + expected.isolation() + ", but its sessions are at " + server.isolation()
                    + ": remove what sets it otherwise, such as sessionVariables, or set " + key("isolation") + "="
                    + configured(server.isolation()));
        } else if (expected.isolation() == null && server.isolation().equals("READ-UNCOMMITTED")) {
            warnings.add(bind() + "works at its server's READ-UNCOMMITTED and reads what is never committed, where MySQL's own"
                    + " default is REPEATABLE-READ: set " + key("isolation"));
        }
    }

    private static String configured(String level) {
        return level.toLowerCase(Locale.ROOT);
    }

    private void charset() {
        if (expected.ownCharset()) {
            return;
        }
        List<String> others = new ArrayList<>(3);
        other(others, "character_set_client", server.charsetClient());
        other(others, "character_set_connection", server.charsetConnection());
        if (!server.charsetResults().isEmpty()) {
            other(others, "character_set_results", server.charsetResults());
        }
        if (!others.isEmpty()) {
            warnings.add(bind() + "is to talk " + UTF8MB4 + ", but its sessions have " + String.join(", ", others)
                    + ", which loses what is not in there: remove what sets it, such as init_connect or"
                    + " skip-character-set-client-handshake of the server, or set "
                    + key("driver-properties.characterEncoding"));
        }
    }

    private static void other(List<String> others, String variable, String charset) {
        if (!charset.equals(UTF8MB4)) {
            others.add(variable + "=" + charset);
        }
    }

    /** As long as the driver converts no times, what is written is what is read, whatever the zones. */
    private void timeZone() {
        if (expected.timeZone() == null) {
            return;
        }
        try {
            ZoneOffset driver = ZoneId.of(expected.timeZone()).getRules().getOffset(Instant.now());
            ZoneOffset session = ZoneOffset.ofTotalSeconds(Math.round(server.offsetSeconds() / 60f) * 60);
            if (!driver.equals(session)) {
                warnings.add(bind() + "has times converted to " + expected.timeZone() + " (" + driver
                        + "), but its sessions are at " + session + ", so that NOW() and what other programs write is off: set "
                        + key("driver-properties.forceConnectionTimeZoneToSession") + "=true");
            }
        } catch (DateTimeException e) {
            return; // the driver refuses it by itself
        }
    }

    private String bind() {
        return BindNames.displayFirst(expected.bind()) + " ";
    }

    private String key(String key) {
        return BindKey.property(expected.bind(), key);
    }
}
