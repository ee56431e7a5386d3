package io.quarkiverse.binds.test.migrations.attributes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Check;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.DatabaseTable.ForeignKey;
import io.quarkiverse.binds.DatabaseTable.Index;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.SchemaState;
import io.quarkiverse.binds.runtime.migration.comparison.Expressions;

/** What the states of the entities and of the catalog do not have in common, as texts. */
final class Differences {

    private final CatalogKind kind;
    private final Expressions expressions;
    private final List<String> found = new ArrayList<>();

    private Differences(CatalogKind kind, Expressions expressions) {
        this.kind = kind;
        this.expressions = expressions;
    }

    static List<String> of(SchemaState model, SchemaState catalog, CatalogKind kind, Expressions expressions) {
        Differences differences = new Differences(kind, expressions);
        Map<String, DatabaseTable> inCatalog = byName(catalog.tables(), DatabaseTable::name);
        Map<String, DatabaseTable> inModel = byName(model.tables(), DatabaseTable::name);
        differences.names("tables", inModel, inCatalog);
        inModel.forEach((name, table) -> differences.table(table, inCatalog.getOrDefault(name, table)));
        differences.equal("sequences", model.sequences().toString().toLowerCase(Locale.ROOT),
                catalog.sequences().toString().toLowerCase(Locale.ROOT));
        return differences.found;
    }

    private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(one -> name.apply(one).toLowerCase(Locale.ROOT), one -> one, (a, b) -> a,
                TreeMap::new));
    }

    private void names(String what, Map<String, ?> model, Map<String, ?> catalog) {
        equal(what, model.keySet(), catalog.keySet());
    }

    private void equal(String what, Object model, Object catalog) {
        if (!Objects.equals(model, catalog)) {
            found.add(what + ": model " + model + ", catalog " + catalog);
        }
    }

    private void table(DatabaseTable model, DatabaseTable catalog) {
        String table = model.name();
        equal(table + " columns", lower(model.columns(), Column::name), lower(catalog.columns(), Column::name));
        equal(table + " comment", model.comment(), catalog.comment());
        equal(table + " primary key", lower(model.primaryKey(), key -> key), lower(catalog.primaryKey(), key -> key));
        Map<String, Column> columns = byName(catalog.columns(), Column::name);
        byName(model.columns(), Column::name).forEach((name, column) -> {
            if (columns.containsKey(name)) {
                column(model, column, columns.get(name));
            }
        });
        indexes(model, catalog);
        equal(table + " foreign keys", Set.copyOf(lower(model.foreignKeys(), ForeignKey::toString)),
                Set.copyOf(lower(catalog.foreignKeys(), ForeignKey::toString)));
        checks(model, catalog);
    }

    private static <T> List<String> lower(List<T> all, Function<T, String> text) {
        return all.stream().map(one -> text.apply(one).toLowerCase(Locale.ROOT)).toList();
    }

    private void column(DatabaseTable table, Column model, Column catalog) {
        String what = table.name() + "." + model.name() + " ";
        equal(what + "type", model.type(), catalog.type());
        equal(what + "nullable", model.nullable(), catalog.nullable());
        equal(what + "identity", model.identity(), catalog.identity());
        equal(what + "comment", model.comment(), catalog.comment());
        if (model.collation() != null) {
            equal(what + "collation", model.collation(), catalog.collation());
        }
        if (!expressions.same(table, model.defaultValue(), catalog.defaultValue())) {
            equal(what + "default", model.defaultValue(), catalog.defaultValue());
        }
        if (!expressions.same(table, model.generatedAs(), catalog.generatedAs())) {
            equal(what + "generated as", model.generatedAs(), catalog.generatedAs());
        }
    }

    /** H2 numbers unnamed constraints; MySQL and MariaDB add an index to a foreign key. */
    private void indexes(DatabaseTable model, DatabaseTable catalog) {
        List<Index> left = new ArrayList<>(catalog.indexes());
        for (Index index : model.indexes()) {
            Index same = left.stream().filter(other -> other.unique() == index.unique()
                    && lower(other.columns(), part -> part).equals(lower(index.columns(), part -> part))
                    && (other.name().equalsIgnoreCase(index.name())
                            || kind == CatalogKind.H2 && other.name().matches("(?i)constraint_[0-9a-f_]+")))
                    .findFirst().orElse(null);
            if (same == null) {
                found.add(model.name() + " index of the model only: " + index);
            }
            left.remove(same);
        }
        left.removeIf(index -> kind.isMySqlLike()
                && catalog.foreignKeys().stream().anyMatch(key -> key.name().equals(index.name())));
        left.forEach(index -> found.add(model.name() + " index of the catalog only: " + index));
    }

    private void checks(DatabaseTable model, DatabaseTable catalog) {
        List<Check> left = new ArrayList<>(catalog.checks());
        for (Check check : model.checks()) {
            Check same = left.stream().filter(other -> (check.name().isEmpty() || check.name().equalsIgnoreCase(other.name()))
                    && expressions.same(model, check.condition(), other.condition())).findFirst().orElse(null);
            if (same == null) {
                found.add(model.name() + " check of the model only: " + check);
            }
            left.remove(same);
        }
        left.forEach(check -> found.add(model.name() + " check of the catalog only: " + check));
    }
}
