package io.quarkiverse.binds.runtime.keyset;

import jakarta.persistence.criteria.Nulls;

import org.hibernate.query.SortDirection;
import org.hibernate.query.sqm.tree.domain.SqmPath;
import org.hibernate.query.sqm.tree.select.SqmSortSpecification;

/**
 * One column of the order of a query.
 *
 * @param path the column in the tree of one copy of the query
 * @param name path from the selected entity, such as {@code author.name}
 * @param type class of the values
 * @param nullable whether the column can be null, as far as the mapping says
 * @param nullsFirst whether nulls come before all values, in this direction
 */
record SortColumn(SqmPath<?> path, String name, Class<?> type, boolean descending, boolean nullable, boolean nullsFirst) {

    SortColumn reversed() {
        return new SortColumn(path, name, type, !descending, nullable, !nullsFirst);
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
        return name + " " + type.getName() + (descending ? " desc" : " asc") + (nullsFirst ? " nulls first" : " nulls last");
    }
}
