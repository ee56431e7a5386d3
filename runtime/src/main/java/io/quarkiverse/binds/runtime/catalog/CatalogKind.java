package io.quarkiverse.binds.runtime.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

import io.quarkus.datasource.common.runtime.DatabaseKind;

/** The kinds of databases whose catalog is known. */
public enum CatalogKind {
    MYSQL,
    MARIADB,
    POSTGRESQL,
    H2;

    /** Whether identifiers are quoted, columns altered and text collated as on MySQL. */
    public boolean isMySqlLike() {
        return this == MYSQL || this == MARIADB;
    }

    /** Restricting is all the same to most kinds as no action, of which their catalogs name either. */
    public String action(String action) {
        return this != POSTGRESQL && action.equals("RESTRICT") ? "NO ACTION" : action;
    }

    /** @throws IllegalArgumentException if the catalog of the database is not known */
    public static CatalogKind of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "MySQL" -> MYSQL;
            case "MariaDB" -> MARIADB;
            case "PostgreSQL" -> POSTGRESQL;
            case "H2" -> H2;
            default -> throw new IllegalArgumentException("The catalog of " + product
                    + " cannot be read: tables are read from MySQL, MariaDB, PostgreSQL and H2");
        };
    }

    /** @param dbKind value of the key {@code db-kind} */
    public static Optional<CatalogKind> of(String dbKind) {
        if (DatabaseKind.isMySQL(dbKind)) {
            return Optional.of(MYSQL);
        }
        if (DatabaseKind.isMariaDB(dbKind)) {
            return Optional.of(MARIADB);
        }
        if (DatabaseKind.isPostgreSQL(dbKind)) {
            return Optional.of(POSTGRESQL);
        }
        return DatabaseKind.isH2(dbKind) ? Optional.of(H2) : Optional.empty();
    }
}
