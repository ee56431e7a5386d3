package io.quarkiverse.binds.runtime.keyset;

import java.util.Set;

import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.ModelPartContainer;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.sql.Template;
import org.hibernate.type.SqlTypes;

/** Finds the column of an attribute, and refuses those whose values do not find their row again. */
final class SortColumnMapping {

    private static final Set<Integer> PADDED_OR_LONG = Set.of(SqlTypes.CHAR, SqlTypes.NCHAR, SqlTypes.CLOB, SqlTypes.NCLOB,
            SqlTypes.LONGVARCHAR, SqlTypes.LONGNVARCHAR, SqlTypes.LONG32VARCHAR, SqlTypes.LONG32NVARCHAR);
    private static final Set<Integer> ENUMS = Set.of(SqlTypes.ENUM, SqlTypes.ORDINAL_ENUM);

    private SortColumnMapping() {
    }

    /**
     * @param name path from the entity
     * @throws IllegalArgumentException if it is no basic attribute, or one of a type that is not supported
     */
    static BasicValuedModelPart require(EntityMappingType entity, String name, Dialect dialect) {
        ModelPart part = entity;
        for (String attribute : name.split("\\.")) {
            part = part instanceof ModelPartContainer container ? container.findSubPart(attribute, null) : null;
        }
        if (!(part instanceof BasicValuedModelPart column)) {
            throw SortPaths.unsupported(name, "which is no basic attribute");
        }
        check(name, column, dialect);
        return column;
    }

    /** Whether the mapping permits null; an association can be missing, and its attributes are null then. */
    static boolean isNullable(EntityMappingType entity, String name, BasicValuedModelPart column) {
        ModelPart part = entity;
        for (String attribute : name.split("\\.")) {
            part = ((ModelPartContainer) part).findSubPart(attribute, null);
            if (part instanceof ToOneAttributeMapping) {
                return true;
            }
        }
        return column.isNullable();
    }

    static Class<?> type(BasicValuedModelPart column) {
        return column.getJdbcMapping().getJavaTypeDescriptor().getJavaTypeClass();
    }

    private static void check(String name, BasicValuedModelPart column, Dialect dialect) {
        int sql = column.getJdbcMapping().getJdbcType().getDefaultSqlTypeCode();
        if (column.getJdbcMapping().getValueConverter() != null || isTransformed(column)) {
            throw SortPaths.unsupported(name, "whose values are converted on their way to the column");
        }
        if (type(column) == Float.class) {
            throw SortPaths.unsupported(name, "whose type Float has no exact text; use Double or BigDecimal");
        }
        if (!SortTypes.isSupported(type(column))) {
            throw SortPaths.unsupported(name, "whose type " + type(column).getTypeName() + " is not supported");
        }
        if (type(column) == String.class && PADDED_OR_LONG.contains(sql)) {
            throw SortPaths.unsupported(name, "whose column is padded or a long text; use VARCHAR");
        }
        if (ENUMS.contains(sql) && dialect instanceof MySQLDialect) {
            throw SortPaths.unsupported(name, "whose column of the type ENUM is sorted by position and compared as text;"
                    + " map it with @JdbcTypeCode(SqlTypes.VARCHAR), or as an ordinal number");
        }
    }

    /** Whether the SQL of the column is more than its name, as by {@code @ColumnTransformer}. */
    private static boolean isTransformed(BasicValuedModelPart column) {
        String read = column.getCustomReadExpression();
        String write = column.getCustomWriteExpression();
        return !column.isFormula() && (write != null && !write.equals("?")
                || read != null && !read.equals(Template.TEMPLATE + "." + column.getSelectionExpression()));
    }
}
