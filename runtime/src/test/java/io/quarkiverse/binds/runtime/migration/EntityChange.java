package io.quarkiverse.binds.runtime.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.persistence.Entity;

import io.quarkiverse.binds.runtime.migration.TableEntities.Author;

/**
 * A change of an entity for a test.
 *
 * @param name the row of the list of changes that migrations have to find
 * @param before entities with the old tables
 * @param after the same entities after the change
 */
record EntityChange(String name, List<Class<?>> before, List<Class<?>> after) {

    /** The changes of the head-to-head comparison with Alembic. */
    static List<EntityChange> rows() {
        return List.of(
                of("table added", TableEntities.Added.class),
                of("table renamed", TableEntities.Renamed.class),
                of("column added, nullable", ColumnEntities.AddedNullable.class),
                of("column added, NOT NULL", ColumnEntities.AddedNotNull.class),
                of("column dropped", ColumnEntities.Dropped.class),
                of("NOT NULL column dropped", ColumnEntities.NotNullDropped.class),
                of("column renamed", ColumnEntities.Renamed.class),
                of("varchar(50) -> varchar(100)", ColumnEntities.Longer.class),
                of("varchar(100) -> varchar(50)", ColumnEntities.Shorter.class),
                of("varchar -> text", ColumnEntities.Text.class),
                of("int -> bigint", ColumnEntities.IntToBigint.class),
                of("bigint -> int", ColumnEntities.BigintToInt.class),
                of("int -> varchar", ColumnEntities.IntToVarchar.class),
                of("decimal(10,2) -> decimal(12,4)", ColumnEntities.Decimal.class),
                of("nullable true -> false", ColumnEntities.NotNull.class),
                of("nullable false -> true", ColumnEntities.Nullable.class),
                of("default added", ColumnEntities.Default.class),
                of("enum value added", ColumnEntities.EnumValueAdded.class),
                of("enum value removed", ColumnEntities.EnumValueRemoved.class),
                of("index added", ConstraintEntities.IndexAdded.class),
                of("index removed", ConstraintEntities.IndexRemoved.class),
                of("columns of an index changed", ConstraintEntities.IndexColumns.class),
                of("named unique constraint added", ConstraintEntities.UniqueAdded.class),
                of("unique column added", ConstraintEntities.UniqueColumn.class),
                of("unique constraint removed", ConstraintEntities.UniqueRemoved.class),
                of("foreign key added", ConstraintEntities.ForeignKeyAdded.class),
                of("foreign key removed", ConstraintEntities.ForeignKeyRemoved.class),
                of("on delete of a foreign key changed", ConstraintEntities.ForeignKeyAction.class),
                of("check added", ConstraintEntities.CheckAdded.class),
                of("check removed", ConstraintEntities.CheckRemoved.class),
                of("text of a check changed", ConstraintEntities.CheckText.class),
                of("comment of a column", ColumnEntities.Comment.class),
                of("comment of a table", TableEntities.Comment.class));
    }

    /** Changes besides those of the list, among them none. */
    static List<EntityChange> others() {
        return List.of(
                of("none", TableEntities.None.class),
                of("table that no model had", TableEntities.NotInTheModel.class),
                of("table dropped", TableEntities.Dropped.class),
                of("primary key int -> bigint", ColumnEntities.PrimaryKeyType.class),
                of("table with names in quotes added", TableEntities.QuotedAdded.class),
                of("columns with names in quotes changed", TableEntities.QuotedColumn.class));
    }

    /** The types of enums, which only PostgreSQL has. */
    static List<EntityChange> ofPostgreSql() {
        return List.of(
                of("table with a named enum added", ColumnEntities.NamedEnumAdded.class),
                of("values of a named enum added", ColumnEntities.NamedEnumGrown.class),
                of("value of a named enum removed", ColumnEntities.NamedEnumShrunk.class));
    }

    /** @param classes has an entity {@code Before} and {@code After}, {@code Both}, or only one of the first two */
    private static EntityChange of(String name, Class<?> classes) {
        return new EntityChange(name, entities(classes, "Before"), entities(classes, "After"));
    }

    private static List<Class<?>> entities(Class<?> classes, String state) {
        List<Class<?>> entities = new ArrayList<>(List.of(Author.class));
        Stream.of(classes.getDeclaredClasses())
                .filter(type -> type.getSimpleName().equals(state) || type.getSimpleName().equals("Both"))
                .forEach(entities::add);
        return entities;
    }

    /** Whether a table, sequence or type belongs to the entities. */
    boolean has(String table) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Stream.concat(before.stream(), after.stream()).map(type -> type.getAnnotation(Entity.class).name())
                .forEach(name -> names.addAll(List.of(name, name + "_seq")));
        Stream.concat(before.stream(), after.stream()).flatMap(type -> Stream.of(type.getDeclaredClasses()))
                .map(Class::getSimpleName).forEach(names::add);
        return names.contains(table);
    }

    @Override
    public String toString() {
        return name;
    }
}
