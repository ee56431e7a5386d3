package io.quarkiverse.binds.runtime.keyset;

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.criteria.Nulls;

import org.hibernate.dialect.NullOrdering;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.EntityIdentifierMapping;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.query.SortDirection;
import org.hibernate.query.sqm.tree.domain.SqmPath;
import org.hibernate.query.sqm.tree.from.SqmRoot;
import org.hibernate.query.sqm.tree.select.SqmQuerySpec;
import org.hibernate.query.sqm.tree.select.SqmSortSpecification;

/**
 * The order of a query, as columns that make it the same each time: its own order, as far as it is made of attributes, and the
 * id of the selected entity, in the direction of the column before, so that one index can serve all.
 */
final class KeysetOrder {

    private final SqmRoot<?> root;
    private final SessionFactoryImplementor factory;
    private final EntityMappingType entity;
    private final List<SortColumn> columns = new ArrayList<>();

    private KeysetOrder(SqmRoot<?> root, SessionFactoryImplementor factory) {
        this.root = root;
        this.factory = factory;
        this.entity = factory.getMappingMetamodel().getEntityDescriptor(root.getModel().getHibernateEntityName());
    }

    /**
     * Reads the order of one copy of a query.
     *
     * @param root the selected entity
     * @throws IllegalArgumentException if a part of the order is not supported; the message names it
     */
    static List<SortColumn> of(SqmQuerySpec<?> query, SqmRoot<?> root, SessionFactoryImplementor factory) {
        KeysetOrder order = new KeysetOrder(root, factory);
        List<String> id = order.idPaths();
        if (query.getOrderByClause() != null) {
            for (SqmSortSpecification sort : query.getOrderByClause().getSortSpecifications()) {
                order.add(sort);
                if (order.containsAll(id)) {
                    return order.columns; // what follows the id decides nothing
                }
            }
        }
        boolean descending = !order.columns.isEmpty() && order.columns.get(order.columns.size() - 1).descending();
        for (String name : id) {
            if (!order.contains(name)) {
                order.add(order.path(name), name, descending, Nulls.NONE);
            }
        }
        return order.columns;
    }

    private void add(SqmSortSpecification sort) {
        SqmPath<?> path = SortPaths.require(sort.getSortExpression());
        String name = SortPaths.name(path);
        if (sort.isIgnoreCase()) {
            throw SortPaths.unsupported(name, "with ignored case; use a column with a collation that ignores it");
        }
        if (!contains(name)) {
            add(path, name, sort.getSortDirection() == SortDirection.DESCENDING, sort.getNullPrecedence());
        }
    }

    private void add(SqmPath<?> path, String name, boolean descending, Nulls nulls) {
        BasicValuedModelPart column = SortColumnMapping.require(entity, name);
        columns.add(new SortColumn(path, name,
                SortColumnMapping.value(path, name, column, factory.getJdbcServices().getDialect()), descending,
                SortColumnMapping.isNullable(entity, name, column), nullsFirst(nulls, descending)));
    }

    private boolean nullsFirst(Nulls explicit, boolean descending) {
        Nulls nulls = explicit == null || explicit == Nulls.NONE
                ? factory.getSessionFactoryOptions().getDefaultNullPrecedence()
                : explicit;
        if (nulls != null && nulls != Nulls.NONE) {
            return nulls == Nulls.FIRST;
        }
        NullOrdering ordering = factory.getJdbcServices().getDialect().getNullOrdering();
        return ordering == NullOrdering.FIRST || ordering == (descending ? NullOrdering.GREATEST : NullOrdering.SMALLEST);
    }

    private boolean contains(String name) {
        for (SortColumn column : columns) {
            if (column.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean containsAll(List<String> names) {
        for (String name : names) {
            if (!contains(name)) {
                return false;
            }
        }
        return true;
    }

    private SqmPath<?> path(String name) {
        SqmPath<?> path = root;
        for (String attribute : SortPaths.attributes(name)) {
            path = path.get(attribute);
        }
        return path;
    }

    private List<String> idPaths() {
        EntityIdentifierMapping id = entity.getIdentifierMapping();
        if (!(id instanceof EmbeddableValuedModelPart embedded)) {
            return List.of(id.getAttributeName());
        }
        String prefix = id.getNature() == EntityIdentifierMapping.Nature.VIRTUAL ? "" : id.getAttributeName() + ".";
        List<String> names = new ArrayList<>();
        embedded.getEmbeddableTypeDescriptor().forEachAttributeMapping(part -> names.add(prefix + part.getAttributeName()));
        return names;
    }
}
