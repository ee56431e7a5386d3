package io.quarkiverse.binds.runtime.url;

/**
 * Recognises the JDBC URLs of drivers of which this extension knows nothing but JDBC: those that stand in front of another
 * driver, such as {@code jdbc:shardingsphere:}, and those of databases that Quarkus has no extension for. Such a driver ignores
 * or refuses the properties of the kind of database, and may have no server at the other end of its connections.
 */
public final class ForeignDriver {

    /** Of the URL of a bind that has none. */
    private static final String OWN = "binds";

    private ForeignDriver() {
    }

    /**
     * The name of the driver in its URLs.
     *
     * @param jdbcUrl may be null
     * @return the sub-protocol, such as {@code shardingsphere}; null if it is that of a known kind, or if it is no JDBC URL
     */
    public static String of(String jdbcUrl) {
        if (jdbcUrl == null || !"jdbc".equals(UrlScheme.schemeOf(jdbcUrl)) || UrlScheme.kindOf(jdbcUrl).isPresent()) {
            return null;
        }
        String name = UrlScheme.schemeOf(jdbcUrl.substring("jdbc:".length()));
        return OWN.equals(name) ? null : name;
    }
}
