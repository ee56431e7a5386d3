package io.quarkiverse.binds.runtime.url;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Parameters of other frameworks and languages that no JDBC driver has, each with advice: the key to set or the name to write
 * instead. The names are found in any case, with '-' or '_' or neither.
 */
final class ForeignParameters {

    private static final String POOL_SIZE = key("pool.size") + " and " + key("pool.max-overflow");
    private static final String REMOVE = "; remove it";
    private static final String SESSION = "transactions are begun and ended by the session" + REMOVE;
    private static final String OPTION_FILES = "option files are not read; put the values into the URL";
    private static final String SOCKET = "the driver connects by TCP, not by sockets of Unix; use host and port";
    private static final String TLS = "say how the connection is encrypted with sslMode (PostgreSQL: sslmode)";
    private static final String OWN_POOL = "connections are pooled here already: set " + POOL_SIZE;
    private static final String DRIVER_MANUAL = "use the driver's own properties, one for each flag";

    private static final Map<String, String> ALL = names()
            // pools: Prisma, Rails, SQLAlchemy, Node.js, HikariCP, MariaDB Connector/J's own
            .with("set " + POOL_SIZE, "connection_limit", "pool", "pool_size", "max_connections", "maximum_pool_size",
                    "max_idle_conns", "max_open_conns", "pool_max_conns", "max_pool_size")
            .with("set " + key("pool.max-overflow"), "max_overflow")
            .with("set " + key("pool.timeout"), "pool_timeout", "checkout_timeout", "acquire_timeout", "queue_limit")
            .with("set " + key("pool.recycle"), "pool_recycle", "conn_max_age", "conn_max_lifetime", "max_lifetime",
                    "idle_timeout",
                    "max_idle_connection_lifetime")
            .with("set " + key("pool.pre-ping"), "pool_pre_ping", "conn_health_checks")
            .with(OWN_POOL, "min_pool_size", "max_idle_time", "pool_valid_min_delay", "register_jmx_pool", "pool_name",
                    "use_reset_connection", "persistent")
            // versions and languages
            .with("set quarkus.datasource.db-version, or quarkus.datasource.<name>.db-version for a named bind",
                    "server_version")
            .with("Java's types of date and time need no such setting" + REMOVE, "parse_time", "loc", "date_strings")
            .with("there are no cursor classes in Java" + REMOVE, "cursorclass")
            .with("there are no converters in Java drivers" + REMOVE, "conv", "binary_prefix", "use_pure", "raise_on_warnings",
                    "buffered", "support_big_numbers", "big_number_strings", "interpolate_params", "prepared_statements")
            .with("the driver takes what the server asks for" + REMOVE, "auth_plugin", "default_auth", "allow_native_passwords",
                    "allow_cleartext_passwords", "allow_old_passwords")
            .with(DRIVER_MANUAL, "client_flag", "flags")
            .with(SESSION, "autocommit")
            .with("use quarkus.datasource.jdbc.new-connection-sql", "init_command", "init_sql", "variables")
            .with("use allowMultiQueries", "multi_statements")
            .with("use useAffectedRows", "client_found_rows", "found_rows")
            // times
            .with("use connectTimeout or socketTimeout (milliseconds; PostgreSQL: seconds)", "timeout")
            .with("use socketTimeout (milliseconds; PostgreSQL: seconds), which is for both directions", "write_timeout",
                    "read_timeout", "command_timeout")
            .with("set the timeout of transactions, quarkus.transaction-manager.default-transaction-timeout, or"
                    + " options=-c statement_timeout=... (PostgreSQL)", "statement_timeout", "query_timeout_ms",
                    "max_execution_time")
            .with("use connectionTimeZone and forceConnectionTimeZoneToSession=true (MySQL, MariaDB), or"
                    + " options=-c TimeZone=... (PostgreSQL)", "time_zone", "timezone")
            // places
            .with(SOCKET, "unix_socket", "unix_sock", "socket", "socket_path")
            .with(OPTION_FILES, "read_default_file", "read_default_group", "option_files", "service", "servicefile")
            .with("password files are not named in the URL; put the password into the URL", "passfile")
            .with("a schema is a database on MySQL and MariaDB: write it behind the host", "schema", "search_path")
            // encryption
            .with(TLS, "ssl", "tls", "encrypt", "encryption", "use_ssl", "require_ssl", "ssl_accept", "ssl_verify",
                    "reject_unauthorized", "trust_server_certificate", "secure")
            .with("Java wants certificates in key stores: keytool -importcert -noprompt -file ca.pem -keystore ca.p12 -storetype"
                    + " PKCS12 makes one of a PEM file; name it with trustCertificateKeyStoreUrl=file:ca.p12 and"
                    + " trustCertificateKeyStorePassword (for a client's own key clientCertificateKeyStoreUrl), beside the"
                    + " sslMode that is meant", "ssl_ca", "ssl_capath", "ssl_cert", "ssl_key", "sslca", "sslidentity",
                    "ssl_password")
            .with("use sslMode=VERIFY_CA (MariaDB: verify-ca), or VERIFY_IDENTITY (verify-full) to check the name of the host too",
                    "ssl_verify_cert", "ssl_verify_server_cert")
            .with("use sslMode=VERIFY_IDENTITY (MariaDB: verify-full)", "ssl_verify_identity", "ssl_check_hostname")
            .with("use tlsCiphersuites (MariaDB: enabledSslCipherSuites)", "ssl_cipher")
            .with("the driver knows no revocation lists" + REMOVE, "ssl_crl", "ssl_crlpath")
            // statements of PostgreSQL
            .with("use prepareThreshold=0, which keeps the driver from preparing statements on the server",
                    "prepared_statement_cache_size", "statement_cache_size", "prepared_statement_name_func",
                    "prepare_threshold", "binary_parameters").map;

    private ForeignParameters() {
    }

    /** @return null if no framework is known to use the name */
    static String advice(String name) {
        return ALL.get(plain(name));
    }

    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    private static String key(String key) {
        return "quarkus.binds." + key + " (or quarkus.binds.<name>." + key + ")";
    }

    private static Names names() {
        return new Names();
    }

    private static final class Names {

        private final Map<String, String> map = new HashMap<>();

        Names with(String advice, String... names) {
            for (String name : names) {
                map.put(plain(name), advice);
            }
            return this;
        }
    }
}
