package io.quarkiverse.binds.runtime.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;

import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.sqm.NodeBuilder;
import org.hibernate.query.sqm.SqmQuerySource;
import org.hibernate.query.sqm.internal.NoParamSqmCopyContext;
import org.hibernate.query.sqm.tree.expression.SqmExpression;
import org.hibernate.query.sqm.tree.from.SqmRoot;
import org.hibernate.query.sqm.tree.select.SqmQuerySpec;
import org.hibernate.query.sqm.tree.select.SqmSelectStatement;

import io.quarkiverse.binds.runtime.pagination.QueryCopies;

/**
 * The statements of a selection in one session. Those that look for rows are the query of the selection with more conditions,
 * without its order and its fetches; the others use ids.
 */
final class RowQueries<T> {

    private final Session session;
    private final Definition<T> definition;
    private final EntityKey key;
    private final String boundBy;
    private final SqmSelectStatement<?> select;

    RowQueries(Session session, Definition<T> definition, BoundAttribute bounds) {
        this.session = session;
        this.definition = definition;
        this.key = EntityKey.of(session, definition.entity());
        this.boundBy = bounds.of(key, definition.boundBy());
        SelectionQuery<T> query = session.createSelectionQuery(definition.hql(), definition.entity());
        this.select = QueryShape.require(query);
    }

    /** Counts the rows of the query and reads the bound, with one statement. */
    Snapshot snapshot() {
        Derived<Object[]> rows = new Derived<>(Object[].class);
        QueryCopies.select(rows.copy, List.of(rows.count(), rows.builder.greatest(rows.attribute(boundBy))));
        Object[] row = rows.query(List.of()).getSingleResult();
        return new Snapshot(row[1], (Long) row[0]);
    }

    /** Counts the rows with regard to the ids left out and added, with two statements at most. */
    long count(Object bound) {
        List<Object> added = key.typed(definition.ids().added());
        long count = added.isEmpty() ? 0
                : session.createSelectionQuery("select count(*)" + from("in ?1"), Long.class)
                        .setParameterList(1, added).getSingleResult();
        if (bound == null) {
            return count;
        }
        Derived<Long> rows = new Derived<>(Long.class);
        rows.copy.select(rows.count());
        return count + rows.query(rows.within(bound)).getSingleResult();
    }

    /** The next ids of rows of the query, in their order. */
    List<Object> ids(Object bound, Object after, int size) {
        if (bound == null) {
            return List.of();
        }
        Derived<Object> rows = new Derived<>(Object.class);
        Path<Comparable<Object>> id = rows.attribute(key.attribute());
        List<Predicate> conditions = rows.within(bound);
        if (after != null) {
            conditions.add(rows.builder.greaterThan(id, comparable(key.typed(after))));
        }
        rows.copy.select(id);
        rows.spec.setDistinct(QueryShape.multiplies(rows.root));
        rows.copy.orderBy(rows.builder.asc(id));
        return rows.query(conditions).setMaxResults(size).getResultList();
    }

    /** The next of the ids added, those that exist, in their order. */
    List<Object> addedIds(Object after, int size) {
        List<Object> added = key.typed(definition.ids().added());
        if (added.isEmpty()) {
            return List.of();
        }
        String hql = "select e." + key.attribute()
                + from("in ?1" + (after == null ? "" : " and e." + key.attribute() + " > ?2"))
                + " order by e." + key.attribute();
        SelectionQuery<Object> query = session.createSelectionQuery(hql, Object.class).setParameterList(1, added);
        if (after != null) {
            query.setParameter(2, key.typed(after));
        }
        return query.setMaxResults(size).getResultList();
    }

    List<T> entities(IdCondition ids) {
        return ids.set(session.createSelectionQuery("select e" + from(ids.text(1)) + " order by e." + key.attribute(),
                definition.entity()), 1).getResultList();
    }

    private String from(String condition) {
        return " from " + definition.entity().getName() + " e where e." + key.attribute() + " " + condition;
    }

    MutationQuery update(String set, Object[] values, IdCondition ids) {
        int position = values.length + 1;
        MutationQuery query = session.createMutationQuery("update " + (key.isVersioned() ? "versioned " : "")
                + definition.entity().getName() + " " + set + " where " + key.attribute() + " " + ids.text(position));
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return ids.set(query, position);
    }

    MutationQuery delete(IdCondition ids) {
        return ids.set(session.createMutationQuery("delete" + from(ids.text(1))), 1);
    }

    @SuppressWarnings("unchecked")
    private static Comparable<Object> comparable(Object value) {
        return (Comparable<Object>) value;
    }

    /** A copy of the query with another result. */
    private final class Derived<R> {

        private final SqmSelectStatement<R> copy;
        private final SqmQuerySpec<R> spec;
        private final SqmRoot<?> root;
        private final NodeBuilder builder;

        private Derived(Class<R> result) {
            copy = select.createCopy(new WithoutFetches(), result);
            spec = copy.getQuerySpec();
            root = spec.getRootList().get(0);
            builder = copy.nodeBuilder();
            spec.setOrderByClause(null);
            spec.setDistinct(false);
        }

        private Path<Comparable<Object>> attribute(String name) {
            return root.get(name);
        }

        private Expression<Long> count() {
            Path<?> id = attribute(key.attribute());
            return QueryShape.multiplies(root) ? builder.countDistinct(id) : builder.count(id);
        }

        private List<Predicate> within(Object bound) {
            List<Predicate> conditions = new ArrayList<>();
            conditions.add(builder.lessThanOrEqualTo(attribute(boundBy), comparable(bound)));
            Collection<Object> others = key.typed(definition.ids().notOfQuery());
            if (!others.isEmpty()) {
                SqmExpression<Object> id = root.get(key.attribute());
                conditions.add(builder.not(builder.in(id, others)));
            }
            return conditions;
        }

        private SelectionQuery<R> query(List<Predicate> conditions) {
            List<Predicate> all = new ArrayList<>(conditions);
            if (copy.getRestriction() != null) {
                all.add(0, copy.getRestriction());
            }
            copy.where(all.toArray(Predicate[]::new));
            SelectionQuery<R> query = Parameters.set(session.createSelectionQuery(copy), definition.parameters());
            // without this, Hibernate translates a query that is not text to SQL each time; chosen ids differ each time
            return query.setQueryPlanCacheable(definition.ids().isEmpty());
        }
    }

    /** Fetched associations become joins: conditions of the query may use them. */
    private static final class WithoutFetches extends NoParamSqmCopyContext {

        private WithoutFetches() {
            super(SqmQuerySource.CRITERIA);
        }

        @Override
        public boolean copyFetchedFlag() {
            return false;
        }
    }
}
