package io.quarkiverse.binds.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.binds.runtime.url.DatabaseUrl;
import io.quarkiverse.binds.runtime.url.UntrustedUrl;
import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;
import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.source.file.FileSystemConfigSource;
import io.smallrye.config.source.yaml.YamlConfigSource;

/** M4: a password reaches the server unchanged, from every source and in every place. */
class PasswordsTest {

    private static final String USER = "pässword's owner";

    private static DatabaseServer server;

    @TempDir
    Path directory;

    /** Notation of a text in a source, besides the rule of expressions. */
    enum Source {
        PROPERTIES {
            @Override
            ConfigSource of(Map<String, String> values, Path directory) {
                return Configs.properties(lines(values), Configs.APPLICATION);
            }
        },
        DOTENV {
            @Override
            ConfigSource of(Map<String, String> values, Path directory) throws IOException {
                Path file = directory.resolve(".env");
                Files.writeString(file, lines(variables(values)));
                return DotEnvConfigSourceProvider.dotEnvSources(file.toUri().toString(), getClass().getClassLoader()).get(0);
            }
        },
        YAML {
            @Override
            ConfigSource of(Map<String, String> values, Path directory) throws IOException {
                return new YamlConfigSource("test", "quarkus:\n  binds:\n    users:\n" + values.entrySet().stream()
                        .map(e -> "      " + e.getKey().substring("quarkus.binds.users.".length()) + ": '"
                                + e.getValue().replace("'", "''") + "'\n")
                        .collect(Collectors.joining()));
            }
        },
        ENVIRONMENT {
            @Override
            ConfigSource of(Map<String, String> values, Path directory) {
                return new EnvConfigSource(variables(values), Configs.ENVIRONMENT);
            }
        },
        /** Mounted secrets: one file per value, written by an editor that ends each line. */
        FILES {
            @Override
            ConfigSource of(Map<String, String> values, Path directory) throws IOException {
                for (Map.Entry<String, String> value : values.entrySet()) {
                    Files.writeString(directory.resolve(value.getKey()), value.getValue() + "\n");
                }
                return new FileSystemConfigSource(directory.toFile());
            }
        };

        abstract ConfigSource of(Map<String, String> values, Path directory) throws IOException;

        /** Java's rule: a backslash is doubled, and a blank at the beginning is escaped. */
        private static String lines(Map<String, String> values) {
            return values.entrySet().stream()
                    .map(e -> e.getKey() + "=" + e.getValue().replace("\\", "\\\\").replaceFirst("^ ", "\\\\ ") + "\n")
                    .collect(Collectors.joining());
        }

        private static Map<String, String> variables(Map<String, String> values) {
            return values.entrySet().stream()
                    .collect(Collectors.toMap(e -> EnvironmentNames.form(e.getKey()), Map.Entry::getValue));
        }
    }

    @BeforeAll
    static void makeUser() {
        server = MySql.shared();
        server.execute("drop user if exists " + quoted(USER), "create user " + quoted(USER));
    }

    @AfterAll
    static void dropUser() {
        server.execute("drop user " + quoted(USER));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** Each printable character alone and at both ends, and texts with a meaning in expressions, URLs and shells. */
    private static List<String> passwords() {
        List<String> passwords = new ArrayList<>();
        String all = IntStream.rangeClosed(' ', '~').mapToObj(Character::toString).collect(Collectors.joining());
        all.chars().forEach(c -> passwords.add((char) c + "x" + (char) c));
        passwords.addAll(List.of(all, "a${b}", "${b", "a$$b", "$$$", "a$%7Bb", "a\\${b}", "a\\\\$b", "a\\", "\\\\", "  two  ",
                "%", "%%41",
                "ä€😀", "a&amp;b", "{key}", "#a", "'a'", "\"a\""));
        return passwords;
    }

    @ParameterizedTest
    @EnumSource
    void passwordReachesTheServer(Source source) throws Exception {
        for (String password : passwords()) {
            server.execute("alter user " + quoted(USER) + " identified by " + quoted(password));
            String url = "mysql://" + server.host() + ":" + server.port() + "/";
            String inUrl = url(password);

            check(source, password, Map.of("quarkus.binds.users.url", inUrl));
            check(source, password, Map.of("quarkus.binds.users.url", url, "quarkus.binds.users.username", USER,
                    "quarkus.binds.users.password", expression(password)));
        }
    }

    private static String url(String password) {
        return "mysql://" + encoded(USER) + ":" + encoded(password) + "@" + server.host() + ":" + server.port() + "/";
    }

    /** Applies the rule of the documentation: a backslash before each '$', and nothing else. */
    private static String expression(String text) {
        return text.replace("$", "\\$");
    }

    private static String encoded(String text) {
        StringBuilder result = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
            result.append(plain ? Character.toString(b) : String.format("%%%02X", b));
        }
        return result.toString();
    }

    private void check(Source source, String password, Map<String, String> values) throws Exception {
        SmallRyeConfig config = Configs.of(Configs.properties("quarkus.binds.users.db-kind=mysql", 10),
                source.of(values, Files.createTempDirectory(directory, "source")));
        assertThat(Configs.datasource(config, "users", "password")).as("%s from %s", password, values).isEqualTo(password);
        if (source != Source.PROPERTIES) {
            return; // the values equal those of the source tested before, which the server has accepted
        }
        assertLogin(Configs.datasource(config, "users", "jdbc.url"), Configs.datasource(config, "users", "username"),
                Configs.datasource(config, "users", "password"));
    }

    private static void assertLogin(String url, String user, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url + "?allowPublicKeyRetrieval=true", user, password);
                PreparedStatement statement = connection.prepareStatement("select current_user()");
                ResultSet row = statement.executeQuery()) {
            row.next();
            assertThat(row.getString(1)).startsWith(USER);
        }
    }

    /** Replicas and templates are URLs that are read later. */
    @Test
    void passwordInReplicasAndTemplatesReachesTheServer() throws Exception {
        for (String password : passwords()) {
            server.execute("alter user " + quoted(USER) + " identified by " + quoted(password));
            Collection<ConfigSource> sources = List.of(Source.PROPERTIES.of(Map.of("quarkus.binds.users.url", "mysql://h/d",
                    "quarkus.binds.users.replicas", url(password), "quarkus.binds.tenants.dynamic", "true",
                    "quarkus.binds.tenants.url", url(password) + "{key}"), directory));
            SmallRyeConfig config = Configs.of(sources.toArray(ConfigSource[]::new));
            BindPropertyLookup values = new BindPropertyLookup(config::getConfigValue);

            for (DatabaseUrl url : List.of(DatabaseUrl.parse(values.value("users", Key.REPLICAS)),
                    DatabaseUrl.parse(UntrustedUrl.fill(values.value("tenants", Key.URL), "mysql")))) {
                assertThat(url.password()).contains(password);
            }
            assertLogin(url(password).replaceFirst("mysql://[^@]*@", "jdbc:mysql://"), USER, password);
        }
    }
}
