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
import io.quarkiverse.binds.runtime.config.ExpectedServerSettings;

/** Compares a server with the configuration of a bind; each warning names both values and the key to set. */
final class ServerCheck {

    private static final String UTF8MB4 = "utf8mb4";

    private final ExpectedServerSettings expected;
    private final ServerState server;
    private final List<String> warnings = new ArrayList<>();

    private ServerCheck(ExpectedServerSettings expected, ServerState server) {
        this.expected = expected;
        this.server = server;
    }

    /**
     * The warnings for a bind.
     *
     * @param connection from the pool of the bind, so that its session has the settings of the bind
     */
    static List<String> warnings(Connection connection, ExpectedServerSettings expected) throws SQLException {
        ServerState server = ServerState.of(connection);
        return server == null ? List.of() : warnings(server, expected);
    }

    static List<String> warnings(ServerState server, ExpectedServerSettings expected) {
        return new ServerCheck(expected, server).all();
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
                        + ", but its server closes idle connections after " + server.waitTimeout()
                        + " s (wait_timeout of the session): set " + key("pool.recycle") + "=" + fitting + "s");
    }

    private void maxConnections() {
        boolean ofUser = server.maxUserConnections() > 0 && server.maxUserConnections() < server.maxConnections();
        long limit = ofUser ? server.maxUserConnections() : server.maxConnections();
        if (expected.connections() <= limit) {
            return;
        }
        String binds = expected.sharing().stream().map(BindNames::display).collect(Collectors.joining(", "));
        warnings.add(
                "The pools of " + binds + " may open " + expected.connections() + " connections to the same server, which"
                        + " accepts " + limit + " (" + (ofUser ? "max_user_connections" : "max_connections") + "): lower "
                        + String.join(", ", expected.limits())
                        + ", or the corresponding pool.size");
    }

    private void isolation() {
        if (expected.isolation() != null && !expected.isolation().equals(server.isolation())) {
            warnings.add(bind() + "is configured for " + expected.isolation() + ", but its sessions have the isolation level "
                    + server.isolation() + ": remove the setting that changes it, such as sessionVariables, or set "
                    + key("isolation") + "=" + configured(server.isolation()));
        } else if (expected.isolation() == null && server.isolation().equals("READ-UNCOMMITTED")) {
            warnings.add(bind() + "uses READ-UNCOMMITTED, the default of its server, and so reads uncommitted rows; the default"
                    + " of MySQL is REPEATABLE-READ: set " + key("isolation"));
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
            warnings.add(bind() + "should use " + UTF8MB4 + ", but its sessions have " + String.join(", ", others)
                    + ", so characters outside these sets are lost: remove the server setting that changes it, such as"
                    + " init_connect or skip-character-set-client-handshake, or set "
                    + key("driver-properties.characterEncoding"));
        }
    }

    private static void other(List<String> others, String variable, String charset) {
        if (!charset.equals(UTF8MB4)) {
            others.add(variable + "=" + charset);
        }
    }

    /** Compares the time zones, unless the driver converts no times: then values are read as they were written. */
    private void timeZone() {
        if (expected.timeZone() == null) {
            return;
        }
        try {
            ZoneOffset driver = ZoneId.of(expected.timeZone()).getRules().getOffset(Instant.now());
            ZoneOffset session = ZoneOffset.ofTotalSeconds(Math.round(server.offsetSeconds() / 60f) * 60);
            if (!driver.equals(session)) {
                warnings.add("The driver of " + BindNames.display(expected.bind()) + " converts times to " + expected.timeZone()
                        + " (" + driver + "), but its sessions are in " + session
                        + ", so NOW() and times written by other programs differ: set "
                        + key("driver-properties.forceConnectionTimeZoneToSession") + "=true");
            }
        } catch (DateTimeException e) {
            return; // the driver itself refuses an invalid zone
        }
    }

    private String bind() {
        return BindNames.displayFirst(expected.bind()) + " ";
    }

    private String key(String key) {
        return BindKey.property(expected.bind(), key);
    }
}
