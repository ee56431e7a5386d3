package io.quarkiverse.binds.runtime.keyset;

import java.util.List;

import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.query.sqm.NodeBuilder;
import org.hibernate.query.sqm.function.FunctionKind;
import org.hibernate.query.sqm.function.PatternBasedSqmFunctionDescriptor;
import org.hibernate.query.sqm.produce.function.StandardFunctionReturnTypeResolvers;
import org.hibernate.query.sqm.produce.function.internal.PatternRenderer;
import org.hibernate.query.sqm.tree.domain.SqmPath;
import org.hibernate.query.sqm.tree.expression.SqmExpression;
import org.hibernate.type.BasicType;

/**
 * The form in which a sort value is read and compared, so that a value that was read finds its place in the order of the column
 * again.
 *
 * @param type class of the values
 * @param read expression that is selected
 * @param compared expression that is compared with a value of the same type
 * @param isPosition whether the values are positions in a type ENUM, from 1
 */
record SortValue(Class<?> type, SqmExpression<?> read, SqmExpression<?> compared, boolean isPosition) {

    /** The value of the attribute itself. */
    static SortValue plain(SqmPath<?> path, BasicValuedModelPart column) {
        return new SortValue(column.getJdbcMapping().getJavaTypeDescriptor().getJavaTypeClass(), path, path, false);
    }

    /**
     * The value in the column, before its converter: the order is that of the column, and a converter may turn several of its
     * values into one.
     */
    static SortValue unconverted(SqmPath<?> path, BasicValuedModelPart column) {
        JdbcMapping mapping = column.getJdbcMapping();
        BasicType<?> type = path.nodeBuilder().getTypeConfiguration().getBasicTypeRegistry()
                .resolve(mapping.getValueConverter().getRelationalJavaType(), mapping.getJdbcType());
        SqmExpression<?> value = sql("?1", path, type);
        return new SortValue(type.getJavaType(), value, value, false);
    }

    /** The position of a value in its type ENUM, by which MySQL sorts it; as text it is compared in another order. */
    static SortValue position(SqmPath<?> path) {
        BasicType<?> type = basicType(path, Integer.class);
        return new SortValue(Integer.class, sql("(?1+0)", path, type), sql("?1", path, type), true);
    }

    /** The value as a number of double precision, which MySQL prints with all its digits and compares exactly. */
    static SortValue doublePrecision(SqmPath<?> path) {
        BasicType<?> type = basicType(path, Double.class);
        return new SortValue(Double.class, sql("(?1+0e0)", path, type), sql("?1", path, type), false);
    }

    private static BasicType<?> basicType(SqmPath<?> path, Class<?> type) {
        return path.nodeBuilder().getTypeConfiguration().getBasicTypeForJavaType(type);
    }

    private static SqmExpression<?> sql(String pattern, SqmPath<?> path, BasicType<?> type) {
        NodeBuilder builder = path.nodeBuilder();
        return new PatternBasedSqmFunctionDescriptor(new PatternRenderer(pattern), null,
                StandardFunctionReturnTypeResolvers.invariant(type), null, "sort value " + pattern, FunctionKind.NORMAL, null)
                .generateSqmExpression(List.of(path), type, builder.getQueryEngine());
    }
}
