package io.quarkiverse.binds.runtime.selection;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.query.NativeQuery;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.spi.DomainQueryExecutionContext;
import org.hibernate.query.spi.Limit;
import org.hibernate.query.spi.SqmQuery;
import org.hibernate.query.sqm.tree.domain.SqmSingularJoin;
import org.hibernate.query.sqm.tree.from.SqmFrom;
import org.hibernate.query.sqm.tree.from.SqmJoin;
import org.hibernate.query.sqm.tree.select.SqmQuerySpec;
import org.hibernate.query.sqm.tree.select.SqmSelectStatement;
import org.hibernate.query.sqm.tree.select.SqmSelectableNode;

/** Refuses queries whose rows are not a set of entities, or which a selection cannot repeat in another session. */
final class QueryShape {

    private QueryShape() {
    }

    /** The statement of an HQL query that selects all entities that match a condition. */
    static SqmSelectStatement<?> require(SelectionQuery<?> query) {
        if (!(query instanceof SqmQuery<?> sqm) || query instanceof NativeQuery) {
            throw refused(query, "it is native SQL", "write it in HQL");
        }
        if (sqm.getQueryString() == null || sqm.getQueryString().startsWith("<")) {
            throw refused(query, "it is a criteria query, which has no text that a token could keep", "write it in HQL");
        }
        Limit limit = sqm.getQueryOptions().getLimit();
        if (limit != null && (limit.getMaxRowsJpa() != Integer.MAX_VALUE || limit.getFirstRowJpa() != 0)) {
            throw refused(query, "it has a limit", "make the selection without setFirstResult and setMaxResults");
        }
        SqmSelectStatement<?> select = (SqmSelectStatement<?>) sqm.getSqmStatement();
        requireEntities(query, select);
        return select;
    }

    private static void requireEntities(SelectionQuery<?> query, SqmSelectStatement<?> select) {
        if (!(select.getQueryPart() instanceof SqmQuerySpec<?> spec)) {
            throw refused(query, "it is a union", "select the entities with one condition");
        }
        if (spec.getFetch() != null || spec.getOffset() != null) {
            throw refused(query, "it has a limit", "leave it out, or process the rows with a query of your own");
        }
        if (!spec.getGroupingExpressions().isEmpty() || spec.getGroupRestriction() != null) {
            throw refused(query, "it groups rows", "use a condition with a subquery");
        }
        if (spec.getRootList().size() != 1) {
            throw refused(query, "it selects from several entities", "join them");
        }
        List<SqmSelectableNode<?>> selected = spec.getSelectClause().getSelectionItems();
        if (selected.size() > 1 || selected.size() == 1 && selected.get(0) != spec.getRootList().get(0)) {
            throw refused(query, "it does not select the entity of its from clause", "select that entity, and join others");
        }
    }

    /** Refuses filters that the application has enabled in the session: the sessions of the chunks would not have them. */
    static void requireNoFilters(SelectionQuery<?> query) {
        SharedSessionContractImplementor session = ((DomainQueryExecutionContext) query).getSession();
        Set<String> enabled = new TreeSet<>(session.getLoadQueryInfluencers().getEnabledFilterNames());
        enabled.removeIf(name -> session.getFactory().getFilterDefinition(name).isAutoEnabled());
        if (!enabled.isEmpty()) {
            throw refused(query, "the session has enabled the filters " + String.join(", ", enabled)
                    + ", which the sessions of the chunks do not have", "write their condition into the query");
        }
    }

    /** Whether a join can give several rows for one entity. */
    static boolean multiplies(SqmFrom<?, ?> from) {
        for (SqmJoin<?, ?> join : from.getSqmJoins()) {
            if (!(join instanceof SqmSingularJoin) || multiplies(join)) {
                return true;
            }
        }
        return from.getSqmTreats().stream().anyMatch(QueryShape::multiplies);
    }

    private static IllegalArgumentException refused(SelectionQuery<?> query, String reason, String instead) {
        String text = query instanceof SqmQuery<?> sqm ? " [" + sqm.getQueryString() + "]" : "";
        return new IllegalArgumentException("The query" + text + " cannot be a selection, because " + reason + ": " + instead);
    }
}
