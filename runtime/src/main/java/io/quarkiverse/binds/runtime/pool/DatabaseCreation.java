package io.quarkiverse.binds.runtime.pool;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jboss.logging.Logger;

/** Creates the database of a bind if the server has none of that name, in dev mode and tests. Thread-safe. */
final class DatabaseCreation implements UnknownDatabaseHandler {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    private static final Pattern URL = Pattern.compile("(jdbc:(mysql|mariadb|postgresql)://[^/?#]*/)([^?#]+)(.*)");
    /**
     * SQLStates of PostgreSQL, whose CREATE DATABASE has no IF NOT EXISTS: {@code duplicate_database}, and
     * {@code unique_violation} if two processes create the database at the same time.
     */
    private static final Set<String> ALREADY_EXISTS = Set.of("42P04", "23505");

    private final PoolName name;

    DatabaseCreation(PoolName name) {
        this.name = name;
    }

    /**
     * Creates the database over a connection that selects none, or on PostgreSQL over one to the database that always exists.
     */
    @Override
    public boolean handle(Driver driver, String url, Properties properties) throws SQLException {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new SQLException("the database cannot be created: the URL contains no database name", "08001");
        }
        boolean postgresql = parts.group(2).equals("postgresql");
        String database = parts.group(2).equals("mariadb") ? parts.group(3)
                : URLDecoder.decode(parts.group(3).replace("+", "%2B"), StandardCharsets.UTF_8);
        String sql = postgresql ? "CREATE DATABASE \"" + database.replace("\"", "\"\"") + "\""
                : "CREATE DATABASE IF NOT EXISTS `" + database.replace("`", "``") + "`";
        Properties own = new Properties();
        own.putAll(properties);
        try (Connection connection = driver.connect(parts.group(1) + (postgresql ? "postgres" : "") + parts.group(4), own);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            LOG.infof("%s: created the missing database '%s' (create-database)", name.displayFirst(), database);
        } catch (SQLException e) {
            if (e.getSQLState() == null || !ALREADY_EXISTS.contains(e.getSQLState())) {
                throw e;
            }
        }
        return true;
    }
}
