package io.quarkiverse.binds.dev;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.inject.Singleton;

import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.DatabasesStats;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.dynamic.DatabaseStates;
import io.quarkus.runtime.annotations.DevMCPEnableByDefault;
import io.quarkus.runtime.annotations.JsonRpcDescription;
import io.smallrye.mutiny.Uni;

/** The page of the databases on the fly. Thread-safe. */
@Singleton
public class DatabasesService {

    private final Binds binds;
    private final Databases databases;
    private final DatabaseStates states;

    DatabasesService(Binds binds, Databases databases, DatabaseStates states) {
        this.binds = binds;
        this.databases = databases;
        this.states = states;
    }

    /**
     * The databases of a dynamic bind.
     *
     * @param known number of the databases that are open, or could not be opened recently, also of those that are not in the
     *        bounded list
     */
    public record DatabasesView(String bind, String title, int maxOpen, int maxConnections, int open, int connections,
            int waiting, long opened, long evicted, long expired, long failed, int known, List<DatabaseView> databases) {
    }

    /**
     * A database.
     *
     * @param url without a password, empty if its address is not known any more
     * @param problem why the database could not be used last time; null if it could
     * @param idleMillis milliseconds since its last connection was borrowed; null if the database is not open
     * @param pool null if the database is not open
     */
    public record DatabaseView(String key, String url, String problem, Long idleMillis, PoolStats pool) {
    }

    public int numberOfDatabases() {
        return dynamic().stream().mapToInt(bind -> databases.of(bind).keys().size()).sum();
    }

    @JsonRpcDescription("List the databases that dynamic binds have opened on the fly: keys, time since the last use, state and"
            + " pool of each, and limits and counters of the bind")
    @DevMCPEnableByDefault
    public List<DatabasesView> databases() {
        return dynamic().stream().map(this::view).toList();
    }

    private List<String> dynamic() {
        return binds.list().stream().filter(BindInfo::dynamic).map(BindInfo::name).toList();
    }

    private DatabasesView view(String bind) {
        DatabasesStats stats = databases.of(bind).stats();
        Map<String, Optional<String>> problems = states.of(bind);
        Set<String> keys = new TreeSet<>(problems.keySet());
        keys.addAll(stats.pools().keySet());
        Map<String, Long> idle = new TreeMap<>(states.idleMillis(bind));
        List<DatabaseView> views = new ArrayList<>();
        for (String key : keys) {
            if (views.size() < Bounds.DATABASES) {
                views.add(new DatabaseView(key, url(bind, key), problems.getOrDefault(key, Optional.empty())
                        .map(Bounds::text).orElse(null), idle.get(key), stats.pools().get(key)));
            }
        }
        return new DatabasesView(bind, BindNames.displayFirst(bind), stats.maxOpen(), stats.maxConnections(), stats.open(),
                stats.connections(), stats.waiting(), stats.opened(), stats.evicted(), stats.expired(), stats.failed(),
                keys.size(), views);
    }

    private String url(String bind, String key) {
        try {
            return databases.of(bind).get(key).url();
        } catch (RuntimeException e) {
            return "";
        }
    }

    @JsonRpcDescription("Check that the server of a database on the fly answers, in at most 5 seconds; opens the database if it"
            + " is not open")
    public Uni<Answer> pingDatabase(@JsonRpcDescription("Name of the dynamic bind") String bind,
            @JsonRpcDescription("Key of the database") String key) {
        return BoundedCheck.of("The server of database '" + key + "'", () -> databases.of(bind).get(key).ping());
    }

    @JsonRpcDescription("Close the pooled connections of a database on the fly; the database stays open")
    public Answer disposeDatabase(@JsonRpcDescription("Name of the dynamic bind") String bind,
            @JsonRpcDescription("Key of the database") String key) {
        try {
            databases.of(bind).get(key).dispose();
        } catch (RuntimeException e) {
            return Answer.failed(e);
        }
        return Answer.done("The idle connections of database '" + key + "' are closed");
    }

    @JsonRpcDescription("Close a database on the fly; an address that the application registered for its key is forgotten")
    public Answer closeDatabase(@JsonRpcDescription("Name of the dynamic bind") String bind,
            @JsonRpcDescription("Key of the database") String key) {
        try {
            return databases.of(bind).close(key) ? Answer.done("Database '" + key + "' is closed")
                    : Answer.failed("Database '" + key + "' is not open");
        } catch (RuntimeException e) {
            return Answer.failed(e);
        }
    }
}
