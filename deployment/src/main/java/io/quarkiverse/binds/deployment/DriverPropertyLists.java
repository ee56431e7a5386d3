package io.quarkiverse.binds.deployment;

import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.quarkus.agroal.spi.JdbcDriverBuildItem;
import io.quarkus.datasource.common.runtime.DatabaseKind;

/** The properties that the JDBC drivers of the application list, for checks of the configuration. Read at build time. */
final class DriverPropertyLists {

    /**
     * Kinds whose {@link Driver#getPropertyInfo} lists all properties without a connection. H2 itself rejects unknown ones.
     */
    private static final Set<String> KINDS = Set.of(DatabaseKind.MYSQL, DatabaseKind.MARIADB, DatabaseKind.POSTGRESQL);

    /** Names of version 2 that MariaDB Connector/J ({@code Configuration}) still reads but does not list. */
    private static final List<String> MARIADB_VERSION_2_NAMES = List.of("useSsl", "useSSL", "trustServerCertificate",
            "disableSslHostnameVerification", "cacheCodecs");

    private DriverPropertyLists() {
    }

    /** @return the names by db-kind, sorted; without the kinds whose drivers list nothing */
    static Map<String, List<String>> of(List<JdbcDriverBuildItem> drivers) {
        Map<String, List<String>> lists = new TreeMap<>();
        for (JdbcDriverBuildItem driver : drivers) {
            if (KINDS.contains(driver.getDbKind()) && isPresent(driver)) {
                lists.put(driver.getDbKind(), new ArrayList<>(names(driver)));
            }
        }
        return lists;
    }

    /** A missing driver class is reported by Quarkus when it makes the datasource. */
    private static boolean isPresent(JdbcDriverBuildItem driver) {
        try {
            load(driver.getDriverClass());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Set<String> names(JdbcDriverBuildItem item) {
        try {
            Driver driver = (Driver) load(item.getDriverClass()).getDeclaredConstructor().newInstance();
            Set<String> names = new TreeSet<>();
            for (DriverPropertyInfo property : driver.getPropertyInfo("jdbc:" + item.getDbKind() + "://localhost/db",
                    new Properties())) {
                names.add(property.name);
            }
            names.addAll(aliases(item.getDbKind()));
            return names;
        } catch (ReflectiveOperationException | SQLException e) {
            throw new IllegalStateException("The JDBC driver " + item.getDriverClass() + " does not list its properties", e);
        }
    }

    private static Collection<String> aliases(String kind) throws ReflectiveOperationException {
        Set<String> aliases = new TreeSet<>();
        if (kind.equals(DatabaseKind.MYSQL)) {
            for (Object key : load("com.mysql.cj.conf.PropertyKey").getEnumConstants()) {
                aliases.add((String) key.getClass().getMethod("getKeyName").invoke(key));
                Object alias = key.getClass().getMethod("getCcAlias").invoke(key);
                if (alias != null) {
                    aliases.add((String) alias);
                }
            }
        } else if (kind.equals(DatabaseKind.MARIADB)) {
            Map<?, ?> options = (Map<?, ?>) load("org.mariadb.jdbc.util.options.OptionAliases").getField("OPTIONS_ALIASES")
                    .get(null);
            options.keySet().forEach(alias -> aliases.add((String) alias));
            aliases.addAll(MARIADB_VERSION_2_NAMES);
        }
        return aliases;
    }

    private static Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name, true, Thread.currentThread().getContextClassLoader());
    }
}
