package io.quarkiverse.binds.test.databases;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Address of a server.
 *
 * @param parameters of its URLs after the question mark, or an empty string
 */
record Endpoint(Kind kind, String host, int port, String parameters) {

    /** URL from the environment: an endpoint and a user who may create databases there. */
    record Given(Endpoint endpoint, Login login) {

        /**
         * Parses {@code mysql://user:password@host:port}, {@code jdbc:mysql://host:port/?user=...&password=...}, and
         * mixtures; a database in the URL is ignored.
         *
         * @throws IllegalArgumentException if it is invalid; the message does not contain the URL, which may hold a
         *         password
         */
        static Given parse(Kind kind, String url) {
            URI uri;
            try {
                uri = URI.create(url.strip().replaceFirst("^jdbc:", ""));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("not a URL");
            }
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            if (!scheme.startsWith(kind.id()) || uri.getHost() == null) {
                throw new IllegalArgumentException("not of the form " + kind.id() + "://user:password@host:port");
            }
            String user = kind.dialect.administrator();
            String password = "";
            if (uri.getRawUserInfo() != null) {
                String[] parts = uri.getRawUserInfo().split(":", 2);
                user = decode(parts[0]);
                password = parts.length > 1 ? decode(parts[1]) : "";
            }
            StringBuilder rest = new StringBuilder();
            for (String parameter : uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&")) {
                String[] parts = parameter.split("=", 2);
                String value = parts.length > 1 ? parts[1] : "";
                switch (parts[0]) {
                    case "user" -> user = decode(value);
                    case "password" -> password = decode(value);
                    default -> rest.append(rest.isEmpty() ? "" : "&").append(parameter);
                }
            }
            int port = uri.getPort() < 0 ? kind.dialect.defaultPort() : uri.getPort();
            return new Given(new Endpoint(kind, uri.getHost(), port, rest.toString()), new Login(user, password));
        }

        private static String decode(String text) {
            // A plus sign in a password is a plus sign.
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        }
    }

    /** {@code mysql://user:password@host:port/database}. */
    String url(Login login, String database) {
        return kind.id() + "://" + encode(login.user()) + ":" + encode(login.password()) + "@" + address() + "/" + database
                + query("");
    }

    /** {@code jdbc:mysql://host:port/database}, without the login. */
    String jdbcUrl(String database) {
        return "jdbc:" + kind.id() + "://" + address() + "/" + database + query("");
    }

    /**
     * Opens a connection without pool or {@link java.sql.DriverManager}, whose answer depends on the caller's class loader.
     *
     * @param parameters more parameters of the driver, {@code a=b&c=d}, or an empty string
     */
    Connection connect(Login login, String database, String more) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        return kind.dialect.driver().connect("jdbc:" + kind.id() + "://" + address() + "/" + database + query(more),
                properties);
    }

    String address() {
        return host + ":" + port;
    }

    private String query(String more) {
        String all = parameters + (parameters.isEmpty() || more.isEmpty() ? "" : "&") + more;
        return all.isEmpty() ? "" : "?" + all;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
