package io.quarkiverse.binds.runtime.url;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Translates the query arguments that SQLAlchemy users know into JDBC driver properties.
 * <p>
 * A parameter with exactly the same meaning is translated; another is refused with a message that names the replacement; a name
 * of the driver itself is passed on. No parameter is dropped silently, as the drivers do with unknown names.
 */
final class ParameterMapping {

    private static final String IN_FRONT = "it has its place before the '?': scheme://user:password@host:port/database";

    /** Parameters of libpq, Prisma and Doctrine that the driver has under another name. */
    private static final Map<String, String> POSTGRESQL_PROPERTIES = Map.of("application_name", "ApplicationName",
            "channel_binding", "channelBinding", "gssencmode", "gssEncMode", "krbsrvname", "kerberosServerName",
            "schema", "currentSchema", "search_path", "currentSchema");

    private final UrlScheme dialect;
    private final String url;
    private final Map<String, String> result = new LinkedHashMap<>();

    ParameterMapping(UrlScheme dialect, String url) {
        this.dialect = dialect;
        this.url = url;
    }

    Map<String, String> map(Map<String, String> given) {
        given.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT).replace('-', '_');
            boolean mapped = mapCommon(name, lower, value)
                    || (dialect.isMySqlLike() ? mapMySql(lower, value) : mapPostgreSql(lower, value));
            if (!mapped) {
                passOn(name, value);
            }
        });
        return result;
    }

    private boolean mapCommon(String name, String lower, String value) {
        switch (lower) {
            case "host":
            case "hostaddr":
            case "port":
            case "db":
            case "database":
            case "dbname":
                throw problem("the parameter '" + name + "' is not used here: " + (value.startsWith("/")
                        ? "the driver connects by TCP, not by sockets of Unix; write host and port before the '?'"
                        : IN_FRONT));
            case "reconnect":
            case "auto_reconnect":
                // the pool reconnects anyway; ClearDB's add-on writes this into each URL
                if (!isTrue(name, value)) {
                    throw problem("lost connections are always replaced by the pool; remove '" + name + "'");
                }
                return true;
            case "ssl_mode":
            case "sslmode":
                TlsMode mode = TlsMode.of(value);
                if (mode == null) {
                    throw problem(name + " must be " + TlsMode.known(dialect) + (value.equals("no-verify")
                            ? "; no-verify of Node.js is " + TlsMode.REQUIRED.value(dialect)
                            : ""));
                }
                putTls(mode);
                return true;
            default:
                return false;
        }
    }

    private void putTls(TlsMode mode) {
        String value = mode.value(dialect);
        if (value == null) {
            throw problem("the driver cannot leave encryption to the server as " + mode.name().toLowerCase(Locale.ROOT)
                    + " does; use " + TlsMode.property(dialect) + "=" + TlsMode.known(dialect));
        }
        put(TlsMode.property(dialect), value);
    }

    private boolean mapMySql(String name, String value) {
        boolean mysql = dialect == UrlScheme.MYSQL;
        switch (name) {
            case "charset":
            case "encoding":
                mapCharset(value);
                return true;
            case "characterencoding":
                MySqlCharsets.checkEncoding(value, url);
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
            case "ssl_ca":
                if (mysql) {
                    return false;
                }
                put("serverSslCert", value);
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
            default:
                return mapMySqlTls(name, value);
        }
    }

    private boolean mapMySqlTls(String name, String value) {
        switch (name) {
            case "sslaccept": // Prisma
                putTls(oneOf(name, value, Map.of("strict", TlsMode.VERIFY_IDENTITY, "accept_invalid_certs", TlsMode.REQUIRED)));
                return true;
            case "tls": // Go
                putTls(oneOf(name, value, Map.of("true", TlsMode.VERIFY_IDENTITY, "skip-verify", TlsMode.REQUIRED,
                        "false", TlsMode.DISABLED, "preferred", TlsMode.PREFERRED)));
                return true;
            case "ssl_disabled":
                putTls(isTrue(name, value) ? TlsMode.DISABLED : TlsMode.PREFERRED);
                return true;
            default:
                return false;
        }
    }

    private void mapCharset(String value) {
        String charset = value.toLowerCase(Locale.ROOT);
        if (dialect == UrlScheme.MARIADB) {
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

    private <T> T oneOf(String name, String value, Map<String, T> values) {
        T meant = values.get(value.toLowerCase(Locale.ROOT));
        if (meant == null) {
            throw problem("the parameter '" + name + "' must be one of " + String.join(", ", new TreeSet<>(values.keySet()))
                    + "; or use " + TlsMode.property(dialect) + "=" + TlsMode.known(dialect));
        }
        return meant;
    }

    private boolean mapPostgreSql(String name, String value) {
        String property = POSTGRESQL_PROPERTIES.get(name);
        if (property != null) {
            put(property, value);
            return true;
        }
        switch (name) {
            case "charset":
            case "encoding":
            case "client_encoding":
                // The PostgreSQL driver sets client_encoding to UTF8 itself and fails if it is changed.
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
            case "keepalives":
                put("tcpKeepAlive", Boolean.toString(isTrue(name, value)));
                return true;
            case "pgbouncer": // Prisma: statements prepared on the server belong to another connection there
                if (isTrue(name, value)) {
                    put("prepareThreshold", "0");
                }
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

    /**
     * Passes on a name of the driver in the driver's own case; unknown names are refused later, with those of other sources.
     */
    private void passOn(String name, String value) {
        String exact = DriverProperties.exact(dialect.kind(), name);
        if (exact != null) {
            put(exact, value);
            return;
        }
        String advice = ForeignParameters.advice(name);
        if (advice != null) {
            throw problem("the parameter '" + name + "' has no counterpart in the JDBC driver: " + advice);
        }
        // No property of the three drivers has an underscore, so the driver would ignore this one silently.
        if (name.indexOf('_') >= 0) {
            throw problem("the JDBC driver has no parameter '" + name + "'" + DriverProperties.nearest(dialect.kind(), name));
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

    /**
     * Converts seconds, the unit of Python drivers, to the milliseconds of both MySQL drivers, which take an int: at most
     * 2147483 seconds.
     */
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
