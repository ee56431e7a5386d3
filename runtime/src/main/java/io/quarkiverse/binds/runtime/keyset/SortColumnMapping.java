package io.quarkiverse.binds.runtime.keyset;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.ModelPartContainer;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.query.sqm.tree.domain.SqmPath;
import org.hibernate.sql.Template;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.JdbcType;

/** Finds the column of an attribute, and refuses those whose values do not find their row again. */
final class SortColumnMapping {

    private static final Set<Integer> PADDED_OR_LONG = Set.of(SqlTypes.CHAR, SqlTypes.NCHAR, SqlTypes.CLOB, SqlTypes.NCLOB,
            SqlTypes.LONGVARCHAR, SqlTypes.LONGNVARCHAR, SqlTypes.LONG32VARCHAR, SqlTypes.LONG32NVARCHAR);
    private static final Set<Integer> ENUMS = Set.of(SqlTypes.ENUM, SqlTypes.ORDINAL_ENUM, SqlTypes.NAMED_ENUM,
            SqlTypes.NAMED_ORDINAL_ENUM);
    private static final Set<Class<?>> FLOATING = Set.of(Float.class, Double.class);

    private SortColumnMapping() {
    }

    /**
     * @param name path from the entity
     * @throws IllegalArgumentException if it is no basic attribute
     */
    static BasicValuedModelPart require(EntityMappingType entity, String name) {
        ModelPart part = entity;
        for (String attribute : SortPaths.attributes(name)) {
            part = part instanceof ModelPartContainer container ? container.findSubPart(attribute, null) : null;
        }
        if (!(part instanceof BasicValuedModelPart column)) {
            throw SortPaths.unsupported(name, "which is no basic attribute");
        }
        return column;
    }

    /** Whether the mapping permits null; an association can be missing, and its attributes are null then. */
    static boolean isNullable(EntityMappingType entity, String name, BasicValuedModelPart column) {
        ModelPart part = entity;
        for (String attribute : SortPaths.attributes(name)) {
            part = ((ModelPartContainer) part).findSubPart(attribute, null);
            if (part instanceof ToOneAttributeMapping) {
                return true;
            }
        }
        return column.isNullable();
    }

    /**
     * Chooses the form in which the values of a column find their row again.
     *
     * @throws IllegalArgumentException if there is none; the message names the column and the reason
     */
    static SortValue value(SqmPath<?> path, String name, BasicValuedModelPart column, Dialect dialect) {
        if (isTransformed(column)) {
            throw SortPaths.unsupported(name,
                    "whose values are changed by SQL on their way to the column (@ColumnTransformer)");
        }
        boolean mysql = dialect instanceof MySQLDialect; // MariaDBDialect as well
        if (mysql && isEnum(column)) {
            return SortValue.position(path);
        }
        SortValue value = column.getJdbcMapping().getValueConverter() == null ? SortValue.plain(path, column)
                : SortValue.unconverted(path, column);
        check(name, value.type(), column);
        return mysql && FLOATING.contains(value.type()) ? SortValue.doublePrecision(path) : value;
    }

    private static void check(String name, Class<?> type, BasicValuedModelPart column) {
        JdbcType sql = column.getJdbcMapping().getJdbcType();
        if (!SortTypes.isSupported(type)) {
            throw SortPaths.unsupported(name, "whose values are of the unsupported type " + type.getTypeName());
        }
        if (type == String.class && PADDED_OR_LONG.contains(sql.getDefaultSqlTypeCode())) {
            throw SortPaths.unsupported(name, "whose column is padded or a long text; use VARCHAR");
        }
        if (FLOATING.contains(type) && (sql.isDecimal() || isDefinedAs(column, "dec", "numeric", "fixed"))) {
            throw SortPaths.unsupported(name, "whose decimal column is read as " + type.getSimpleName()
                    + ", which has not all of its digits; use BigDecimal");
        }
    }

    private static boolean isEnum(BasicValuedModelPart column) {
        return ENUMS.contains(column.getJdbcMapping().getJdbcType().getDefaultSqlTypeCode()) || isDefinedAs(column, "enum");
    }

    /** Whether the mapping defines the type of the column in SQL, and with one of these names. */
    private static boolean isDefinedAs(BasicValuedModelPart column, String... types) {
        String definition = column.getColumnDefinition();
        return definition != null
                && Stream.of(types).anyMatch(definition.strip().toLowerCase(Locale.ROOT)::startsWith);
    }

    /** Whether the SQL of the column is more than its name, as by {@code @ColumnTransformer}. */
    private static boolean isTransformed(BasicValuedModelPart column) {
        String read = column.getCustomReadExpression();
        String write = column.getCustomWriteExpression();
        return !column.isFormula() && (write != null && !write.equals("?")
                || read != null && !read.equals(Template.TEMPLATE + "." + column.getSelectionExpression()));
    }
}
