package io.quarkiverse.binds.runtime.url;

import java.util.Locale;

/** Checks of URLs that are passed on as they are: only what is certain to fail or to be ignored silently is refused. */
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
            // H2 itself refuses a name that is silently relative to the working directory.
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
        String subProtocol = Dialect.schemeOf(rest);
        if (subProtocol == null) {
            throw DatabaseUrlException
                    .withoutUrl("behind 'jdbc:' comes the name of the database, as in jdbc:mysql://host/database");
        }
        Dialect dialect = Dialect.ofScheme(subProtocol);
        if (dialect == null || subProtocol.equals("postgres")) {
            return;
        }
        if (subProtocol.indexOf('+') >= 0 && !subProtocol.equals("mysql+srv")) {
            throw DatabaseUrlException.of(url, "no JDBC driver has such a name; leave 'jdbc:' away");
        }
        checkAuthority(url, dialect);
        if (dialect == Dialect.MYSQL) {
            checkCharset(url);
        }
    }

    private static void checkAuthority(String url, Dialect dialect) {
        int separator = url.indexOf("//");
        if (separator < 0) {
            return;
        }
        int start = separator + 2;
        int end = Characters.indexOfAny(url, "/?#", start);
        if (end == start) {
            String path = url.substring(end);
            if (path.substring(0, Characters.indexOfAny(path, "?#", 0)).indexOf('@') >= 0) {
                throw DatabaseUrlException.of(url, ServerUrl.threeSlashes("jdbc:" + dialect.kind(), path));
            }
        }
        // Connector/J takes a user before the host, the others a host name with '@' in it, and one of them then shows
        // the password in its error.
        if (dialect != Dialect.MYSQL && url.substring(start, end).indexOf('@') >= 0) {
            throw DatabaseUrlException.of(url, "the JDBC driver knows no user before the host; leave 'jdbc:' away, or set user"
                    + " name and password on their own");
        }
    }

    /** Connector/J decodes names, but nobody escapes these two. */
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
                ParameterMapping.checkCharacterEncoding(value, url);
            }
            // With utf8 the outcome is what was asked for, although the driver ignores the name.
            if (name.equals("charset") && !MySqlCharsets.isUtf8(value)) {
                String javaName = MySqlCharsets.javaName(value);
                throw DatabaseUrlException.of(url, "the MySQL driver ignores 'charset' silently; write "
                        + (javaName == null ? "characterEncoding with a Java name" : "characterEncoding=" + javaName)
                        + ", or leave 'jdbc:' away");
            }
        }
    }
}
