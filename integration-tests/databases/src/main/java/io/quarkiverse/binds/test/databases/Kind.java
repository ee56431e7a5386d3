package io.quarkiverse.binds.test.databases;

import java.util.List;
import java.util.Locale;

/** What differs between the two servers. */
enum Kind {

    // The images are the defaults of Quarkus Dev Services 3.33.2.
    MYSQL("MySQL", "mysql:9.5", List.of("mysqld"), List.of("GRANT XA_RECOVER_ADMIN ON *.* TO ")),
    MARIADB("MariaDB", "mariadb:12.1", List.of("mariadbd", "mysqld"), List.of());

    /** The product's name. */
    final String label;
    /** The image in Docker's own library. */
    final String image;
    /** The names that the server's binary may have. */
    final List<String> programs;
    /** Global privileges that an ordinary user of an application with XA has. */
    final List<String> grants;

    Kind(String label, String image, List<String> programs, List<String> grants) {
        this.label = label;
        this.image = image;
        this.programs = programs;
        this.grants = grants;
    }

    /** The name in the script, in URLs and in system properties. */
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
