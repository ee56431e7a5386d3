package io.quarkiverse.binds.runtime.config;

import java.util.List;
import java.util.Set;

import io.quarkiverse.binds.Bind;

/**
 * A key of Quarkus itself that belongs to a bind, split into its parts: {@code quarkus.datasource."users".jdbc.url} is the key
 * {@code jdbc.url} of the bind {@code users} in the root {@code quarkus.datasource.}.
 *
 * @param root {@link #DATASOURCE}, {@link #HIBERNATE} or {@link #FLYWAY}
 * @param bind the name of a bind, or {@link Bind#DEFAULT}
 * @param key the key below the name
 */
record QuarkusKey(String root, String bind, String key) {

    static final String DATASOURCE = "quarkus.datasource.";
    static final String HIBERNATE = "quarkus.hibernate-orm.";
    static final String FLYWAY = "quarkus.flyway.";

    /** Without Flyway its keys are unknown to Quarkus, which warns of such. */
    private static final List<String> ROOTS = FlywayExtension.isPresent() ? List.of(DATASOURCE, HIBERNATE, FLYWAY)
            : List.of(DATASOURCE, HIBERNATE);

    static final String DB_KIND = "db-kind";
    static final String JDBC_URL = "jdbc.url";
    static final String USERNAME = "username";
    static final String PASSWORD = "password";
    static final String CREDENTIALS_PROVIDER = "credentials-provider";
    static final String CREDENTIALS_PROVIDER_BEAN = "credentials-provider-name";
    static final String ACTIVE = "active";
    static final String HEALTH_EXCLUDE = "health-exclude";
    static final String DRIVER = "jdbc.driver";
    static final String TRANSACTIONS = "jdbc.transactions";
    /** The value of {@link #TRANSACTIONS} for two-phase commit. */
    static final String XA = "xa";
    static final String MAX_SIZE = "jdbc.max-size";
    static final String IDLE_REMOVAL = "jdbc.idle-removal-interval";
    static final String METRICS = "jdbc.metrics.enabled";
    static final String ACQUISITION_TIMEOUT = "jdbc.acquisition-timeout";
    static final String FOREGROUND_VALIDATION = "jdbc.foreground-validation-interval";
    static final String VALIDATE_ON_BORROW = "jdbc.validate-on-borrow";
    static final String VALIDATION_TIMEOUT = "jdbc.validation-query-timeout";
    static final String MAX_LIFETIME = "jdbc.max-lifetime";
    static final String ISOLATION = "jdbc.transaction-isolation-level";
    /** Prefix of driver properties. */
    static final String DRIVER_PROPERTIES = "jdbc.additional-jdbc-properties.";
    static final String DEV_SERVICES = "devservices.enabled";

    static final String UNIT_DATASOURCE = "datasource";
    static final String MULTITENANT = "multitenant";
    static final String SCHEMA = "schema-management.strategy";
    /** The name of {@link #SCHEMA} before Quarkus 3.22, still read by Quarkus. */
    static final String OLD_SCHEMA = "database.generation";
    static final String START_OFFLINE = "database.start-offline";

    static final String LOCATIONS = "locations";

    /** The complete property that makes Hibernate's own build step leave the entities to {@code PersistenceUnitProcessor}. */
    static final String BLOCKING = HIBERNATE + "blocking";

    static QuarkusKey datasource(String bind, String key) {
        return new QuarkusKey(DATASOURCE, bind, key);
    }

    static QuarkusKey hibernate(String bind, String key) {
        return new QuarkusKey(HIBERNATE, bind, key);
    }

    static QuarkusKey flyway(String bind, String key) {
        return new QuarkusKey(FLYWAY, bind, key);
    }

    static List<String> roots() {
        return ROOTS;
    }

    /** The root of a property from a position on; null if it has none. */
    static String root(String property, int start) {
        return property.startsWith(DATASOURCE, start) ? DATASOURCE
                : property.startsWith(HIBERNATE, start) ? HIBERNATE
                        : ROOTS.size() > 2 && property.startsWith(FLYWAY, start) ? FLYWAY : null;
    }

    /**
     * @param binds the named binds: any other first segment begins a key of the default bind
     * @return the key; null if the property belongs to no datasource, persistence unit or Flyway, or to a named one that is
     *         not a bind
     */
    static QuarkusKey parse(String property, Set<String> binds) {
        String root = root(property, 0);
        if (root == null) {
            return null;
        }
        DottedName name = DottedName.first(property.substring(root.length()));
        if (binds.contains(name.segment)) {
            return name.rest.isEmpty() ? null : new QuarkusKey(root, name.segment, name.rest);
        }
        return name.quoted ? null : new QuarkusKey(root, Bind.DEFAULT, property.substring(root.length()));
    }

    /** The part of a property before its key, as Quarkus itself spells it. */
    static String prefix(String root, String bind) {
        return bind.equals(Bind.DEFAULT) ? root : root + '"' + bind + "\".";
    }

    /** The spelling that Quarkus itself uses: the name of a datasource or persistence unit in quotes. */
    String property() {
        return prefix(root, bind) + key;
    }

    /** All spellings that a user may write. */
    List<String> spellings() {
        return BindNames.isDefault(bind) ? List.of(property()) : List.of(property(), unquotedProperty());
    }

    /** The other spelling of the same key, of equal rank; null if there is none. */
    String unquotedProperty() {
        return bind.equals(Bind.DEFAULT) ? null : root + bind + "." + key;
    }
}
