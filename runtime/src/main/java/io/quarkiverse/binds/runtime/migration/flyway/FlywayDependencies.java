package io.quarkiverse.binds.runtime.migration.flyway;

import java.util.Optional;

import io.quarkus.datasource.common.runtime.DatabaseKind;

/** The artifacts of Flyway that a kind of database needs, by their Maven coordinates. */
public final class FlywayDependencies {

    private static final String EXTENSION = "io.quarkus:quarkus-flyway";
    private static final String MYSQL = "org.flywaydb:flyway-mysql";
    private static final String POSTGRESQL = "org.flywaydb:flyway-database-postgresql";

    private FlywayDependencies() {
    }

    /** The dependencies in words. */
    public static String of(String kind) {
        return "the dependency " + EXTENSION + support(kind).map(artifact -> " and " + artifact).orElse("");
    }

    /** What a kind needs besides the extension; empty if nothing is known to be needed. */
    public static Optional<String> support(String kind) {
        if (DatabaseKind.isMySQL(kind) || DatabaseKind.isMariaDB(kind)) {
            return Optional.of(MYSQL);
        }
        return DatabaseKind.isPostgreSQL(kind) ? Optional.of(POSTGRESQL) : Optional.empty();
    }

    /** A class in the artifact of {@link #support(String)}. */
    public static Optional<String> classOfSupport(String kind) {
        return support(kind).map(artifact -> artifact.equals(MYSQL) ? "org.flywaydb.database.mysql.MySQLDatabaseType"
                : "org.flywaydb.database.postgresql.PostgreSQLDatabaseType");
    }
}
