package io.quarkiverse.binds.runtime.pagination;

import java.util.Collection;
import java.util.List;

import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.criteria.JpaPredicate;
import org.hibernate.query.spi.DomainQueryExecutionContext;
import org.hibernate.query.spi.QueryOptions;
import org.hibernate.query.spi.SqmQuery;
import org.hibernate.query.sqm.SqmQuerySource;
import org.hibernate.query.sqm.tree.SqmCopyContext;
import org.hibernate.query.sqm.tree.expression.SqmExpression;
import org.hibernate.query.sqm.tree.from.SqmRoot;
import org.hibernate.query.sqm.tree.predicate.SqmPredicate;
import org.hibernate.query.sqm.tree.select.SqmQuerySpec;
import org.hibernate.query.sqm.tree.select.SqmSelectStatement;
import org.hibernate.query.sqm.tree.select.SqmSelectableNode;

/**
 * Pages of a query that fetches collections, with two statements each: the entities of the page without their collections, then
 * the query itself for these entities.
 */
public final class CollectionFetchPages<T> implements PageSource<T> {

    private final SelectionQuery<T> query;
    private final SqmSelectStatement<T> select;
    private final QueryOptions options;
    private final Session session;

    @SuppressWarnings("unchecked")
    public CollectionFetchPages(SelectionQuery<T> query) {
        SqmQuery<?> sqm = (SqmQuery<?>) query;
        this.query = query;
        this.select = (SqmSelectStatement<T>) sqm.getSqmStatement();
        this.options = sqm.getQueryOptions();
        this.session = (Session) ((DomainQueryExecutionContext) query).getSession();
    }

    @Override
    public List<T> read(int first, int max) {
        List<T> entities = derived(withoutCollections()).setFirstResult(first).setMaxResults(max).getResultList();
        if (!entities.isEmpty()) {
            fetch(entities);
        }
        return entities;
    }

    @Override
    public long count() {
        Long count = ResultCount.ofEntities(query, this::withoutCollections);
        return count == null ? derived(withoutCollections()).getResultCount() : count;
    }

    private SqmSelectStatement<T> copy() {
        return select.copy(SqmCopyContext.noParamCopyContext(SqmQuerySource.CRITERIA));
    }

    private SelectionQuery<T> derived(SqmSelectStatement<T> from) {
        SelectionQuery<T> derived = QueryCopies.withParameters(query, session.createSelectionQuery(from));
        QueryCopies.withOptions(options, derived);
        return derived;
    }

    private SqmSelectStatement<T> withoutCollections() {
        SqmSelectStatement<T> copy = copy();
        removeFetches(copy.getQuerySpec());
        return copy;
    }

    /** Makes the rows of a copy of the query its results: without the fetches, and distinct where joins are left. */
    public static void removeFetches(SqmQuerySpec<?> copy) {
        for (SqmRoot<?> root : copy.getRootList()) {
            root.removeLeftFetchJoins();
            if (CollectionFetches.multiplies(root)) {
                copy.setDistinct(true);
            }
        }
    }

    /** Has the query, with its fetches, initialize the collections of entities that the session has loaded already. */
    @SuppressWarnings("unchecked")
    public void fetch(List<T> entities) {
        SqmSelectStatement<T> copy = copy();
        SqmQuerySpec<T> spec = copy.getQuerySpec();
        SqmSelectableNode<?> selected = spec.getSelectClause().getSelectionItems().isEmpty() ? spec.getRootList().get(0)
                : spec.getSelectClause().getSelectionItems().get(0);
        SqmPredicate onlyThese = copy.nodeBuilder().in((SqmExpression<Object>) selected, (Collection<Object>) entities);
        JpaPredicate restriction = copy.getRestriction();
        spec.setOrderByClause(null);
        copy.where(restriction == null ? onlyThese : copy.nodeBuilder().and(restriction, onlyThese));
        SelectionQuery<T> fetching = derived(copy);
        QueryCopies.withGraph(options, fetching);
        fetching.getResultList();
    }
}
