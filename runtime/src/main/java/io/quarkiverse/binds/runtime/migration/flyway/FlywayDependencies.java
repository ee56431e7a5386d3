package io.quarkiverse.binds.runtime.migration.flyway;

import java.util.Optional;

import io.quarkus.datasource.common.runtime.DatabaseKind;

/** The artifacts of Flyway that a kind of database needs. */
public final class FlywayDependencies {

    private static final String EXTENSION = "io.quarkus:quarkus-flyway";

    /**
     * Support of a kind of database.
     *
     * @param artifact its Maven coordinates
     * @param type a class in it
     */
    public record Support(String artifact, String type) {
    }

    private FlywayDependencies() {
    }

    /** The dependencies in words. */
    public static String of(String kind) {
        return "the dependency " + EXTENSION + support(kind).map(support -> " and " + support.artifact()).orElse("");
    }

    /** What a kind needs besides the extension; empty if nothing is known to be needed. */
    public static Optional<Support> support(String kind) {
        if (DatabaseKind.isMySQL(kind) || DatabaseKind.isMariaDB(kind)) {
            return Optional.of(new Support("org.flywaydb:flyway-mysql", "org.flywaydb.database.mysql.MySQLDatabaseType"));
        }
        return DatabaseKind.isPostgreSQL(kind)
                ? Optional.of(new Support("org.flywaydb:flyway-database-postgresql",
                        "org.flywaydb.database.postgresql.PostgreSQLDatabaseType"))
                : Optional.empty();
    }
}
