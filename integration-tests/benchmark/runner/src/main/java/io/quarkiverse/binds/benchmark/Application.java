package io.quarkiverse.binds.benchmark;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Compared applications. On MySQL each has a user and databases of its own. */
enum Application {

    /** Plain Quarkus, configured by its own keys. */
    PLAIN {
        @Override
        Map<String, String> databases(String server, String password) {
            return Map.of(
                    "quarkus.datasource.jdbc.url", "jdbc:mysql://" + server + "/" + blog(),
                    "quarkus.datasource.username", user(),
                    "quarkus.datasource.password", password,
                    "quarkus.datasource.\"users\".jdbc.url", "jdbc:mysql://" + server + "/" + users(),
                    "quarkus.datasource.\"users\".username", user(),
                    "quarkus.datasource.\"users\".password", password);
        }

        @Override
        Map<String, String> pools(int size, int overflow) {
            String most = Integer.toString(size + overflow);
            return Map.of("quarkus.datasource.jdbc.max-size", most, "quarkus.datasource.\"users\".jdbc.max-size", most);
        }
    },

    /** Quarkus with this extension. */
    BINDS {
        @Override
        Map<String, String> databases(String server, String password) {
            String login = "mysql://" + user() + ":" + password + "@";
            return Map.of(
                    "quarkus.binds.url", login + server + "/" + blog(),
                    "quarkus.binds.users.url", login + server + "/" + users());
        }

        @Override
        Map<String, String> pools(int size, int overflow) {
            return Map.of("quarkus.binds.\"*\".pool.size", Integer.toString(size),
                    "quarkus.binds.\"*\".pool.max-overflow", Integer.toString(overflow));
        }
    };

    /** Properties with which the build for MySQL uses its databases. */
    abstract Map<String, String> databases(String server, String password);

    /** Properties of pools that have as many connections at most; the overflow is closed when it is idle. */
    abstract Map<String, String> pools(int size, int overflow);

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String user() {
        return id() + "_application";
    }

    String blog() {
        return id() + "_blog";
    }

    String users() {
        return id() + "_users";
    }

    /** Build for embedded databases. */
    Path jar() {
        return built("target/quarkus-app");
    }

    Path jarForMySql() {
        return built("target/for-mysql/quarkus-app");
    }

    private Path built(String directory) {
        Path jar = modules().resolve(id()).resolve(directory).resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is not there: run mvn package first");
        }
        return jar;
    }

    /** Finds the modules: this class is in runner/target/classes or in a jar beside it. */
    static Path modules() {
        try {
            return Path.of(Application.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .resolve("../../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
