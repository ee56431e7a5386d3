package io.quarkiverse.binds.runtime.keyset;

import java.util.LinkedList;

import org.hibernate.metamodel.model.domain.PluralPersistentAttribute;
import org.hibernate.query.sqm.tree.domain.SqmPath;
import org.hibernate.query.sqm.tree.domain.SqmTreatedPath;
import org.hibernate.query.sqm.tree.expression.SqmExpression;
import org.hibernate.query.sqm.tree.from.SqmAttributeJoin;
import org.hibernate.query.sqm.tree.from.SqmRoot;

/** Paths of attributes in the order of a query. */
final class SortPaths {

    private SortPaths() {
    }

    /**
     * Returns the expression as a path that leads from the selected entity over embedded values and to-one associations.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    static SqmPath<?> require(SqmExpression<?> expression) {
        if (!(expression instanceof SqmPath<?> path)) {
            throw unsupported(expression.toHqlString(), "which is no attribute");
        }
        for (SqmPath<?> part = path; !(part instanceof SqmRoot<?>); part = part.getLhs()) {
            if (part == null || part instanceof SqmTreatedPath<?, ?> || attribute(part).startsWith("{")) {
                throw unsupported(path.toHqlString(), "which is no attribute of the selected entity");
            }
            if (part.getReferencedPathSource() instanceof PluralPersistentAttribute
                    || part instanceof SqmAttributeJoin<?, ?> join
                            && join.getAttribute() instanceof PluralPersistentAttribute) {
                throw unsupported(path.toHqlString(), "which has several values for an entity");
            }
        }
        return path;
    }

    /** The path without the alias of the selected entity, such as {@code author.name}. */
    static String name(SqmPath<?> path) {
        LinkedList<String> names = new LinkedList<>();
        for (SqmPath<?> part = path; !(part instanceof SqmRoot<?>); part = part.getLhs()) {
            names.addFirst(attribute(part));
        }
        return String.join(".", names);
    }

    /** The parts of a {@link #name}. */
    static String[] attributes(String name) {
        return name.indexOf('.') < 0 ? new String[] { name } : name.split("\\.");
    }

    /** Hibernate has names in braces for what is no attribute, such as {@code {type}}. */
    private static String attribute(SqmPath<?> part) {
        return part instanceof SqmAttributeJoin<?, ?> join ? join.getAttribute().getName()
                : part.getReferencedPathSource().getPathName();
    }

    static IllegalArgumentException unsupported(String sort, String reason) {
        return new IllegalArgumentException("Pages by cursor cannot be sorted by " + sort + ", " + reason
                + ". Sort by basic attributes of the selected entity, or read the pages by number with db.paginate");
    }
}
