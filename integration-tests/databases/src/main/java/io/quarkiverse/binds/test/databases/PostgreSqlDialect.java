package io.quarkiverse.binds.test.databases;

import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class PostgreSqlDialect implements ServerDialect {

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
    /** Oldest supported release: the first with {@code pg_read_all_data}. */
    private static final int OLDEST = 14;
    private static final String INVALID_PASSWORD = "28P01";

    @Override
    public int defaultPort() {
        return 5432;
    }

    @Override
    public String administrator() {
        return "postgres";
    }

    @Override
    public String maintenanceDatabase() {
        return "postgres";
    }

    @Override
    public Driver driver() {
        return new org.postgresql.Driver();
    }

    @Override
    public String timeouts() {
        return "connectTimeout=5&socketTimeout=60";
    }

    @Override
    public String loginParameters() {
        return "";
    }

    @Override
    public String localLoginParameters() {
        return "";
    }

    @Override
    public String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Creates the owner of its databases, with all rights there; the two roles give access to tables of the administrator. */
    @Override
    public List<String> createUser(Login login) {
        String name = quote(login.user());
        return List.of("CREATE ROLE " + name + " LOGIN CREATEDB PASSWORD '" + login.password() + "'",
                "GRANT pg_read_all_data, pg_write_all_data TO " + name);
    }

    @Override
    public String createDatabase(String name, Login login) {
        return "CREATE DATABASE " + quote(name) + " OWNER " + quote(login.user());
    }

    @Override
    public String dropDatabase(String name) {
        return "DROP DATABASE IF EXISTS " + quote(name) + " WITH (FORCE)";
    }

    @Override
    public String version() {
        return "SELECT current_setting('server_version') AS version";
    }

    @Override
    public String dataDirectory() {
        return "SHOW data_directory";
    }

    @Override
    public boolean isAccessDenied(SQLException e) {
        return INVALID_PASSWORD.equals(e.getSQLState());
    }

    @Override
    public List<ServerProcess> processes(Function<String, List<Map<String, Object>>> query) {
        return query.apply("SELECT pid, usename, host(client_addr) || ':' || client_port AS host, datname, state,"
                + " coalesce(extract(epoch FROM now() - state_change), 0)::bigint AS seconds, wait_event, query"
                + " FROM pg_stat_activity WHERE backend_type = 'client backend'").stream()
                .map(row -> new ServerProcess(((Number) row.get("pid")).longValue(), text(row, "usename"), text(row, "host"),
                        text(row, "datname"), text(row, "state"), ((Number) row.get("seconds")).longValue(),
                        text(row, "wait_event"), text(row, "query")))
                .toList();
    }

    private static String text(Map<String, Object> row, String column) {
        return Objects.toString(row.get(column), null);
    }

    @Override
    public boolean kill(Admin admin, long connectionId) {
        return admin.query("", "SELECT pg_terminate_backend(?) AS killed", (int) connectionId).get(0).get("killed")
                .equals(true);
    }

    /** TERM would wait for clients to disconnect. */
    @Override
    public String stopSignal() {
        return "INT";
    }

    @Override
    public String refusal(Kind kind, String version) {
        Matcher number = VERSION.matcher(version);
        if (!number.find()) {
            return "not " + kind.label + ": " + version;
        }
        return Integer.parseInt(number.group(1)) < OLDEST ? "older than " + OLDEST + ": " + version : null;
    }

    @Override
    public Map<String, String> containerEnvironment(Kind kind, String password) {
        return Map.of("POSTGRES_PASSWORD", password);
    }

    @Override
    public List<String> containerOptions() {
        return List.of("-c", "max_connections=300");
    }
}
