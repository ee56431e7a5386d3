package io.quarkiverse.binds.dev;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.BindSetting;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkus.runtime.annotations.DevMCPEnableByDefault;
import io.quarkus.runtime.annotations.JsonRpcDescription;
import io.smallrye.mutiny.Uni;

/** The page of the binds. Thread-safe. */
@Singleton
public class BindsService {

    private final Binds binds;
    private final Db db;

    BindsService(Binds binds, Db db) {
        this.binds = binds;
        this.db = db;
    }

    /**
     * A bind.
     *
     * @param url without a password, empty if none is set
     * @param numberOfEntities also of those that are not in the bounded list
     */
    public record BindView(String name, String title, String kind, String url, boolean dynamic, int numberOfEntities,
            List<EntityView> entities, List<BindSetting> settings) {
    }

    /** An entity and its tables. */
    public record EntityView(String name, List<String> tables) {
    }

    /**
     * The pool of a bind.
     *
     * @param stats null if the pool cannot be used
     * @param problem why the pool cannot be used; null if it can
     */
    public record PoolView(String bind, PoolStats stats, String problem) {
    }

    public int numberOfBinds() {
        return binds.list().size();
    }

    @JsonRpcDescription("List the binds (named databases) of the application: kind, URL without password, entities with their"
            + " tables, and every effective setting with its source")
    @DevMCPEnableByDefault
    public List<BindView> binds() {
        return binds.list().stream().map(BindsService::view).toList();
    }

    private static BindView view(BindInfo bind) {
        Map<String, List<String>> tables = EntityTables.of(bind.name());
        List<EntityView> entities = bind.entities().stream().limit(Bounds.ENTITIES)
                .map(entity -> new EntityView(entity, tables.getOrDefault(entity, List.of()))).toList();
        return new BindView(bind.name(), BindNames.displayFirst(bind.name()), bind.kind(), bind.url().orElse(""),
                bind.dynamic(), bind.entities().size(), entities, bind.settings());
    }

    @JsonRpcDescription("Show the figures of the connection pool of each bind: connections in use and idle, waiting threads,"
            + " opened and lost connections. No server is asked")
    @DevMCPEnableByDefault
    public List<PoolView> pools() {
        return binds.list().stream().map(bind -> pool(bind.name())).toList();
    }

    private PoolView pool(String bind) {
        try {
            return new PoolView(bind, db.bind(bind).pool(), null);
        } catch (RuntimeException e) {
            return new PoolView(bind, null, Answer.cause(e));
        }
    }

    @JsonRpcDescription("Check that the database server of a bind answers, in at most 5 seconds; the answer has the cause of a"
            + " failure")
    @DevMCPEnableByDefault
    public Uni<Answer> pingBind(@JsonRpcDescription("Name of the bind, <default> for the default bind") String bind) {
        return BoundedCheck.of("The server of " + BindNames.display(bind), () -> db.bind(bind).ping());
    }

    @JsonRpcDescription("Close the pooled connections of a bind: idle ones at once, those in use when they are returned; the"
            + " pool goes on with new ones")
    public Answer disposeBind(@JsonRpcDescription("Name of the bind, <default> for the default bind") String bind) {
        try {
            db.bind(bind).dispose();
        } catch (RuntimeException e) {
            return Answer.failed(e);
        }
        return Answer.done("The idle connections of " + BindNames.display(bind)
                + " are closed; connections in use are closed when they are returned");
    }
}
