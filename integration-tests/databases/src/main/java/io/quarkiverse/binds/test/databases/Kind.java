package io.quarkiverse.binds.test.databases;

import java.util.List;
import java.util.Locale;

/** Products that tests run on. */
enum Kind {

    // The images are the defaults of Quarkus Dev Services 3.33.2.
    MYSQL("MySQL", "mysql:9.5", List.of("mysqld"), new MySqlDialect(false)),
    MARIADB("MariaDB", "mariadb:12.1", List.of("mariadbd", "mysqld"), new MySqlDialect(true)),
    POSTGRESQL("PostgreSQL", "postgres:18", List.of("postgres"), new PostgreSqlDialect());

    /** Name of the product. */
    final String label;
    /** Image of the official Docker library. */
    final String image;
    /** Possible names of the server's binary. */
    final List<String> programs;
    final ServerDialect dialect;

    Kind(String label, String image, List<String> programs, ServerDialect dialect) {
        this.label = label;
        this.image = image;
        this.programs = programs;
        this.dialect = dialect;
    }

    /** Name in the script, in URLs and in system properties. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String environmentVariable() {
        return "BINDS_TEST_" + name() + "_URL";
    }

    String systemProperty() {
        return "binds.test." + id() + ".url";
    }
}
