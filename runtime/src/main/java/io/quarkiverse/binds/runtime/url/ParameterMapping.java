package io.quarkiverse.binds.runtime.url;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Turns the query arguments that SQLAlchemy users know into JDBC driver properties.
 * <p>
 * The rule: what has exactly the same meaning is translated, what has not is an error that says what to use, and a name the
 * driver itself knows is passed on. Nothing is dropped silently, as the drivers do with names they do not know.
 */
final class ParameterMapping {

    private static final String NEW_CONNECTION_SQL = "use the pool's new-connection-sql";
    private static final String KEY_STORES = "Java wants certificates in key stores: use sslMode=VERIFY_CA and"
            + " trustCertificateKeyStoreUrl (server), clientCertificateKeyStoreUrl (client)";
    private static final String OPTION_FILES = "option files are not read; put the values into the URL";
    private static final String IN_FRONT = "it has its place before the '?': scheme://user:password@host:port/database";

    /** Arguments of PyMySQL, mysqlclient and MySQL Connector/Python without an exact counterpart. */
    private static final Map<String, String> MYSQL_ADVICE = Map.ofEntries(
            Map.entry("autocommit", "transactions are begun and ended by the session; remove it"),
            Map.entry("init_command", NEW_CONNECTION_SQL),
            Map.entry("time_zone", "use connectionTimeZone and forceConnectionTimeZoneToSession=true"),
            Map.entry("write_timeout", "use socketTimeout (milliseconds), which is for both directions"),
            Map.entry("unix_socket", "the driver connects by TCP; use host and port"),
            Map.entry("read_default_file", OPTION_FILES),
            Map.entry("read_default_group", OPTION_FILES),
            Map.entry("option_files", OPTION_FILES),
            Map.entry("ssl", "use sslMode"),
            Map.entry("ssl_ca", KEY_STORES),
            Map.entry("ssl_capath", KEY_STORES),
            Map.entry("ssl_cert", KEY_STORES),
            Map.entry("ssl_key", KEY_STORES),
            Map.entry("ssl_verify_cert", "use sslMode=VERIFY_CA"),
            Map.entry("ssl_verify_identity", "use sslMode=VERIFY_IDENTITY"),
            Map.entry("ssl_check_hostname", "use sslMode=VERIFY_IDENTITY"),
            Map.entry("ssl_cipher", "use tlsCiphersuites (MariaDB: enabledSslCipherSuites)"),
            Map.entry("client_flag", "use the driver's own properties, one for each flag"),
            Map.entry("cursorclass", "there are no cursor classes in Java; remove it"),
            Map.entry("conv", "there are no converters in Java drivers; remove it"));

    /** Arguments of libpq, psycopg and asyncpg without an exact counterpart. */
    private static final Map<String, String> POSTGRESQL_ADVICE = Map.of(
            "autocommit", "transactions are begun and ended by the session; remove it",
            "gssencmode", "use gssEncMode",
            "krbsrvname", "use kerberosServerName",
            "channel_binding", "use channelBinding",
            "hostaddr", IN_FRONT,
            "passfile", "password files are not named in the URL; put the password into the URL",
            "sslcrl", "the driver knows no revocation lists; remove it");

    private final Dialect dialect;
    private final String url;
    private final Map<String, String> result = new LinkedHashMap<>();

    ParameterMapping(Dialect dialect, String url) {
        this.dialect = dialect;
        this.url = url;
    }

    Map<String, String> map(Map<String, String> given) {
        given.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean mapped = mapCommon(lower, value)
                    || (dialect.isMySqlLike() ? mapMySql(lower, value) : mapPostgreSql(lower, value));
            if (!mapped) {
                passOn(name, lower, value);
            }
        });
        return result;
    }

    private boolean mapCommon(String name, String value) {
        switch (name) {
            case "host":
            case "port":
            case "db":
            case "database":
            case "dbname":
                throw problem("the parameter '" + name + "' is not used here: " + IN_FRONT);
            default:
                return false;
        }
    }

    private boolean mapMySql(String name, String value) {
        boolean mysql = dialect == Dialect.MYSQL;
        switch (name) {
            case "charset":
                mapCharset(value);
                return true;
            case "characterencoding":
                checkCharacterEncoding(value, url);
                return false;
            case "use_unicode":
                if (!isTrue(name, value)) {
                    throw problem("use_unicode=0 has no counterpart, strings are always Unicode in Java; remove it");
                }
                return true;
            case "connect_timeout":
            case "connection_timeout":
                put("connectTimeout", milliseconds(name, value));
                return true;
            case "read_timeout":
                put("socketTimeout", milliseconds(name, value));
                return true;
            case "collation":
                put("connectionCollation", value);
                return true;
            case "compress":
                put("useCompression", Boolean.toString(isTrue(name, value)));
                return true;
            case "local_infile":
            case "allow_local_infile":
                put(mysql ? "allowLoadLocalInfile" : "allowLocalInfile", Boolean.toString(isTrue(name, value)));
                return true;
            case "sql_mode":
                if (!value.chars().allMatch(c -> Characters.isNameCharacter(c) || c == ',')) {
                    throw problem("sql_mode is a list of mode names separated by commas");
                }
                put("sessionVariables", "sql_mode='" + value + "'");
                return true;
            case "ssl_disabled":
                mapSslMode(isTrue(name, value) ? "DISABLED" : "PREFERRED");
                return true;
            case "ssl_mode":
                mapSslMode(value.toUpperCase(Locale.ROOT));
                return true;
            default:
                return false;
        }
    }

    private void mapCharset(String value) {
        String charset = value.toLowerCase(Locale.ROOT);
        if (dialect == Dialect.MARIADB) {
            // MariaDB Connector/J always sends utf8mb4 and has no property to change it, so utf8 needs nothing.
            if (!MySqlCharsets.isUtf8(charset)) {
                throw problem("the MariaDB driver always uses utf8mb4 and the server converts to the character set of each"
                        + " column; remove charset, or use mysql:// for another one");
            }
            return;
        }
        String javaName = MySqlCharsets.javaName(charset);
        if (javaName == null) {
            throw problem("unknown charset; known are " + MySqlCharsets.known());
        }
        put("characterEncoding", javaName);
    }

    /** The one value that many try and that Connector/J refuses with a message that does not say what to write. */
    static void checkCharacterEncoding(String value, String url) {
        if (value.toLowerCase(Locale.ROOT).startsWith("utf8mb")) {
            throw DatabaseUrlException.of(url, "characterEncoding takes a Java name: write characterEncoding=UTF-8, which"
                    + " is utf8mb4 in MySQL, or leave it out, since utf8mb4 is the default");
        }
    }

    /** The names are those of Connector/J already; MariaDB Connector/J has its own and no "if the server can". */
    private void mapSslMode(String mode) {
        switch (mode) {
            case "DISABLED":
                put("sslMode", dialect == Dialect.MYSQL ? mode : "disable");
                return;
            case "REQUIRED":
                put("sslMode", dialect == Dialect.MYSQL ? mode : "trust");
                return;
            case "VERIFY_CA":
                put("sslMode", dialect == Dialect.MYSQL ? mode : "verify-ca");
                return;
            case "VERIFY_IDENTITY":
                put("sslMode", dialect == Dialect.MYSQL ? mode : "verify-full");
                return;
            case "PREFERRED":
                if (dialect == Dialect.MYSQL) {
                    put("sslMode", mode);
                    return;
                }
                throw problem("the MariaDB driver cannot leave encryption to the server; use sslMode=disable, trust,"
                        + " verify-ca or verify-full");
            default:
                throw problem("ssl_mode must be DISABLED, PREFERRED, REQUIRED, VERIFY_CA or VERIFY_IDENTITY");
        }
    }

    private boolean mapPostgreSql(String name, String value) {
        switch (name) {
            case "charset":
            case "client_encoding":
                // The PostgreSQL driver sets client_encoding to UTF8 itself and fails when anybody changes it.
                String charset = value.toLowerCase(Locale.ROOT).replace("-", "");
                if (!charset.equals("utf8") && !charset.equals("unicode")) {
                    throw problem("the PostgreSQL driver always uses UTF8 and the server converts; remove " + name);
                }
                return true;
            case "connect_timeout":
                if (value.isEmpty() || !value.chars().allMatch(Characters::isDigit)) {
                    throw problem("connect_timeout must be a number of seconds");
                }
                put("connectTimeout", value);
                return true;
            case "application_name":
                put("ApplicationName", value);
                return true;
            case "keepalives":
                put("tcpKeepAlive", Boolean.toString(isTrue(name, value)));
                return true;
            case "target_session_attrs":
                put("targetServerType", targetServerType(value));
                return true;
            case "ssl":
                if (!value.equals("true") && !value.equals("false")) {
                    throw problem("ssl must be true or false; use sslmode for the rest (require, verify-full, ...)");
                }
                return false;
            default:
                return false;
        }
    }

    private String targetServerType(String value) {
        switch (value) {
            case "any":
            case "primary":
                return value;
            case "read-write":
                return "primary";
            case "standby":
                return "secondary";
            case "prefer-standby":
                return "preferSecondary";
            default:
                throw problem("use targetServerType (any, primary, secondary, preferSecondary, preferPrimary)");
        }
    }

    private void passOn(String name, String lower, String value) {
        String advice = (dialect.isMySqlLike() ? MYSQL_ADVICE : POSTGRESQL_ADVICE).get(lower);
        if (advice != null) {
            throw problem("the parameter '" + name + "' has no counterpart in the JDBC driver: " + advice);
        }
        // No property of the three drivers has an underscore, so the driver would ignore this one silently.
        if (name.indexOf('_') >= 0) {
            throw problem("the JDBC driver has no parameter '" + name
                    + "'; its own names are written like connectTimeout, see its manual");
        }
        put(name, value);
    }

    private void put(String name, String value) {
        for (String present : result.keySet()) {
            if (present.equalsIgnoreCase(name)) {
                throw problem("the parameter '" + name + "' is set twice");
            }
        }
        result.put(name, value);
    }

    private boolean isTrue(String name, String value) {
        switch (value.toLowerCase(Locale.ROOT)) {
            case "1":
            case "true":
            case "yes":
            case "on":
                return true;
            case "0":
            case "false":
            case "no":
            case "off":
                return false;
            default:
                throw problem("the parameter '" + name + "' must be true or false");
        }
    }

    /** Python drivers count seconds, both MySQL drivers milliseconds in an int: hence not more than 2147483 seconds. */
    private String milliseconds(String name, String seconds) {
        if (!seconds.matches("\\d{1,7}(\\.\\d{1,3})?")
                || new BigDecimal(seconds).compareTo(BigDecimal.valueOf(Integer.MAX_VALUE / 1000)) > 0) {
            throw problem("the parameter '" + name + "' must be a number of seconds");
        }
        return Integer.toString(new BigDecimal(seconds).movePointRight(3).intValueExact());
    }

    private DatabaseUrlException problem(String problem) {
        return DatabaseUrlException.of(url, problem);
    }
}
