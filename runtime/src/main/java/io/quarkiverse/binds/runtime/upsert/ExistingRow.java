package io.quarkiverse.binds.runtime.upsert;

import java.util.stream.Collectors;

import jakarta.persistence.LockModeType;

import org.hibernate.LockMode;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.query.QueryFlushMode;
import org.hibernate.query.SelectionQuery;

/**
 * Reads the row with a key. Flushes nothing, as the caller has done so. Confined to one thread.
 *
 * @param <T> the entity
 */
final class ExistingRow<T> {

    private final SessionImplementor session;
    private final Class<T> type;
    private final AttributeValues key;

    ExistingRow(SessionImplementor session, Class<T> type, AttributeValues key) {
        this.session = session;
        this.type = type;
        this.key = key;
    }

    /** The entity as this transaction sees it; null if it sees none. */
    T read() {
        return query("select e", type).getSingleResultOrNull();
    }

    /** The latest entity, by a shared lock; on servers where a locking read sees more than the snapshot. */
    T readLatest() {
        return query("select e", type).setHibernateLockMode(LockMode.PESSIMISTIC_READ).getSingleResultOrNull();
    }

    /** Id of the row as this transaction sees it; null if it sees none. */
    Object id() {
        return query("select id(e)", Object.class).getSingleResultOrNull();
    }

    /** The latest entity, locked; null if there is none, which is looked up without a lock. */
    T lock(LockModeType lock) {
        Object id = id();
        if (id == null) {
            return null;
        }
        boolean known = isManaged(id);
        T found = known ? session.find(type, id) : session.find(type, id, lock);
        if (known && found != null) {
            session.refresh(found, lock); // it may have changed since it was loaded
        }
        return found;
    }

    /** The entity, locked, by a locking read at once: for a row that is known to exist. */
    T lockLatest(LockModeType lock) {
        return query("select e", type).setLockMode(lock).getSingleResultOrNull();
    }

    boolean isManaged(Object id) {
        return session.getPersistenceContextInternal().containsEntity(session.generateEntityKey(id, key.mapping()));
    }

    private <R> SelectionQuery<R> query(String select, Class<R> result) {
        String hql = select + " from " + key.mapping().getEntityName() + " e where "
                + key.names().stream().map(name -> "e." + name + " = :" + name).collect(Collectors.joining(" and "));
        SelectionQuery<R> query = session.createSelectionQuery(hql, result);
        key.values().forEach(query::setParameter);
        query.setQueryFlushMode(QueryFlushMode.NO_FLUSH);
        return query;
    }
}
