package io.quarkiverse.binds.runtime.keyset;

import org.hibernate.metamodel.model.domain.PluralPersistentAttribute;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.spi.Limit;
import org.hibernate.query.spi.QueryOptions;
import org.hibernate.query.spi.SqmQuery;
import org.hibernate.query.sqm.tree.domain.SqmPolymorphicRootDescriptor;
import org.hibernate.query.sqm.tree.from.SqmAttributeJoin;
import org.hibernate.query.sqm.tree.from.SqmFrom;
import org.hibernate.query.sqm.tree.from.SqmJoin;
import org.hibernate.query.sqm.tree.from.SqmRoot;
import org.hibernate.query.sqm.tree.select.SqmQuerySpec;
import org.hibernate.query.sqm.tree.select.SqmSelectStatement;

/** Refuses queries whose results have no place in an order of columns, each with the reason. */
final class SupportedQueries {

    private SupportedQueries() {
    }

    static SqmQuery<?> require(SelectionQuery<?> query) {
        if (!(query instanceof SqmQuery<?> sqm) || !(sqm.getSqmStatement() instanceof SqmSelectStatement<?> select)) {
            throw refused("is native SQL", "write it in HQL or with the criteria API");
        }
        if (!(select.getQueryPart() instanceof SqmQuerySpec<?> spec)) {
            throw refused("is a union of queries", "select from one entity");
        }
        checkSelection(spec);
        checkOptions(sqm.getQueryOptions());
        if (spec.getFetch() != null || spec.getOffset() != null) {
            throw refused("has a limit", "remove limit, offset and fetch: per_page limits the page");
        }
        if (!spec.getGroupByClauseExpressions().isEmpty() || spec.getHavingClausePredicate() != null) {
            throw refused("has groups", "select entities without group by and having");
        }
        if (!spec.isDistinct() && multiplies(spec.getRootList().get(0))) {
            throw refused("joins what can have several rows for an entity", "write select distinct");
        }
        return sqm;
    }

    private static void checkSelection(SqmQuerySpec<?> spec) {
        if (spec.getRootList().size() != 1 || spec.getRootList().get(0).getModel() instanceof SqmPolymorphicRootDescriptor
                || spec.getRootList().get(0).getModel() == null) {
            throw refused("selects from several entities", "select from one entity");
        }
        SqmRoot<?> root = spec.getRootList().get(0);
        boolean selectsRoot = spec.getSelectClause() == null || spec.getSelectClause().getSelections().isEmpty()
                || spec.getSelectClause().getSelections().size() == 1
                        && spec.getSelectClause().getSelections().get(0).getSelectableNode() == root;
        if (!selectsRoot) {
            throw refused("selects something else than the entity after from", "select the entity, and use page.map(...)");
        }
    }

    private static void checkOptions(QueryOptions options) {
        Limit limit = options.getLimit();
        if (limit != null && (limit.getFirstRow() != null && limit.getFirstRow() > 0 || limit.getMaxRows() != null)) {
            throw refused("has a limit", "remove setFirstResult and setMaxResults: per_page limits the page");
        }
        if (options.getTupleTransformer() != null || options.getResultListTransformer() != null) {
            throw refused("has a transformer", "use page.map(...)");
        }
        if (options.getEnabledFetchProfiles() != null && !options.getEnabledFetchProfiles().isEmpty()) {
            throw refused("has a fetch profile", "use an entity graph");
        }
    }

    /** A collection that is fetched is read by a statement of its own. */
    private static boolean multiplies(SqmFrom<?, ?> from) {
        for (SqmJoin<?, ?> join : from.getSqmJoins()) {
            if (!(join instanceof SqmAttributeJoin<?, ?> ofAttribute)
                    || ofAttribute.getAttribute() instanceof PluralPersistentAttribute && !ofAttribute.isFetched()
                    || multiplies(join)) {
                return true;
            }
        }
        return false;
    }

    private static IllegalArgumentException refused(String what, String instead) {
        return new IllegalArgumentException("A query that " + what + " has no pages by cursor: " + instead
                + ", or read its pages by number with db.paginate");
    }
}
