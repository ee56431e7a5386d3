package io.quarkiverse.binds.runtime.changes;

import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.query.spi.QueryImplementor;
import org.hibernate.query.spi.SqmQuery;
import org.hibernate.query.sqm.tree.SqmDmlStatement;

/**
 * Records the mutation queries of Hibernate. The classes of its queries call this class in an application with observers: the
 * build adds the call. Thread-safe.
 */
public final class MutationQueries {

    /** The text that Hibernate gives a query by criteria. */
    private static final String CRITERIA = "<criteria>";

    private MutationQueries() {
    }

    /** Called after {@code executeUpdate} of a query has returned from the database. */
    public static void executed(QueryImplementor<?> query, int count) {
        ChangeEvents events = ChangesIntegrator.events();
        TransactionChanges changes = events == null ? null : events.current();
        if (changes == null) {
            return;
        }
        SharedSessionContractImplementor session = query.getSession();
        String bind = ChangesIntegrator.bind(session.getFactory());
        String text = query.getQueryString();
        if (query instanceof SqmQuery<?> sqm && sqm.getSqmStatement() instanceof SqmDmlStatement<?> statement) {
            changes.executed(session, bind, CRITERIA.equals(text) ? statement.toHqlString() : text, count,
                    entity(session, statement));
        } else {
            changes.executed(session, bind, text, count, null);
        }
    }

    private static Class<?> entity(SharedSessionContractImplementor session, SqmDmlStatement<?> statement) {
        return session.getFactory().getMappingMetamodel().getEntityDescriptor(statement.getTarget().getEntityName())
                .getMappedClass();
    }
}
