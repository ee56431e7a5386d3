package io.quarkiverse.binds.runtime.upsert;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;

import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.exception.ConstraintViolationException;

import io.quarkiverse.binds.Attributes;
import io.quarkiverse.binds.GetOrCreateResult;
import io.quarkiverse.binds.runtime.failure.Causes;
import io.quarkiverse.binds.runtime.session.Sessions;
import io.quarkiverse.binds.runtime.upsert.UniqueIndexes.UniqueIndex;

/** Finds the entity with a unique key, or inserts it: insert first, and read after a duplicate key. Thread-safe. */
@Singleton
public class GetOrCreate {

    private final Sessions sessions;
    private final ErrorLog errorLog;
    private final UniqueIndexes uniqueIndexes = new UniqueIndexes();

    GetOrCreate(Sessions sessions, ErrorLog errorLog) {
        this.sessions = sessions;
        this.errorLog = errorLog;
    }

    public <T> GetOrCreateResult<T> run(Class<T> type, Attributes<T> key, Consumer<? super T> init, LockModeType lock) {
        if (lock != LockModeType.NONE && lock != LockModeType.PESSIMISTIC_READ && lock != LockModeType.PESSIMISTIC_WRITE) {
            throw new IllegalArgumentException("getOrCreate locks with PESSIMISTIC_READ or PESSIMISTIC_WRITE, or not at all"
                    + " (NONE), not with " + lock);
        }
        SessionImplementor main = sessions.writable(type, "get or create entities");
        Server server = Server.of(main);
        AttributeValues values = AttributeValues.key(main, type, key);
        T created = NewInstance.of(type, values, init);
        values.requireUnchanged(created, "the key");
        sessions.flush(type); // before the insert, so that its errors are not taken for those of the insert
        boolean first = !sessions.isConnected(type);
        List<UniqueIndex> indexes = uniqueIndexes.covering(main, values);
        ExistingRow<T> row = new ExistingRow<>(main, type, values);
        if (lock != LockModeType.NONE) {
            T locked = row.lock(lock);
            if (locked != null) {
                return new GetOrCreateResult<>(locked, false);
            }
        }
        RuntimeException duplicate = new InsertAttempt(sessions, errorLog, type, main, values.mapping(), first)
                .insert(created);
        if (duplicate == null) {
            return new GetOrCreateResult<>(created, true);
        }
        T existing = read(row, lock, server, main, first);
        if (existing == null) {
            throw violatesOneOf(indexes, duplicate) ? invisible(values, duplicate) : duplicate;
        }
        return new GetOrCreateResult<>(existing, false);
    }

    /** @param first whether the transaction had no statement before, so that it can begin again */
    private static <T> T read(ExistingRow<T> row, LockModeType lock, Server server, SessionImplementor main, boolean first) {
        T existing = lock == LockModeType.NONE ? row.read() : row.lock(lock);
        if (existing == null && server.locksSeeLatestRow()) {
            return lock == LockModeType.NONE ? row.readLatest() : row.lockLatest(lock);
        }
        if (existing == null && first && server.restart(main)) {
            return lock == LockModeType.NONE ? row.read() : row.lock(lock);
        }
        return existing;
    }

    /** Whether the violated constraint is one of those of the key, rather than another one of the entity. */
    private static boolean violatesOneOf(List<UniqueIndex> indexes, RuntimeException duplicate) {
        for (Throwable t : Causes.of(duplicate)) {
            if (t instanceof ConstraintViolationException violation && violation.getConstraintName() != null) {
                // the servers add the table, the schema or the columns
                List<String> names = List.of(violation.getConstraintName().toLowerCase(Locale.ROOT).split("[^\\w$]+"));
                return indexes.stream().anyMatch(index -> names.contains(index.name().toLowerCase(Locale.ROOT)));
            }
        }
        return false;
    }

    private static RuntimeException invisible(AttributeValues key, RuntimeException duplicate) {
        return new OptimisticLockException("Another transaction has created the " + key.mapping().getEntityName()
                + " with this key (" + key.describe()
                + ") since this one began, so that its isolation level hides the row: run the"
                + " unit of work again, as with @UnitOfWork(retries = 3), call getOrCreate before anything else, or use"
                + " Isolation.READ_COMMITTED", Objects.requireNonNull(duplicate));
    }
}
