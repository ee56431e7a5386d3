package io.quarkiverse.binds.runtime.keyset;

import java.util.ArrayList;
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
    /** Null if the statements are made anew for each page. */
    private final KeptQuery kept;
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
        this.kept = KeptQuery.of(query, session);
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
        SortColumn first = context.columns().get(0);
        int parts = position == null ? 1 : KeysetRestriction.numberOfParts(backwards ? first.reversed() : first, position);
        for (int part = 0; part < parts && rows.size() < max; part++) {
            SelectionQuery<Object[]> derived = QueryCopies.withParameters(query, derived(position, backwards, part));
            QueryCopies.withOptions(sqm.getQueryOptions(), derived);
            if (!fetchesCollections) {
                QueryCopies.withGraph(sqm.getQueryOptions(), derived);
            }
            for (Object[] row : derived.setMaxResults(max - rows.size()).getResultList()) {
                rows.add(row(row));
            }
        }
        return rows;
    }

    private SelectionQuery<Object[]> derived(Position position, boolean backwards, int part) {
        if (kept != null) {
            String form = (backwards ? " backwards" : "") + (part == 0 ? "" : " 2") + (fetchesCollections ? " entities" : "");
            return kept.query(form, position, () -> statement(position, backwards, part, true));
        }
        SelectionQuery<Object[]> derived = session.createSelectionQuery(statement(position, backwards, part, false));
        // without this, Hibernate translates a query that is not text to SQL each time
        return derived.setQueryPlanCacheable(selectsOwnAttributes && query.isQueryPlanCacheable());
    }

    /** Loads the collections that the query fetches, of the entities of a page, with one statement for all. */
    void fetch(List<KeyedRow<T>> page) {
        if (fetchesCollections && !page.isEmpty()) {
            new CollectionFetchPages<>(query).fetch(page.stream().map(KeyedRow::item).toList());
        }
    }

    private KeyedRow<T> row(Object[] row) {
        List<SortColumn> columns = context.columns();
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).requireUsable(row[i + 1]);
        }
        return new KeyedRow<>(row, columns.size());
    }

    private SqmSelectStatement<Object[]> copy() {
        return ((SqmSelectStatement<?>) sqm.getSqmStatement())
                .createCopy(SqmCopyContext.noParamCopyContext(SqmQuerySource.CRITERIA), Object[].class);
    }

    private List<SortColumn> columns(SqmQuerySpec<?> spec) {
        return KeysetOrder.of(spec, spec.getRootList().get(0), session.getFactory());
    }

    /** The statement of one of the parts that the rows after the position have. */
    private SqmSelectStatement<Object[]> statement(Position position, boolean backwards, int part, boolean named) {
        SqmSelectStatement<Object[]> copy = copy();
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
                : new KeysetRestriction(order, position, comparesRows(), named, copy.nodeBuilder()).parts();
        apply(parts.get(part), copy);
        return copy;
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
