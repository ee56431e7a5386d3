package io.quarkiverse.binds.runtime.keyset;

import java.util.List;

import org.hibernate.query.sqm.tree.predicate.SqmPredicate;

/**
 * Rows after a position that one range of an index holds.
 *
 * @param restriction null for all rows
 * @param order columns that sort the part; without the first one if it is null in all rows of the part
 */
record KeysetPart(SqmPredicate restriction, List<SortColumn> order) {
}
