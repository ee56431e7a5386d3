package io.quarkiverse.binds.runtime.upsert;

import java.util.List;
import java.util.function.Consumer;

import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;

import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.query.MutationQuery;

import io.quarkiverse.binds.Attributes;
import io.quarkiverse.binds.runtime.failure.DuplicateKeys;
import io.quarkiverse.binds.runtime.failure.Failure;
import io.quarkiverse.binds.runtime.session.AttemptSession;
import io.quarkiverse.binds.runtime.session.Sessions;
import io.quarkiverse.binds.runtime.upsert.UniqueIndexes.UniqueIndex;

/** Inserts a row, or updates the row with a unique key, by one statement. Thread-safe. */
@Singleton
public class Upsert {

    /**
     * Tries of a statement that others were faster than: H2 decides between insert and update before it waits for the other
     * transaction, PostgreSQL refuses a row that is newer than the snapshot.
     */
    private static final int MAX_TRIES = 10;

    private final Sessions sessions;
    private final ErrorLog errorLog;
    private final UniqueIndexes uniqueIndexes = new UniqueIndexes();

    Upsert(Sessions sessions, ErrorLog errorLog) {
        this.sessions = sessions;
        this.errorLog = errorLog;
    }

    public <T> void run(Class<T> type, Attributes<T> key, Attributes<T> values, Consumer<? super T> init) {
        SessionImplementor main = sessions.writable(type, "upsert entities");
        Server server = Server.of(main);
        AttributeValues keyValues = AttributeValues.key(main, type, key);
        AttributeValues set = AttributeValues.of(main, type, values);
        UpsertStatement.requireSettable(main, keyValues, set);
        T row = NewInstance.of(type, keyValues, instance -> {
            set.setOn(instance);
            init.accept(instance);
        });
        keyValues.requireUnchanged(row, "the key");
        set.requireUnchanged(row, "the upsert");
        UpsertStatement statement = UpsertStatement.of(main, keyValues, set, row);
        sessions.flush(type);
        boolean first = !sessions.isConnected(type);
        requireUnique(main, server, keyValues, statement.insertsId());
        execute(type, main, server, statement, first);
        refresh(main, new ExistingRow<>(main, type, keyValues), keyValues.mapping());
    }

    /** MySQL and MariaDB update the row with any key that exists, so there must be no other one. */
    private void requireUnique(SessionImplementor main, Server server, AttributeValues key, boolean insertsId) {
        List<UniqueIndex> ofKey = uniqueIndexes.matching(main, key);
        if (!server.updatesRowOfAnyKey()) {
            return;
        }
        EntityPersister mapping = key.mapping();
        UniqueIndexes.Columns id = UniqueIndexes.Columns.of(mapping, UpsertStatement.idAttributes(main, mapping));
        List<String> others = uniqueIndexes.all(main, key).stream().filter(index -> !ofKey.contains(index))
                .filter(index -> insertsId || !index.columns().equals(id.names())).map(UniqueIndex::name).toList();
        if (!others.isEmpty()) {
            throw new IllegalStateException("The table " + id.table() + " has other unique constraints than that of the key ("
                    + key.describe() + "): " + String.join(", ", others)
                    + ". MySQL and MariaDB would update a row that has one of"
                    + " these in common, whatever its key. Use db.getOrCreate(...) and change the entity instead");
        }
    }

    private void execute(Class<?> type, SessionImplementor main, Server server, UpsertStatement statement, boolean first) {
        for (int tries = 1;; tries++) {
            try (ErrorLog.Silence silence = errorLog.silence();
                    AttemptSession attempt = sessions.attempt(type, main)) {
                MutationQuery query = attempt.session().createMutationQuery(statement.hql());
                statement.parameters().forEach(query::setParameter);
                query.executeUpdate();
                return;
            } catch (RuntimeException e) {
                if (!repeat(e, main, server, first, tries)) {
                    sessions.markRollback();
                    throw DuplicateKeys.isReportedBy(e) && server.retriesUpsert() ? hidden(statement, e) : e;
                }
            }
        }
    }

    private static boolean repeat(RuntimeException e, SessionImplementor main, Server server, boolean first, int tries) {
        if (tries == MAX_TRIES || server.updatesRowOfAnyKey()) {
            return false;
        }
        if (server.retriesUpsert() && DuplicateKeys.isReportedBy(e)) {
            if (first) {
                server.restart(main);
            }
            return true;
        }
        // the transaction of the server has failed: it can begin again if it had done nothing before
        return first && Failure.of(e) == Failure.DEADLOCK && server.restart(main);
    }

    private static RuntimeException hidden(UpsertStatement statement, RuntimeException e) {
        return new OptimisticLockException("Other transactions have created the row of this upsert (" + statement.hql()
                + ") since this one began, so that its isolation level hides the row: run the unit of work again, as with"
                + " @UnitOfWork(retries = 3), or use Isolation.READ_COMMITTED", e);
    }

    /** Refreshes the managed instance of the row. It is found by its id, since only the server can compare keys. */
    private static void refresh(SessionImplementor main, ExistingRow<?> row, EntityPersister mapping) {
        for (var entity : main.getPersistenceContextInternal().reentrantSafeEntityEntries()) {
            EntityEntry entry = entity.getValue();
            if (entry.getPersister().getRootEntityName().equals(mapping.getRootEntityName())) {
                Object id = row.id();
                if (id != null && row.isManaged(id)) {
                    main.refresh(main.getPersistenceContextInternal().getEntity(main.generateEntityKey(id, mapping)));
                }
                return;
            }
        }
    }
}
