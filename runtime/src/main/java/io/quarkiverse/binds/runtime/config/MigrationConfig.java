package io.quarkiverse.binds.runtime.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;

/** Settings of migrations, read from the configuration of the application. */
public final class MigrationConfig {

    private static final String DIRECTORY = BindKey.PREFIX + "migrations.directory";
    private static final String TABLE = "table";
    private static final String SOURCES = "src/main/resources/" + MigrationLocation.ROOT;

    private MigrationConfig() {
    }

    /** The directory with scripts that need not be packaged; it has a directory for each bind. */
    public static Optional<Path> directory() {
        Optional<Path> configured = config().getOptionalValue(DIRECTORY, String.class).map(Path::of);
        return configured.isPresent() || LaunchMode.current() != LaunchMode.DEVELOPMENT ? configured
                : Optional.of(Path.of(SOURCES)).filter(Files::isDirectory);
    }

    /** Whether the scripts of a bind are applied at the start. */
    public static boolean migratesAtStart(String bind) {
        BindPropertyLookup values = values();
        return Boolean.parseBoolean(values.value(bind, Key.MIGRATE_AT_START)) && !values.isDynamic(bind) && isInUse(bind);
    }

    /** Whether the scripts of a bind are applied to each database that is opened on the fly. */
    public static boolean migratesOnOpening(String bind) {
        BindPropertyLookup values = values();
        return values.isDynamic(bind) && SchemaStrategy.MIGRATE.name().equalsIgnoreCase(values.value(bind, Key.SCHEMA))
                && isInUse(bind);
    }

    /** The key and value by which the start changes the tables of a bind; empty if it does not. */
    public static Optional<String> changesOfTables(String bind) {
        String strategy = value(QuarkusKey.hibernate(bind, QuarkusKey.SCHEMA));
        return isInUse(bind) && strategy != null
                && switch (strategy.toLowerCase(Locale.ROOT)) {
                    case "create", "update", "drop-and-create" -> true;
                    default -> false;
                }
                        ? Optional.of(BindKey.property(bind, Key.SCHEMA) + "=" + strategy)
                        : Optional.empty();
    }

    /** Whether another bind has the same database. */
    public static boolean sharesDatabase(String bind) {
        String own = database(bind);
        return own != null && ConfigSnapshot.ofApplication().model().binds().stream()
                .anyMatch(other -> !other.equals(bind) && own.equals(database(other)));
    }

    /** The key of Flyway for the directories of the scripts of a bind. */
    public static String locationsKey(String bind) {
        return QuarkusKey.flyway(bind, QuarkusKey.LOCATIONS).property();
    }

    /** Whether a user has told Flyway to find the scripts of a bind in the directory of all binds. */
    public static boolean hasScriptsInRoot(String bind) {
        ConfigValue locations = config().getConfigValue(locationsKey(bind));
        return DerivedValue.isSetByUser(locations) && Stream.of(locations.getValue().split(","))
                .anyMatch(location -> MigrationLocation.ROOT.startsWith(location.strip().replaceFirst("^classpath:/?", "")));
    }

    /** Whether a user has set the name of Flyway's history table of a bind. */
    public static boolean hasHistoryTable(String bind) {
        return DerivedValue.isSetByUser(config().getConfigValue(QuarkusKey.flyway(bind, TABLE).property()));
    }

    /** The JDBC URL without properties of the driver; null for none. */
    private static String database(String bind) {
        BindPropertyLookup values = values();
        String url = values.isDynamic(bind) ? null : values.jdbcUrl(bind);
        return url == null ? null : url.split("[?;]", 2)[0];
    }

    /** Whether a bind is active, so that Hibernate ORM and the pool of its database start. */
    public static boolean isInUse(String bind) {
        return !"false".equals(value(QuarkusKey.datasource(bind, QuarkusKey.ACTIVE)));
    }

    private static String value(QuarkusKey key) {
        ConfigValue value = config().getConfigValue(key.property());
        return value.getValue();
    }

    private static BindPropertyLookup values() {
        return ConfigSnapshot.ofApplication().values();
    }

    private static SmallRyeConfig config() {
        return ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
    }
}
