package io.quarkiverse.binds.runtime.migration.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.quarkiverse.binds.runtime.catalog.Rename;
import io.quarkiverse.binds.runtime.catalog.SchemaState;

/**
 * A change of tables for a test.
 *
 * @param descriptions beginnings of the descriptions of the expected changes
 * @param parts of the script without quotes of names
 * @param ofTo what is done to the catalog of the new tables, so that it looks like a model
 * @param ofKnown what the snapshot has of the catalog of the old tables
 */
record TableChange(String name, List<String> oldSql, List<String> newSql, List<String> descriptions, List<String> parts,
        boolean losesData, List<Rename> renames, UnaryOperator<SchemaState> ofTo, UnaryOperator<SchemaState> ofKnown) {

    static TableChange of(String name) {
        return new TableChange(name, List.of(), List.of(), List.of(), List.of(), false, List.of(), UnaryOperator.identity(),
                UnaryOperator.identity());
    }

    TableChange from(String... sql) {
        return new TableChange(name, with(oldSql, sql), newSql, descriptions, parts, losesData, renames, ofTo, ofKnown);
    }

    TableChange to(String... sql) {
        return new TableChange(name, oldSql, with(newSql, sql), descriptions, parts, losesData, renames, ofTo, ofKnown);
    }

    /** In both states. */
    TableChange in(String... sql) {
        return from(sql).to(sql);
    }

    TableChange gives(String... descriptions) {
        return new TableChange(name, oldSql, newSql, List.of(descriptions), parts, losesData, renames, ofTo, ofKnown);
    }

    TableChange by(String... parts) {
        return new TableChange(name, oldSql, newSql, descriptions, List.of(parts), losesData, renames, ofTo, ofKnown);
    }

    TableChange losing() {
        return new TableChange(name, oldSql, newSql, descriptions, parts, true, renames, ofTo, ofKnown);
    }

    TableChange renamed(String table, String column, String from) {
        List<Rename> more = new ArrayList<>(renames);
        more.add(new Rename(table, column, from));
        return new TableChange(name, oldSql, newSql, descriptions, parts, losesData, more, ofTo, ofKnown);
    }

    TableChange asModel(UnaryOperator<SchemaState> change) {
        return new TableChange(name, oldSql, newSql, descriptions, parts, losesData, renames, change, ofKnown);
    }

    TableChange knowing(UnaryOperator<SchemaState> known) {
        return new TableChange(name, oldSql, newSql, descriptions, parts, losesData, renames, ofTo, known);
    }

    SchemaState to(SchemaState catalog) {
        return ofTo.apply(catalog);
    }

    SchemaState known(SchemaState catalog) {
        return ofKnown.apply(catalog);
    }

    private static List<String> with(List<String> list, String... more) {
        List<String> all = new ArrayList<>(list);
        all.addAll(List.of(more));
        return all;
    }

    @Override
    public String toString() {
        return name;
    }
}
