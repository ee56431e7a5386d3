package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

import io.quarkiverse.binds.runtime.config.BindKey;
import io.quarkiverse.binds.runtime.config.PoolConfig;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkiverse.binds.runtime.failure.UnknownDatabaseErrors;
import io.quarkiverse.binds.runtime.url.DatabaseUrl;
import io.quarkiverse.binds.runtime.url.ForeignDriver;
import io.quarkiverse.binds.runtime.url.JdbcHosts;
import io.quarkus.datasource.common.runtime.DatabaseKind;

/**
 * Connects to the servers of one bind. A single host is connected to directly. Of several hosts one that accepts writes is
 * found by {@link HostRotation}: no URL of the drivers follows a primary that moves. Errors name the bind, the masked URL and
 * the reason. Thread-safe.
 */
final class FailoverConnector {

    /** Class names, as the drivers expect; the MySQL class links to its driver, which may be absent. */
    private static final String MYSQL_SOCKETS = "io.quarkiverse.binds.runtime.socket.MySqlSocketFactory";
    private static final String CHANNEL_SOCKETS = "io.quarkiverse.binds.runtime.socket.ChannelSocketFactory";

    /** Properties by which PostgreSQL's driver chooses one of several hosts: then they are left to it. */
    private static final List<String> CHOICES_OF_POSTGRESQL = List.of("targetServerType", "loadBalanceHosts",
            "hostRecheckSeconds");

    private final PoolName name;
    private final String url;
    private final List<String> urls;
    private final boolean mysql;
    private final boolean mariadb;
    private final boolean postgresql;
    private final boolean writable;
    private final DriverLookup drivers;
    private final UnknownDatabaseHandler unknownDatabase;
    private final SilentHosts silentHosts;
    private final LoginListener logins;
    /** Null if there is one URL only. */
    private final HostRotation hosts;

    /** Receives each connection after its login. */
    interface LoginListener {
        void opened(Connection connection) throws SQLException;
    }

    /** @param writable whether, of several hosts, only one that accepts writes is used */
    FailoverConnector(PoolName name, String kind, String url, boolean writable) {
        this(name, kind, url, writable, UnknownDatabaseHandler.REPORT);
    }

    FailoverConnector(PoolName name, String kind, String url, boolean writable, UnknownDatabaseHandler unknownDatabase) {
        this(name, kind, url, new DriverLookup(name.bind(), null), writable, unknownDatabase,
                new SilentHosts(Duration.ofSeconds(5)), connection -> {
                });
    }

    FailoverConnector(PoolName name, String kind, String url, DriverLookup drivers, boolean writable,
            UnknownDatabaseHandler unknownDatabase, SilentHosts silentHosts, LoginListener logins) {
        this.unknownDatabase = unknownDatabase;
        this.logins = logins;
        this.name = name;
        this.url = url;
        this.drivers = drivers;
        // a driver in front of others knows no properties of theirs, and asking it for its server may ask any of several
        boolean known = !drivers.isChosen() && ForeignDriver.of(url) == null;
        this.postgresql = known && DatabaseKind.isPostgreSQL(kind);
        this.mysql = known && DatabaseKind.isMySQL(kind);
        this.mariadb = known && DatabaseKind.isMariaDB(kind);
        this.urls = mysql || mariadb || postgresql && !isChoiceOfDriver(url) ? JdbcHosts.split(url) : List.of(url);
        this.silentHosts = silentHosts;
        this.writable = writable;
        this.hosts = urls.size() == 1 ? null : new HostRotation(urls, writable, silentHosts, new LoginsOfHosts());
    }

    /** To ask for the primary is no choice: only that takes writes. */
    private static boolean isChoiceOfDriver(String url) {
        return CHOICES_OF_POSTGRESQL.stream().map(property -> PoolConfig.inUrl(url, property))
                .anyMatch(value -> value != null && !value.equals("primary"));
    }

    int hostCount() {
        return urls.size();
    }

    /** @return null if there is no other host, or a login has no limit */
    PingLimit pingLimit() {
        Duration login = silentHosts.loginTimeout();
        return hosts == null || login.isZero() ? null
                : new PingLimit(new LoginLimit(login.toMillis()).patience().duration(), hosts::suspect);
    }

    Connection connect(Properties properties) throws NoConnectionException {
        if (url.startsWith(BindDriver.NO_URL)) {
            throw new NoConnectionException(name.bind(), noUrl());
        }
        useOwnSockets(properties);
        try {
            return hosts == null || CHOICES_OF_POSTGRESQL.stream().anyMatch(properties::containsKey)
                    ? prepare(bounded(url, properties, limit(properties), this::logIn))
                    : hosts.connect(properties);
        } catch (SQLException e) {
            throw named(e, properties.getProperty("user"));
        }
    }

    private LoginLimit limit(Properties properties) {
        return postgresql ? LoginLimit.ofPostgreSql(url, properties, silentHosts.loginTimeout())
                : mysql || mariadb ? LoginLimit.ofMySql(url, properties) : null;
    }

    /** A login, with the driver's properties for it, which it may change. */
    private interface Login {
        Connection to(String single, Properties own) throws SQLException;
    }

    /** @param limit null for none */
    private Connection bounded(String single, Properties properties, LoginLimit limit, Login login) throws SQLException {
        Properties own = new Properties();
        own.putAll(properties);
        if (limit == null) {
            return login.to(single, own);
        }
        return postgresql ? limit.cut(() -> login.to(single, own)) : login.to(single, limit.in(own));
    }

    private final class LoginsOfHosts implements HostRotation.Logins {

        @Override
        public LoginLimit limit(Properties properties) {
            return FailoverConnector.this.limit(properties);
        }

        @Override
        public Connection open(String single, Properties properties, LoginLimit limit) throws SQLException {
            return prepare(bounded(single, properties, limit,
                    (url, own) -> writable ? check().require(logIn(url, own), url) : logIn(url, own)));
        }

        @Override
        public void probe(String single, Properties properties, LoginLimit limit) throws SQLException {
            bounded(single, properties, limit, drivers::connect).close();
        }
    }

    private WritableHostCheck check() {
        return postgresql ? WritableHostCheck.POSTGRESQL : mariadb ? WritableHostCheck.MARIADB : WritableHostCheck.MYSQL;
    }

    private Connection prepare(Connection connection) throws SQLException {
        try {
            logins.opened(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Logs in, with a second attempt if the server broke off the first, as a KILL does: the next login may well succeed. */
    private Connection logIn(String single, Properties own) throws SQLException {
        Connection connection;
        try {
            connection = drivers.connect(single, own);
        } catch (SQLException e) {
            boolean again = UnknownDatabaseErrors.isSaidBy(e) ? unknownDatabase.handle(drivers.of(single), single, own)
                    : BrokenLogin.is(e);
            if (!again) {
                throw e;
            }
            connection = drivers.connect(single, own);
        }
        if (mysql || mariadb) {
            ServerProduct.check(connection, mariadb);
        }
        return connection;
    }

    /**
     * Makes the driver use sockets whose state can be read, unless the user has set a socket factory or the URL names no TCP
     * socket.
     */
    private void useOwnSockets(Properties properties) {
        if (!mysql && !mariadb && !postgresql || properties.containsKey("socketFactory") || url.contains("socketFactory")
                || url.contains("localSocket") || url.contains("pipe")) {
            return;
        }
        properties.put("socketFactory", mysql ? MYSQL_SOCKETS : CHANNEL_SOCKETS);
    }

    /** Copies an error, with its codes, and puts the bind in front of the message. */
    private NoConnectionException named(SQLException e, String user) {
        String message = name.displayFirst() + " cannot connect to " + DatabaseUrl.mask(url)
                + (user == null ? "" : " as user '" + user + "'") + ": " + reason(e)
                + ConnectionAdvice.of(e, name.bind());
        NoConnectionException named = new NoConnectionException(name.bind(), message, e);
        named.setNextException(e.getNextException());
        return named;
    }

    /**
     * The first line of the message and of the innermost cause: Connector/J's own message has many lines without the reason.
     */
    private static String reason(SQLException e) {
        String message = firstLine(e);
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String rootMessage = firstLine(root);
        return message.contains(rootMessage) ? message : message + " (" + rootMessage + ")";
    }

    private static String firstLine(Throwable t) {
        return t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage().lines().findFirst().orElse("").strip();
    }

    private String noUrl() {
        String bind = name.bind();
        String key = BindKey.property(bind, "url");
        return name.displayFirst() + " has no URL: set " + key + ", for example " + key
                + "=mysql://user:password@host/database, or deactivate it with " + BindKey.property(bind, "active") + "=false";
    }
}
