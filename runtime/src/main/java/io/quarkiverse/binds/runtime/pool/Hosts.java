package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;

import io.quarkiverse.binds.runtime.config.BindKey;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkiverse.binds.runtime.socket.ChannelSocketFactory;
import io.quarkiverse.binds.runtime.url.DatabaseUrl;
import io.quarkiverse.binds.runtime.url.JdbcHosts;
import io.quarkus.datasource.common.runtime.DatabaseKind;

/**
 * The servers of one bind. One host is connected to as it is; of several each is tried in turn, beginning with the one that
 * worked last, until one answers that takes writes, for no URL of the drivers follows a primary that moves. What cannot be
 * opened says for which bind, under which URL (masked) and why. Thread-safe.
 */
final class Hosts {

    private static final String READ_ONLY_MYSQL = "SELECT @@global.super_read_only OR @@global.read_only";
    private static final String READ_ONLY_MARIADB = "SELECT @@global.read_only";

    /** By name: it needs a driver that may not be there. */
    private static final String MYSQL_SOCKETS = "io.quarkiverse.binds.runtime.socket.MySqlSocketFactory";

    private final PoolName name;
    private final String url;
    private final List<String> urls;
    private final boolean mysql;
    private final boolean mariadb;
    private final boolean writable;
    private volatile Driver driver;
    private volatile int current;

    /**
     * @param writable whether only a server that takes writes will do, if there are several
     */
    Hosts(PoolName name, String kind, String url, boolean writable) {
        this.name = name;
        this.url = url;
        this.mysql = DatabaseKind.isMySQL(kind);
        this.mariadb = DatabaseKind.isMariaDB(kind);
        this.urls = mysql || mariadb ? JdbcHosts.split(url) : List.of(url);
        this.writable = writable;
    }

    int count() {
        return urls.size();
    }

    Connection connect(Properties properties) throws NoConnectionException {
        if (url.startsWith(BindDriver.NO_URL)) {
            throw new NoConnectionException(name.bind(), noUrl());
        }
        useOwnSockets(properties);
        SQLException failure = null;
        int first = current % urls.size();
        for (int i = 0; i < urls.size(); i++) {
            int index = (first + i) % urls.size();
            try {
                Connection connection = connect(urls.get(index), properties);
                // the primary is one of them, of replicas each is to have its share
                current = writable ? index : index + 1;
                return connection;
            } catch (SQLException e) {
                // that a host takes no writes says less than that another one is not there
                failure = failure == null || !(e instanceof ReadOnlyHost) ? e : failure;
            }
        }
        throw named(failure, properties.getProperty("user"));
    }

    private Connection connect(String single, Properties properties) throws SQLException {
        Properties own = new Properties();
        own.putAll(properties);
        Connection connection = logIn(single, own);
        if (urls.size() == 1 || !writable) {
            return connection;
        }
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(mariadb ? READ_ONLY_MARIADB : READ_ONLY_MYSQL)) {
            if (answer.next() && !answer.getBoolean(1)) {
                return connection;
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        throw new ReadOnlyHost(single);
    }

    /** Once more if the server broke the login off, as a KILL does: of the next one that says nothing. */
    private Connection logIn(String single, Properties own) throws SQLException {
        try {
            return driver(single).connect(single, own);
        } catch (SQLException e) {
            if (!BrokenLogin.is(e)) {
                throw e;
            }
            return driver(single).connect(single, own);
        }
    }

    private static final class ReadOnlyHost extends SQLException {

        private static final long serialVersionUID = 1L;

        ReadOnlyHost(String url) {
            super("no host takes writes, for instance " + DatabaseUrl.mask(url) + " is read-only",
                    NoConnectionException.UNABLE_TO_CONNECT);
        }
    }

    /** Unless there are others already; what has no sockets of its own has no use for them. */
    private void useOwnSockets(Properties properties) {
        if (!mysql && !mariadb || properties.containsKey("socketFactory") || url.contains("socketFactory")
                || url.contains("localSocket") || url.contains("pipe")) {
            return;
        }
        properties.put("socketFactory", mysql ? MYSQL_SOCKETS : ChannelSocketFactory.class.getName());
    }

    /** Drivers are found as {@link java.sql.DriverManager} finds them, but with the class loader of the application. */
    private Driver driver(String single) throws SQLException {
        Driver found = driver;
        if (found == null) {
            for (Driver candidate : ServiceLoader.load(Driver.class, Hosts.class.getClassLoader())) {
                if (!(candidate instanceof BindDriver) && candidate.acceptsURL(single)) {
                    found = candidate;
                    break;
                }
            }
            if (found == null) {
                throw new SQLException("no JDBC driver of this application accepts the URL",
                        NoConnectionException.UNABLE_TO_CONNECT);
            }
            driver = found;
        }
        return found;
    }

    /** The same error, for whoever looks at codes, with the bind in front of its words. */
    private NoConnectionException named(SQLException e, String user) {
        String message = name.displayFirst() + " cannot connect to " + DatabaseUrl.mask(url)
                + (user == null ? "" : " as user '" + user + "'") + ": " + reason(e);
        NoConnectionException named = new NoConnectionException(name.bind(), message, e);
        named.setNextException(e.getNextException());
        return named;
    }

    /** The first line of what the driver says, and what lies below it: Connector/J has many lines and not the reason. */
    private static String reason(SQLException e) {
        String said = firstLine(e);
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String below = firstLine(root);
        return said.contains(below) ? said : said + " (" + below + ")";
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
