package io.quarkiverse.binds.deployment;

import java.sql.Driver;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkiverse.binds.runtime.config.BindKey;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.pool.BindDriver;
import io.quarkiverse.binds.runtime.pool.OtherKindConfigurer;
import io.quarkus.agroal.spi.JdbcDriverBuildItem;
import io.quarkus.datasource.common.runtime.DataSourceUtil;
import io.quarkus.runtime.configuration.ConfigurationException;

/** The kind of database and the JDBC driver of each bind. */
final class Drivers {

    private Drivers() {
    }

    /**
     * The kind of database of a bind.
     *
     * @param configured the kind in the configuration, or null
     * @throws ConfigurationException if no kind is configured and there is not exactly one driver, or if the kind has no driver
     */
    static String kind(String bind, String configured, List<JdbcDriverBuildItem> drivers) {
        Set<String> available = drivers.stream().map(JdbcDriverBuildItem::getDbKind)
                .collect(Collectors.toCollection(TreeSet::new));
        if (configured == null) {
            if (available.size() == 1) {
                return available.iterator().next();
            }
            throw new ConfigurationException("The kind of database of " + BindNames.display(bind)
                    + " is not known: its URL is not set when the application is built, and there is "
                    + (available.isEmpty() ? "no JDBC driver extension" : "more than one JDBC driver extension " + available)
                    + ". Set " + BindKey.property(bind, "db-kind"));
        }
        if (!available.contains(configured) && !configured.equals(OtherKindConfigurer.KIND) && !hasOwnDriver(bind)) {
            throw new ConfigurationException(
                    "There is no JDBC driver for " + BindNames.display(bind) + ", which is of the kind '"
                            + configured + "': add the dependency io.quarkus:quarkus-jdbc-" + configured
                            + " (drivers of this application: "
                            + (available.isEmpty() ? "none" : String.join(", ", available)) + "), or correct "
                            + BindKey.property(bind, "db-kind") + " or " + BindKey.property(bind, "url"));
        }
        return configured;
    }

    /** The binds whose connections are opened through {@link BindDriver}: all but XA ones and those with a datasource class. */
    static List<String> throughBindDriver(Set<String> binds) {
        return binds.stream().filter(bind -> !isXa(bind) && isDriver(driver(bind))).toList();
    }

    /** The binds whose driver gets the name of the bind as a property, which makes the pool that of the bind. */
    static List<String> withBindProperty(Set<String> binds) {
        return binds.stream().filter(bind -> isXa(bind) || isDriver(driver(bind))).toList();
    }

    /** Whether a class is a driver; a class that is missing is reported by Quarkus when it makes the datasource. */
    private static boolean isDriver(String className) {
        try {
            return className != null && Driver.class
                    .isAssignableFrom(Class.forName(className, false, Thread.currentThread().getContextClassLoader()));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static boolean isXa(String bind) {
        return "xa".equalsIgnoreCase(ConfigProvider.getConfig()
                .getConfigValue(DataSourceUtil.dataSourcePropertyKey(bind, "jdbc.transactions")).getValue());
    }

    private static boolean hasOwnDriver(String bind) {
        String driver = driver(bind);
        return driver != null && !driver.equals(BindDriver.class.getName());
    }

    private static String driver(String bind) {
        return ConfigProvider.getConfig().getConfigValue(DataSourceUtil.dataSourcePropertyKey(bind, "jdbc.driver")).getValue();
    }
}
