package io.quarkiverse.binds.runtime.url;

import java.util.Locale;

/** Checks URLs that are passed on unchanged, and refuses only those that would certainly fail or be ignored in part. */
final class JdbcUrl {

    private static final String[] H2_FORMS = { "mem:", "file:", "tcp:", "ssl:", "zip:", "split:", "nio", "async:", "~", "./",
            "../", "/", ".\\", "..\\", "classpath:" };

    private JdbcUrl() {
    }

    /** @return the JDBC URL of {@code h2:...} */
    static String ofH2(String url) {
        String rest = url.substring("h2:".length());
        if (rest.startsWith("//")) {
            throw DatabaseUrlException.of(url,
                    "H2 has no slashes here; write h2:mem:name, h2:file:./path or h2:tcp://host/path");
        }
        boolean known = rest.length() > 2 && rest.charAt(1) == ':' && "/\\".indexOf(rest.charAt(2)) >= 0; // a drive of Windows
        for (String form : H2_FORMS) {
            known |= rest.regionMatches(true, 0, form, 0, form.length());
        }
        if (!known || rest.equals("file:")) {
            // H2 itself refuses a name that is implicitly relative to the working directory.
            throw DatabaseUrlException.withoutUrl("behind 'h2:' comes mem:name, file:./path, file:/path, ~/path or"
                    + " tcp://host/path");
        }
        int authority = rest.indexOf("://");
        if (authority >= 0 && rest.substring(authority + 3, Characters.indexOfAny(rest, "/;", authority + 3)).contains("@")) {
            throw DatabaseUrlException.of(url, "H2 has no user before the host; write ;USER=...;PASSWORD=... at the end");
        }
        return "jdbc:h2:" + rest;
    }

    static void check(String url) {
        String rest = url.substring("jdbc:".length());
        String subProtocol = UrlScheme.schemeOf(rest);
        if (subProtocol == null) {
            throw DatabaseUrlException
                    .withoutUrl("behind 'jdbc:' comes the name of the database, as in jdbc:mysql://host/database");
        }
        UrlScheme dialect = UrlScheme.ofScheme(subProtocol);
        if (dialect == null || subProtocol.equals("postgres")) {
            return;
        }
        if (subProtocol.indexOf('+') >= 0 && !subProtocol.equals("mysql+srv")) {
            throw DatabaseUrlException.of(url, "no JDBC driver has such a name; leave 'jdbc:' away");
        }
        checkAuthority(url, dialect);
        if (dialect == UrlScheme.MYSQL) {
            checkCharset(url);
        }
    }

    private static void checkAuthority(String url, UrlScheme dialect) {
        int separator = url.indexOf("//");
        if (separator < 0) {
            return;
        }
        int start = separator + 2;
        int end = Characters.indexOfAny(url, "/?#", start);
        if (end == start) {
            String path = url.substring(end);
            if (path.substring(0, Characters.indexOfAny(path, "?#", 0)).indexOf('@') >= 0) {
                throw DatabaseUrlException.of(url, UrlParser.threeSlashes("jdbc:" + dialect.kind(), path));
            }
        }
        // Connector/J accepts a user before the host. The other drivers take it for a part of the host name, and one of
        // them shows the password in its error.
        if (dialect != UrlScheme.MYSQL && url.substring(start, end).indexOf('@') >= 0) {
            throw DatabaseUrlException.of(url, "the JDBC driver knows no user before the host; leave 'jdbc:' away, or set user"
                    + " name and password on their own");
        }
    }

    /** Checks the character set. Connector/J decodes names, but these two are never escaped in practice. */
    private static void checkCharset(String url) {
        int question = url.indexOf('?');
        if (question < 0) {
            return;
        }
        for (String parameter : url.substring(question + 1).split("&")) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? "" : parameter.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            String value = parameter.substring(equals + 1).strip().toLowerCase(Locale.ROOT);
            if (name.equals("characterencoding")) {
                MySqlCharsets.checkEncoding(value, url);
            }
            // With utf8 the result is right, although the driver ignores the property.
            if (name.equals("charset") && !MySqlCharsets.isUtf8(value)) {
                String javaName = MySqlCharsets.javaName(value);
                throw DatabaseUrlException.of(url, "the MySQL driver ignores 'charset' silently; write "
                        + (javaName == null ? "characterEncoding with a Java name" : "characterEncoding=" + javaName)
                        + ", or leave 'jdbc:' away");
            }
        }
    }
}
