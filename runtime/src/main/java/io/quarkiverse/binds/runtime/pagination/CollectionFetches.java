package io.quarkiverse.binds.runtime.pagination;

import org.hibernate.graph.spi.AttributeNodeImplementor;
import org.hibernate.graph.spi.GraphImplementor;
import org.hibernate.graph.spi.SubGraphImplementor;
import org.hibernate.metamodel.model.domain.PluralPersistentAttribute;
import org.hibernate.query.spi.QueryOptions;
import org.hibernate.query.sqm.tree.from.SqmAttributeJoin;
import org.hibernate.query.sqm.tree.from.SqmFrom;
import org.hibernate.query.sqm.tree.from.SqmJoin;
import org.hibernate.query.sqm.tree.select.SqmQuerySpec;
import org.hibernate.query.sqm.tree.select.SqmSelectStatement;

/**
 * Finds queries that fetch a collection, by a fetch join or an entity graph. Their rows are not their results, so that no
 * database can limit them: Hibernate would read all rows and cut the page out in memory (HHH90003004).
 */
public final class CollectionFetches {

    private CollectionFetches() {
    }

    public static boolean isIn(SqmSelectStatement<?> select, QueryOptions options) {
        if (options.getAppliedGraph() != null && options.getAppliedGraph().getGraph() != null
                && isInGraph(options.getAppliedGraph().getGraph())) {
            return true;
        }
        return select.getQueryPart() instanceof SqmQuerySpec<?> query && query.getFromClause() != null
                && query.getRootList().stream().anyMatch(CollectionFetches::isBelow);
    }

    /** Whether a join to a collection is left that multiplies the rows of the selected entity. */
    static boolean multiplies(SqmFrom<?, ?> from) {
        for (SqmJoin<?, ?> join : from.getSqmJoins()) {
            if (isCollection(join) || multiplies(join)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBelow(SqmFrom<?, ?> from) {
        for (SqmJoin<?, ?> join : from.getSqmJoins()) {
            if (isCollection(join) && ((SqmAttributeJoin<?, ?>) join).isFetched() || isBelow(join)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCollection(SqmJoin<?, ?> join) {
        return join instanceof SqmAttributeJoin<?, ?> ofAttribute
                && ofAttribute.getAttribute() instanceof PluralPersistentAttribute;
    }

    private static boolean isInGraph(GraphImplementor<?> graph) {
        for (AttributeNodeImplementor<?, ?, ?> node : graph.getAttributeNodeList()) {
            if (node.getAttributeDescriptor() instanceof PluralPersistentAttribute) {
                return true;
            }
            for (SubGraphImplementor<?> sub : node.getSubGraphs().values()) {
                if (isInGraph(sub)) {
                    return true;
                }
            }
        }
        return false;
    }
}
