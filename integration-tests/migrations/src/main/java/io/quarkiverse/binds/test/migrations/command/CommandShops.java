package io.quarkiverse.binds.test.migrations.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.binds.DatabaseAddress;
import io.quarkiverse.binds.DatabaseSource;

/** Lists the databases of the bind {@code runner-shops} for a command on all of them, if the process is told where they are. */
@ApplicationScoped
public class CommandShops implements DatabaseSource {

    private static final String BIND = "runner-shops";

    /** URL in which {@code KEY} stands for the key. */
    @ConfigProperty(name = "test.shops.url")
    Optional<String> url;

    @ConfigProperty(name = "test.shops.count", defaultValue = "0")
    int count;

    @Override
    public Optional<DatabaseAddress> find(String bind, String key) {
        return bind.equals(BIND) ? url.map(pattern -> DatabaseAddress.of(pattern.replace("KEY", key))) : Optional.empty();
    }

    @Override
    public List<String> keys(String bind) {
        return bind.equals(BIND) ? IntStream.range(0, count).mapToObj(i -> "s" + i).toList() : List.of();
    }
}
