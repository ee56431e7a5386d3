package io.quarkiverse.binds.runtime.url;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuses URLs in the form of other languages and frameworks, each with the URL to write instead. */
final class ForeignUrls {

    private static final Map<String, String> SCHEMES = schemes();

    /** Go: {@code user:password@tcp(host:3306)/database}. */
    private static final Pattern DSN = Pattern.compile("@(tcp6?|udp|unix|cloudsql[a-z-]*)\\(");
    private static final Pattern SEMICOLON = Pattern.compile(
            ";(charset|encoding|dbname|host|port|user|uid|password|pwd|unix_socket|ssl-?mode|collation|serverversion)=",
            Pattern.CASE_INSENSITIVE);

    private ForeignUrls() {
    }

    private static Map<String, String> schemes() {
        Map<String, String> schemes = new HashMap<>();
        for (String scheme : new String[] { "mysql2", "trilogy", "mysql-connector", "mysqlconnector", "pdo-mysql", "pdo_mysql",
                "mysqli", "mysqlx", "mysql-gis", "mysqlgis", "django.db.backends.mysql", "vitess", "tidb" }) {
            schemes.put(scheme, "mysql");
        }
        for (String scheme : new String[] { "maria", "pdo-mariadb", "mariadb-connector" }) {
            schemes.put(scheme, "mariadb");
        }
        for (String scheme : new String[] { "pgsql", "psql", "pg", "postgis", "postgresql2", "pdo-pgsql", "pdo_pgsql",
                "timescale",
                "timescaledb", "cockroachdb", "cockroach", "redshift", "timescalegis", "django.db.backends.postgresql" }) {
            schemes.put(scheme, "postgresql");
        }
        return schemes;
    }

    /**
     * @param scheme in lower case
     * @throws DatabaseUrlException if the URL has such a form
     */
    static void refuse(String url, String scheme) {
        if (DSN.matcher(url).find()) {
            throw DatabaseUrlException
                    .withoutUrl("it is a data source name of Go; write mysql://user:password@host:3306/database"
                            + " (parameters behind '?' have other names, and sslMode stands for tls)");
        }
        if (scheme == null) {
            return;
        }
        String base = UrlScheme.base(scheme);
        if (base.equals("mysqls")) {
            throw DatabaseUrlException.of(url, "unknown scheme 'mysqls'; write mysql:// and ?sslMode=REQUIRED, or"
                    + " VERIFY_IDENTITY to check the server's certificate");
        }
        String known = SCHEMES.get(base);
        if (known != null && url.startsWith("://", scheme.length())) {
            throw DatabaseUrlException.of(url, "unknown scheme '" + scheme + "'; write " + known + "://");
        }
    }

    /** Refuses separators of other formats, which would become part of the database name or of a value. */
    static void refuseSeparators(String url, String behindHost) {
        if (behindHost.contains("&amp;")) {
            throw DatabaseUrlException.of(url, "it has the '&amp;' of XML or HTML inside; write '&'");
        }
        Matcher semicolon = SEMICOLON.matcher(behindHost);
        if (semicolon.find()) {
            throw DatabaseUrlException.of(url, "parameters are not separated by ';': write ?" + semicolon.group(1)
                    + "=... for the first and &name=value for each other; a ';' that is meant is written %3B");
        }
    }
}
