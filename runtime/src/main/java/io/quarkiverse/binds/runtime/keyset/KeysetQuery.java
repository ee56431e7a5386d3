package io.quarkiverse.binds.runtime.keyset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.persistence.criteria.Selection;

import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.spi.DomainQueryExecutionContext;
import org.hibernate.query.spi.SqmQuery;
import org.hibernate.query.sqm.SqmQuerySource;
import org.hibernate.query.sqm.tree.SqmCopyContext;
import org.hibernate.query.sqm.tree.from.SqmRoot;
import org.hibernate.query.sqm.tree.predicate.SqmPredicate;
import org.hibernate.query.sqm.tree.select.SqmOrderByClause;
import org.hibernate.query.sqm.tree.select.SqmQuerySpec;
import org.hibernate.query.sqm.tree.select.SqmSelectStatement;

import io.quarkiverse.binds.runtime.pagination.CollectionFetchPages;
import io.quarkiverse.binds.runtime.pagination.CollectionFetches;
import io.quarkiverse.binds.runtime.pagination.QueryCopies;

/** Reads rows of a query after a position, with their sort values. */
final class KeysetQuery<T> {

    private final SelectionQuery<T> query;
    private final SqmQuery<?> sqm;
    private final SharedSessionContractImplementor session;
    private final boolean fetchesCollections;
    private final CursorContext context;
    private final boolean selectsOwnAttributes;

    /** @throws IllegalArgumentException if the query is none that can be read from a position; the message tells why */
    KeysetQuery(SelectionQuery<T> query) {
        this.sqm = SupportedQueries.require(query);
        this.query = query;
        this.session = ((DomainQueryExecutionContext) query).getSession();
        SqmSelectStatement<?> select = (SqmSelectStatement<?>) sqm.getSqmStatement();
        SqmQuerySpec<?> spec = select.getQuerySpec();
        this.fetchesCollections = CollectionFetches.isIn(select, sqm.getQueryOptions());
        List<SortColumn> columns = columns(spec);
        this.selectsOwnAttributes = columns.stream().allMatch(SortColumn::isOfSelectedEntity);
        this.context = new CursorContext(QuerySignature.of(sqm, (DomainQueryExecutionContext) query, columns), columns);
    }

    CursorContext context() {
        return context;
    }

    /**
     * Reads the rows next to a position, in the order of the direction: backwards the nearest row is the first one too.
     *
     * @param position null for the beginning, or backwards the end
     * @param max number of rows at most
     */
    List<KeyedRow<T>> read(Position position, boolean backwards, int max) {
        List<KeyedRow<T>> rows = new ArrayList<>();
        int parts;
        int part = 0;
        do {
            SqmSelectStatement<Object[]> copy = copy();
            parts = restrict(copy, position, backwards, part++);
            SelectionQuery<Object[]> derived = QueryCopies.withParameters(query, session.createSelectionQuery(copy));
            QueryCopies.withOptions(sqm.getQueryOptions(), derived);
            if (!fetchesCollections) {
                QueryCopies.withGraph(sqm.getQueryOptions(), derived);
            }
            // without this, Hibernate translates a query that is not text to SQL each time
            derived.setQueryPlanCacheable(selectsOwnAttributes && query.isQueryPlanCacheable());
            derived.setMaxResults(max - rows.size()).getResultList().forEach(row -> rows.add(row(row)));
        } while (rows.size() < max && part < parts);
        return rows;
    }

    /** Loads the collections that the query fetches, of the entities of a page, with one statement for all. */
    void fetch(List<T> entities) {
        if (fetchesCollections && !entities.isEmpty()) {
            new CollectionFetchPages<>(query).fetch(entities);
        }
    }

    @SuppressWarnings("unchecked")
    private KeyedRow<T> row(Object[] row) {
        List<SortColumn> columns = context.columns();
        List<Object> key = Arrays.asList(row).subList(1, columns.size() + 1);
        for (int i = 0; i < key.size(); i++) {
            columns.get(i).requireUsable(key.get(i));
        }
        return new KeyedRow<>((T) row[0], key);
    }

    private SqmSelectStatement<Object[]> copy() {
        return ((SqmSelectStatement<?>) sqm.getSqmStatement())
                .createCopy(SqmCopyContext.noParamCopyContext(SqmQuerySource.CRITERIA), Object[].class);
    }

    private List<SortColumn> columns(SqmQuerySpec<?> spec) {
        return KeysetOrder.of(spec, spec.getRootList().get(0), session.getFactory());
    }

    /** @return the number of parts that the rows after the position have */
    private int restrict(SqmSelectStatement<Object[]> copy, Position position, boolean backwards, int part) {
        SqmQuerySpec<Object[]> spec = copy.getQuerySpec();
        SqmRoot<?> root = spec.getRootList().get(0);
        List<SortColumn> order = columns(spec);
        if (backwards) {
            order = order.stream().map(SortColumn::reversed).toList();
        }
        List<Selection<?>> selection = new ArrayList<>();
        selection.add(root);
        order.forEach(column -> selection.add(column.value().read()));
        if (fetchesCollections) {
            CollectionFetchPages.removeFetches(spec);
        }
        if (spec.isDistinct()) { // can be sorted by what is selected only
            order.stream().filter(column -> column.value().read() != column.path())
                    .forEach(column -> selection.add(column.path()));
        }
        if (selectsOwnAttributes) {
            QueryCopies.select(copy, selection);
        } else {
            copy.multiselect(selection); // selected one by one, an attribute of an association would be joined as optional
        }
        List<KeysetPart> parts = position == null ? List.of(new KeysetPart(null, order))
                : new KeysetRestriction(order, position, comparesRows(), copy.nodeBuilder()).parts();
        apply(parts.get(part), copy);
        return parts.size();
    }

    private static void apply(KeysetPart part, SqmSelectStatement<?> copy) {
        SqmOrderByClause orderBy = new SqmOrderByClause();
        part.order().forEach(column -> orderBy.addSortSpecification(column.specification()));
        copy.getQuerySpec().setOrderByClause(orderBy);
        if (part.restriction() != null) {
            SqmPredicate own = copy.getQuerySpec().getRestriction();
            copy.where(own == null ? part.restriction() : copy.nodeBuilder().and(own, part.restriction()));
        }
    }

    private boolean comparesRows() {
        return session.getFactory().getJdbcServices().getDialect() instanceof PostgreSQLDialect;
    }
}
