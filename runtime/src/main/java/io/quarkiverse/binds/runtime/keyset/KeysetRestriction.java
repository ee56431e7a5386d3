package io.quarkiverse.binds.runtime.keyset;

import java.util.ArrayList;
import java.util.List;

import org.hibernate.query.sqm.ComparisonOperator;
import org.hibernate.query.sqm.NodeBuilder;
import org.hibernate.query.sqm.SqmBindableType;
import org.hibernate.query.sqm.tree.expression.SqmExpression;
import org.hibernate.query.sqm.tree.expression.SqmNamedParameter;
import org.hibernate.query.sqm.tree.expression.SqmTuple;
import org.hibernate.query.sqm.tree.expression.ValueBindJpaCriteriaParameter;
import org.hibernate.query.sqm.tree.predicate.SqmComparisonPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmPredicate;

/**
 * Restricts a query to the rows after a position. In its direction these are one or two parts: the nulls of the first column
 * are a part of their own, because no database reads "greater than, or null" as one range of an index.
 * <p>
 * Each part begins with a range of the first column, for the databases that do not find it in a disjunction:
 * {@code a >= ? and (a > ? or a = ? and id > ?)}. PostgreSQL uses no more than that of an index, unless the columns are
 * compared as a row: {@code (a, id) > (?, ?)}.
 */
final class KeysetRestriction {

    private final List<SortColumn> columns;
    private final Position position;
    private final boolean comparesRows;
    private final boolean named;
    private final NodeBuilder builder;
    private final SqmNamedParameter<?>[] parameters;

    /**
     * @param comparesRows whether the database finds the place of a row in an index
     * @param named whether the values are parameters with {@link #parameterName names} that the caller sets, so that the
     *        restriction is that of all positions with nulls in the same columns
     */
    KeysetRestriction(List<SortColumn> columns, Position position, boolean comparesRows, boolean named,
            NodeBuilder builder) {
        this.columns = columns;
        this.position = position;
        this.comparesRows = comparesRows;
        this.named = named;
        this.builder = builder;
        this.parameters = new SqmNamedParameter<?>[columns.size()];
    }

    /** Number of the {@link #parts()} in the direction of the first column. */
    static int numberOfParts(SortColumn first, Position position) {
        boolean nulls = position.values().get(0) == null;
        return (nulls ? first.nullsFirst() : !first.isComparable()) ? 2 : 1;
    }

    static String parameterName(int column) {
        return "sortValue" + column + "OfCursor";
    }

    /** The parts in the direction of the columns; the results of all of them are the rows after the position. */
    List<KeysetPart> parts() {
        SortColumn first = columns.get(0);
        if (value(0) == null) {
            KeysetPart ties = new KeysetPart(builder.and(isNull(0), after(1)), orderOfTies());
            return first.nullsFirst() ? List.of(ties, part(isNull(0).not())) : List.of(ties);
        }
        return first.isComparable() ? List.of(part(values())) : List.of(part(values()), part(isNull(0)));
    }

    private KeysetPart part(SqmPredicate restriction) {
        return new KeysetPart(restriction, columns);
    }

    /** MariaDB sorts the rows, instead of reading them in the order of an index, if a column of the order is always null. */
    private List<SortColumn> orderOfTies() {
        return comparesRows ? columns : columns.subList(1, columns.size());
    }

    /** The rows after the position whose first column is not null. */
    private SqmPredicate values() {
        int row = comparesRows ? rowLength() : 1;
        if (row == columns.size()) {
            return compareRow(row, position.inclusive());
        }
        return builder.and(compareRow(row, true), ordered(0));
    }

    /** How many columns from the first one can be compared as a row: all have one direction, and no null comes after. */
    private int rowLength() {
        int length = 1;
        while (length < columns.size() && columns.get(length).descending() == columns.get(0).descending()
                && columns.get(length).isComparable() && value(length) != null) {
            length++;
        }
        return length;
    }

    /** The rows after the position among those that are equal to it in all columns before this one. */
    private SqmPredicate after(int column) {
        if (column == columns.size() - 1) {
            return compare(column, greater(position.inclusive())); // part of the id, which is not null
        }
        if (value(column) == null) {
            SqmPredicate ties = builder.and(isNull(column), after(column + 1));
            return columns.get(column).nullsFirst() ? builder.or(isNull(column).not(), ties) : ties;
        }
        return columns.get(column).isComparable() ? ordered(column) : builder.or(ordered(column), isNull(column));
    }

    private SqmPredicate ordered(int column) {
        return builder.or(compare(column, greater(false)),
                builder.and(compare(column, ComparisonOperator.EQUAL), after(column + 1)));
    }

    private SqmPredicate compareRow(int length, boolean inclusive) {
        ComparisonOperator operator = operator(0, greater(inclusive));
        if (length == 1) {
            return comparison(compared(0), operator, parameter(0));
        }
        List<SqmExpression<?>> paths = new ArrayList<>();
        List<SqmExpression<?>> parameters = new ArrayList<>();
        for (int column = 0; column < length; column++) {
            paths.add(compared(column));
            parameters.add(parameter(column));
        }
        return comparison(new SqmTuple<>(paths, builder), operator, new SqmTuple<>(parameters, builder));
    }

    private SqmPredicate compare(int column, ComparisonOperator ascending) {
        return comparison(compared(column), operator(column, ascending), parameter(column));
    }

    private SqmPredicate comparison(SqmExpression<?> left, ComparisonOperator operator, SqmExpression<?> right) {
        return new SqmComparisonPredicate(left, operator, right, builder);
    }

    private ComparisonOperator operator(int column, ComparisonOperator ascending) {
        return columns.get(column).descending() ? ascending.invert() : ascending;
    }

    private static ComparisonOperator greater(boolean inclusive) {
        return inclusive ? ComparisonOperator.GREATER_THAN_OR_EQUAL : ComparisonOperator.GREATER_THAN;
    }

    private SqmPredicate isNull(int column) {
        return builder.isNull(columns.get(column).path());
    }

    @SuppressWarnings("unchecked")
    private SqmExpression<?> parameter(int column) {
        SqmBindableType<Object> type = (SqmBindableType<Object>) compared(column).getExpressible();
        if (!named) {
            return new ValueBindJpaCriteriaParameter<>(type, value(column), builder);
        }
        if (parameters[column] == null) { // one object in all its places, as in a query that was parsed
            parameters[column] = new SqmNamedParameter<>(parameterName(column), false, type, builder);
        }
        return parameters[column];
    }

    private SqmExpression<?> compared(int column) {
        return columns.get(column).value().compared();
    }

    private Object value(int column) {
        return position.values().get(column);
    }
}
