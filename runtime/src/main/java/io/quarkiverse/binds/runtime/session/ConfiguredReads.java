package io.quarkiverse.binds.runtime.session;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.quarkiverse.binds.Reads;
import io.quarkiverse.binds.runtime.config.PoolConfig;

/** Which binds are read without a transaction, as configured. Thread-safe. */
final class ConfiguredReads {

    private final boolean byStatement;
    private final boolean scoped;
    private final Map<String, Boolean> byBind = new ConcurrentHashMap<>();
    private final boolean anyByStatement;

    /**
     * @param ofAll for the binds that set nothing
     * @param scoped whether a unit of work has several transactions at a time, by which connections are told apart
     */
    ConfiguredReads(Reads ofAll, boolean scoped, PersistenceUnits persistenceUnits) {
        this.byStatement = ofAll == Reads.STATEMENT;
        this.scoped = scoped;
        this.anyByStatement = byStatement || persistenceUnits.names().stream().anyMatch(this::isByStatement);
    }

    /**
     * Whether a unit of work may read without a transaction.
     *
     * @param ofUnitOfWork whether the unit of work itself says so
     */
    boolean isPossible(boolean ofUnitOfWork) {
        return !scoped && (ofUnitOfWork || anyByStatement);
    }

    boolean isByStatement(String bind) {
        return byBind.computeIfAbsent(bind, name -> {
            Reads ofBind = PoolConfig.reads(name);
            return ofBind == Reads.DEFAULT ? byStatement : ofBind == Reads.STATEMENT;
        });
    }
}
