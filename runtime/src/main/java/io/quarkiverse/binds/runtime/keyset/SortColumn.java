package io.quarkiverse.binds.runtime.keyset;

import jakarta.persistence.criteria.Nulls;

import org.hibernate.query.SortDirection;
import org.hibernate.query.sqm.tree.domain.SqmEmbeddedValuedSimplePath;
import org.hibernate.query.sqm.tree.domain.SqmPath;
import org.hibernate.query.sqm.tree.from.SqmRoot;
import org.hibernate.query.sqm.tree.select.SqmSortSpecification;

/**
 * One column of the order of a query.
 *
 * @param path the column in the tree of one copy of the query
 * @param name path from the selected entity, such as {@code author.name}
 * @param value the form in which its values are read and compared
 * @param nullable whether the column can be null, as far as the mapping says
 * @param nullsFirst whether nulls come before all values, in this direction
 */
record SortColumn(SqmPath<?> path, String name, SortValue value, boolean descending, boolean nullable, boolean nullsFirst) {

    /** Class of the values. */
    Class<?> type() {
        return value.type();
    }

    /**
     * Checks the sort value of a row.
     *
     * @throws IllegalStateException if the column is not of the type that the mapping says: a text is no position in an ENUM
     */
    void requireUsable(Object read) {
        if (value.isPosition() && Integer.valueOf(0).equals(read)) {
            throw new IllegalStateException("Pages by cursor cannot be sorted by " + name + ": it is mapped as a type ENUM, and"
                    + " its column is none. For a column with texts add @JdbcTypeCode(SqlTypes.VARCHAR) to the attribute, or read"
                    + " the pages by number with db.paginate");
        }
    }

    SortColumn reversed() {
        return new SortColumn(path, name, value, !descending, nullable, !nullsFirst);
    }

    /** Whether a comparison of values alone leaves out the nulls as it should: they come before, or there are none. */
    boolean isComparable() {
        return !nullable || nullsFirst;
    }

    /** Hibernate renders the place of the nulls only where the database would place them elsewhere. */
    SqmSortSpecification specification() {
        return new SqmSortSpecification(path, descending ? SortDirection.DESCENDING : SortDirection.ASCENDING,
                !nullable ? Nulls.NONE : nullsFirst ? Nulls.FIRST : Nulls.LAST);
    }

    /** For the signature of a cursor, which is valid for this order only. */
    String signature() {
        return name + " " + type().getName() + (descending ? " desc" : " asc") + (nullsFirst ? " nulls first" : " nulls last");
    }

    /** Whether the column is an attribute of the selected entity itself, or of something embedded in it. */
    boolean isOfSelectedEntity() {
        SqmPath<?> owner = path.getLhs();
        while (owner instanceof SqmEmbeddedValuedSimplePath) {
            owner = owner.getLhs();
        }
        return owner instanceof SqmRoot;
    }
}
