package io.quarkiverse.binds.test.dynamic;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import io.quarkiverse.binds.DatabaseAddress;
import io.quarkiverse.binds.DatabaseOptions;
import io.quarkiverse.binds.DatabaseSource;
import io.quarkus.credentials.CredentialsProvider;

/** Source of the databases "one" and "two", and credentials provider of "vault". */
@Singleton
public class FixedSource implements DatabaseSource, CredentialsProvider {

    public static final AtomicInteger ASKED = new AtomicInteger();

    @Override
    public Optional<DatabaseAddress> find(String bind, String key) {
        if (!bind.equals("tenants")) {
            return Optional.empty();
        }
        ASKED.incrementAndGet();
        return switch (key) {
            case "one" -> Optional.of(DatabaseAddress.of("h2:mem:known_one;DB_CLOSE_DELAY=-1"));
            case "two" -> Optional.of(DatabaseAddress.of("h2:mem:known_two;DB_CLOSE_DELAY=-1",
                    DatabaseOptions.defaults().poolSize(3).maxOverflow(1)));
            case "vault" -> Optional.of(DatabaseAddress.of("h2:mem:known_vault;DB_CLOSE_DELAY=-1",
                    DatabaseOptions.defaults().credentialsProvider("vaults-own")));
            case "evil" -> Optional.of(DatabaseAddress.of("h2:mem:evil;INIT=CREATE TABLE pwned(x INT)"));
            case "elsewhere" -> Optional.of(DatabaseAddress.of("mysql://127.0.0.1/elsewhere"));
            default -> Optional.empty();
        };
    }

    @Override
    public Map<String, String> getCredentials(String name) {
        return Map.of(USER_PROPERTY_NAME, name, PASSWORD_PROPERTY_NAME, "its secret");
    }
}
