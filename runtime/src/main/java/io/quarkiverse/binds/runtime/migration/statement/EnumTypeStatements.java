package io.quarkiverse.binds.runtime.migration.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.quarkiverse.binds.runtime.catalog.SchemaState.EnumType;
import io.quarkiverse.binds.runtime.migration.comparison.Change;

/** Statements for the types of enums on PostgreSQL, with the casts that Hibernate ORM makes with them. */
final class EnumTypeStatements {

    private static final String OLD = "_old";

    private EnumTypeStatements() {
    }

    static List<Rendered> create(Identifiers names, Change.CreateType create) {
        return rendered(Phase.CREATE_TYPE, create, create(names, create.type()));
    }

    static List<Rendered> drop(Identifiers names, Change.DropType drop) {
        return rendered(Phase.DROP_TYPE, drop, drop(names, drop.type().name()));
    }

    /** PostgreSQL adds values; for any other change the type is made anew. */
    static List<Rendered> alter(Identifiers names, Change.AlterType alter) {
        List<String> kept = alter.after().values().stream().filter(alter.before().values()::contains).toList();
        if (kept.equals(alter.before().values())) {
            return rendered(Phase.ALTER_TYPE, alter, additions(names, alter));
        }
        String type = alter.after().name();
        List<String> statements = new ArrayList<>();
        statements.add("alter type " + names.quoted(type) + " rename to " + names.quoted(type + OLD));
        statements.addAll(create(names, alter.after()));
        alter.uses().forEach(use -> statements.add(convert(names, use, type)));
        statements.addAll(drop(names, type + OLD));
        return rendered(Phase.ALTER_TYPE, alter, statements);
    }

    private static List<Rendered> rendered(Phase phase, Change change, List<String> statements) {
        return statements.stream().map(sql -> Rendered.of(phase, change, sql)).toList();
    }

    private static List<String> create(Identifiers names, EnumType type) {
        String name = names.quoted(type.name());
        return List.of("create type " + name + " as enum ("
                + type.values().stream().map(names::literal).collect(Collectors.joining(", ")) + ")",
                "create cast (varchar as " + name + ") with inout as implicit",
                "create cast (" + name + " as varchar) with inout as implicit");
    }

    /** Without cascade, which would drop columns of other tables. */
    private static List<String> drop(Identifiers names, String type) {
        String name = names.quoted(type);
        return List.of("drop cast if exists (varchar as " + name + ")", "drop cast if exists (" + name + " as varchar)",
                "drop type " + name);
    }

    private static List<String> additions(Identifiers names, Change.AlterType alter) {
        List<String> statements = new ArrayList<>();
        List<String> after = alter.after().values();
        Set<String> old = new TreeSet<>(alter.before().values());
        for (int i = 0; i < after.size(); i++) {
            if (!old.contains(after.get(i))) {
                String next = after.subList(i, after.size()).stream().filter(old::contains).findFirst()
                        .map(value -> " before " + names.literal(value)).orElse("");
                statements
                        .add("alter type " + names.quoted(alter.table()) + " add value " + names.literal(after.get(i)) + next);
            }
        }
        return statements;
    }

    /** The default is of the old type, and does not convert. */
    private static String convert(Identifiers names, Change.Use use, String type) {
        String column = "alter column " + names.quoted(use.column().name()) + " ";
        boolean isArray = use.column().type().endsWith("[]");
        String array = isArray ? "[]" : "";
        String value = use.column().defaultValue();
        return "alter table " + names.quoted(use.table()) + " " + (value == null ? "" : column + "drop default, ") + column
                + "type " + names.quoted(type) + array + " using " + names.quoted(use.column().name()) + "::text" + array + "::"
                + names.quoted(type) + array + (value == null ? "" : ", " + column + "set default " + value);
    }
}
