package io.quarkiverse.binds.runtime.url;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The properties that a driver knows, as it lists them itself. A driver ignores unknown properties silently, so a mistyped
 * {@code sslMode} would leave a connection unencrypted.
 *
 * @param kind the db-kind
 * @param names the names in the driver's spelling, including aliases
 */
public record DriverProperties(String kind, Collection<String> names) {

    /** Kinds whose drivers ignore the case of property names. */
    private static final Set<String> CASE_INSENSITIVE = Set.of("mariadb", "h2");

    private static final Pattern HOSTS_OF_MYSQL = Pattern.compile("jdbc:mysql[^/]*//([^/?#]*)");
    /** {@code (host=h,sslMode=REQUIRED)} and {@code address=(host=h)(sslMode=REQUIRED)}. */
    private static final Pattern HOST_PROPERTY = Pattern.compile("[(,]\\s*([A-Za-z0-9._-]+)\\s*=");

    /** Names of Connector/J 5 that many URLs have; later versions always behave so, and no longer know the names. */
    private static final Set<String> ALWAYS_ENABLED = Set.of("useUnicode", "useLegacyDatetimeCode",
            "useJDBCCompliantTimezoneShift");

    /**
     * Returns the name of a property in the driver's own case.
     *
     * @return null if neither {@link AllowedDriverProperties} nor {@link DeniedPropertyReason} has the name
     */
    static String exact(String kind, String name) {
        return known(kind).get(name);
    }

    /**
     * Returns the name in the case of any driver that has such a property, for names from environment variables, which are
     * upper case.
     *
     * @return the name itself if no driver has the property
     */
    public static String exact(String name) {
        for (String kind : List.of("mysql", "mariadb", "postgresql", "h2")) {
            String exact = exact(kind, name);
            if (exact != null) {
                return exact;
            }
        }
        return name;
    }

    /** The end of a message about an unknown name, with the nearest known name. */
    static String nearest(String kind, String name) {
        String nearest = Nearest.of(name, known(kind).values());
        return nearest == null ? "; its own names are written like connectTimeout, see its manual"
                : "; did you mean " + nearest + "?";
    }

    private static Map<String, String> known(String kind) {
        Map<String, String> exact = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        AllowedDriverProperties.names(kind).keySet().forEach(known -> exact.put(known, known));
        for (DeniedPropertyReason danger : DeniedPropertyReason.values()) {
            danger.of(kind).forEach(known -> exact.putIfAbsent(known, known));
        }
        return exact;
    }

    /**
     * Checks whether the driver uses a property.
     *
     * @return null if it does; otherwise the reason and the right name, as the end of a sentence
     */
    public String problem(String property) {
        if (names.contains(property)
                || CASE_INSENSITIVE.contains(kind) && names.stream().anyMatch(property::equalsIgnoreCase)) {
            String advice = isOfPool(property) ? ForeignParameters.advice(property) : null;
            return advice == null ? null : "means nothing here: " + advice;
        }
        if (kind.equals("mysql") && ALWAYS_ENABLED.contains(property)) {
            return null;
        }
        for (String name : names) {
            if (name.equalsIgnoreCase(property)) {
                return "is ignored by the driver, which tells upper from lower case: write " + name;
            }
        }
        String advice = ForeignParameters.advice(property);
        return "is ignored by the driver, which has no such property"
                + (advice == null ? Nearest.end(property, names) : ": " + advice);
    }

    /**
     * Checks a property given beside the URL, whose name must match exactly: in another spelling, a property with a default
     * would be set twice.
     */
    public String problemBesideUrl(String property) {
        if (!names.contains(property)) {
            for (String name : names) {
                if (name.equalsIgnoreCase(property)) {
                    return "is not written as the driver does: write " + name;
                }
            }
        }
        return problem(property);
    }

    /** Whether the property belongs to MariaDB Connector/J's own pool, which is not used. */
    private boolean isOfPool(String property) {
        String plain = ForeignParameters.plain(property);
        return kind.equals("mariadb") && (plain.equals("pool") || plain.contains("pool") || plain.equals("maxidletime"));
    }

    /**
     * The names of the properties in a JDBC URL; for MySQL, also of properties of single hosts.
     *
     * @param jdbcUrl of MySQL, MariaDB or PostgreSQL
     */
    public static Set<String> inUrl(String jdbcUrl) {
        Set<String> names = new LinkedHashSet<>();
        Matcher hosts = HOSTS_OF_MYSQL.matcher(jdbcUrl);
        if (hosts.lookingAt()) {
            HOST_PROPERTY.matcher(hosts.group(1)).results().forEach(name -> names.add(name.group(1)));
        }
        int question = Characters.indexOfAny(jdbcUrl, "?", 0);
        String query = jdbcUrl.substring(Math.min(question + 1, jdbcUrl.length()));
        for (String part : query.substring(0, Characters.indexOfAny(query, "#", 0)).split("&")) {
            String name = part.substring(0, Characters.indexOfAny(part, "=", 0)).strip();
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }
}
