package io.quarkiverse.binds.test.databases;

import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dialect of MySQL and MariaDB. */
final class MySqlDialect implements ServerDialect {

    private static final Pattern VERSION = Pattern.compile("Ver (\\d+)\\.(\\d+)");
    private static final int OLDEST_MYSQL = 8;
    private static final int ACCESS_DENIED = 1045;
    private static final int UNKNOWN_THREAD = 1094;

    private final boolean mariaDb;

    MySqlDialect(boolean mariaDb) {
        this.mariaDb = mariaDb;
    }

    @Override
    public int defaultPort() {
        return 3306;
    }

    @Override
    public String administrator() {
        return "root";
    }

    @Override
    public String maintenanceDatabase() {
        return "";
    }

    @Override
    public Driver driver() throws SQLException {
        return mariaDb ? new org.mariadb.jdbc.Driver() : new com.mysql.cj.jdbc.Driver();
    }

    @Override
    public String timeouts() {
        return "connectTimeout=5000&socketTimeout=60000";
    }

    /** MySQL sends the key that encrypts a password over plain TCP only on request, and TLS may be off. */
    @Override
    public String loginParameters() {
        return mariaDb ? "" : "sslMode=PREFERRED&allowPublicKeyRetrieval=true";
    }

    @Override
    public String localLoginParameters() {
        return mariaDb ? "" : "sslMode=DISABLED&allowPublicKeyRetrieval=true";
    }

    @Override
    public String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    @Override
    public List<String> createUser(Login login) {
        String name = "'" + login.user() + "'@'%'";
        List<String> statements = new ArrayList<>();
        statements.add("CREATE USER IF NOT EXISTS " + name + " IDENTIFIED BY '" + login.password() + "'");
        statements.add("GRANT ALL PRIVILEGES ON `%`.* TO " + name);
        if (!mariaDb) {
            // An ordinary user of an application with XA has this privilege.
            statements.add("GRANT XA_RECOVER_ADMIN ON *.* TO " + name);
        }
        return statements;
    }

    @Override
    public String createDatabase(String name, Login login) {
        return "CREATE DATABASE " + quote(name);
    }

    @Override
    public String dropDatabase(String name) {
        return "DROP DATABASE IF EXISTS " + quote(name);
    }

    @Override
    public String version() {
        return "SELECT VERSION() AS version";
    }

    /** A node of Galera that has not joined its group yet refuses to read a table. */
    @Override
    public String dataDirectory() {
        return mariaDb ? "SELECT @@datadir FROM mysql.user LIMIT 1" : "SELECT @@datadir";
    }

    @Override
    public boolean isAccessDenied(SQLException e) {
        return e.getErrorCode() == ACCESS_DENIED;
    }

    @Override
    public List<ServerProcess> processes(Function<String, List<Map<String, Object>>> query) {
        return query.apply("SHOW FULL PROCESSLIST").stream()
                .map(row -> new ServerProcess(((Number) row.get("Id")).longValue(), text(row, "User"), text(row, "Host"),
                        text(row, "db"),
                        text(row, "Command"), row.get("Time") == null ? 0 : ((Number) row.get("Time")).longValue(),
                        text(row, "State"), text(row, "Info")))
                .toList();
    }

    private static String text(Map<String, Object> row, String column) {
        return Objects.toString(row.get(column), null);
    }

    @Override
    public boolean kill(Admin admin, long connectionId) {
        try {
            admin.execute("", "KILL " + connectionId);
            return true;
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof SQLException cause && cause.getErrorCode() == UNKNOWN_THREAD) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public String stopSignal() {
        return "TERM";
    }

    @Override
    public String refusal(Kind kind, String version) {
        if (version.contains("MariaDB") != mariaDb) {
            return "not " + kind.label + ": " + version;
        }
        Matcher number = VERSION.matcher(version);
        return !mariaDb && (!number.find() || Integer.parseInt(number.group(1)) < OLDEST_MYSQL)
                ? "older than " + OLDEST_MYSQL + ": " + version
                : null;
    }

    @Override
    public Map<String, String> containerEnvironment(Kind kind, String password) {
        return Map.of(kind.name() + "_ROOT_PASSWORD", password);
    }

    @Override
    public List<String> containerOptions() {
        return List.of("--skip-name-resolve", "--max-connections=300", "--innodb-buffer-pool-size=64M");
    }
}
