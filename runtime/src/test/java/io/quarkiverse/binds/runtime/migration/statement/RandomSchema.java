package io.quarkiverse.binds.runtime.migration.statement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Check;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.DatabaseTable.ForeignKey;
import io.quarkiverse.binds.DatabaseTable.Index;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.SchemaState;

/**
 * Makes tables at random. Names are from a small set, so that two states have much in common; the columns of one name have
 * types into which the values of {@link #value} convert. Used by one thread.
 */
final class RandomSchema {

    static final List<String> TABLES = List.of("author", "book", "order", "shop");

    private final CatalogKind kind;
    private final Random random;
    private final Map<String, String> idTypes = new LinkedHashMap<>();
    private final Map<String, List<String>> keys = new LinkedHashMap<>();
    private boolean isSharedIndexUsed;

    private RandomSchema(CatalogKind kind, long seed) {
        this.kind = kind;
        this.random = new Random(seed);
    }

    static SchemaState of(CatalogKind kind, long seed) {
        return new RandomSchema(kind, seed).state();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    private SchemaState state() {
        TABLES.stream().filter(table -> chance(65)).forEach(table -> {
            idTypes.put(table, chance(60) ? "bigint" : integer());
            keys.put(table, chance(80) ? List.of("id") : chance(50) ? List.of("id", "num") : List.of("num", "id"));
        });
        return new SchemaState(idTypes.keySet().stream().map(this::table).toList(), List.of());
    }

    private String integer() {
        return kind.isMySqlLike() ? "int" : "integer";
    }

    private String varchar(int length) {
        return (kind.isMySqlLike() ? "varchar(" : "character varying(") + length + ")";
    }

    private DatabaseTable table(String name) {
        List<Column> columns = new ArrayList<>();
        List<String> key = keys.get(name);
        boolean isNumbered = key.get(0).equals("id") && chance(40);
        columns.add(new Column("id", idTypes.get(name), false, null, null, isNumbered, "", null));
        String num = chance(50) ? integer()
                : one("bigint", kind.isMySqlLike() ? "decimal(10,2)" : "numeric(10,2)", varchar(20), varchar(60));
        columns.add(column("num", num, key.contains("num")));
        boolean isInteger = num.equals(integer()) || num.equals("bigint");
        if (chance(60)) {
            columns.add(column("text", one(varchar(20), varchar(50), varchar(300), text()), false));
        }
        if (chance(60)) {
            columns.add(column("day", one("date", timestamp(), timestamp().replace('6', '3')), false));
        }
        if (chance(60)) {
            columns.add(column("status", kind == CatalogKind.POSTGRESQL ? one(varchar(5), varchar(9))
                    : one("enum('A','B')", "enum('A','B','C')", "enum('C','B','A')", varchar(5)), false));
        }
        if (isInteger && chance(40)) {
            columns.add(new Column("twice", one("bigint", integer()), true, null, one("num * 2", "num + 1"), false, "", null));
        }
        List<ForeignKey> foreignKeys = new ArrayList<>();
        for (String parent : idTypes.keySet()) {
            if (keys.get(parent).equals(List.of("id")) && chance(40)) {
                columns.add(new Column(parent + "_id", idTypes.get(parent), true, null, null, false, "", null));
                if (chance(85)) {
                    foreignKeys.add(new ForeignKey("fk_" + name + "_" + parent, List.of(parent + "_id"), parent, List.of("id"),
                            one("NO ACTION", "CASCADE", "SET NULL"), "NO ACTION"));
                }
            }
        }
        if (chance(30)) {
            Collections.shuffle(columns, random);
        }
        return new DatabaseTable(name, comment(), columns, key, indexes(name, columns), foreignKeys,
                isInteger && chance(40) ? List.of(new Check("ck_" + name, one("num > 0", "num < 1000"))) : List.of());
    }

    private String text() {
        return kind == CatalogKind.H2 ? "character large object" : "text";
    }

    private String timestamp() {
        return switch (kind) {
            case MYSQL, MARIADB -> "datetime(6)";
            case POSTGRESQL -> "timestamp(6) without time zone";
            case H2 -> "timestamp(6)";
        };
    }

    private String comment() {
        return chance(20) ? one("it's one", "another \\") : "";
    }

    private Column column(String name, String type, boolean isKey) {
        String value = !chance(30) || type.equals("text") || type.endsWith("object") ? null
                : name.equals("num") ? type.contains("char") ? "'5'" : "5" : name.equals("status") ? "'B'" : null;
        return new Column(name, type, !isKey && chance(60), value, null, false, comment(), null);
    }

    private List<Index> indexes(String table, List<Column> columns) {
        List<Index> indexes = new ArrayList<>();
        for (Column column : columns) {
            boolean isLong = column.type().contains("text") || column.type().contains("object");
            if (!isLong && !column.name().equals("id") && chance(25)) {
                List<String> parts = new ArrayList<>(List.of(chance(20) ? column.name() + " desc" : column.name()));
                if (chance(40)) {
                    parts.add("id");
                }
                boolean isUnique = column.name().equals("num") && chance(60) && !parts.get(0).contains(" ");
                String name = chance(20) && !isSharedIndexUsed ? "ix_shared" : "ix_" + table + "_" + column.name();
                isSharedIndexUsed |= name.equals("ix_shared");
                indexes.add(new Index(name, isUnique, parts));
            }
        }
        return indexes;
    }

    /** Literal of a value of a row, from 1; distinct in a column that may be unique, and valid for each type of the column. */
    static String value(Column column, int row) {
        return switch (column.name()) {
            case "id" -> String.valueOf(row);
            case "num" -> column.type().contains("char") ? "'" + (6 + row) + "'" : String.valueOf(6 + row);
            case "text" -> "'row " + row + "'";
            case "day" -> column.type().equals("date") ? "'2024-02-0" + row + "'" : "'2024-02-0" + row + " 10:11:12'";
            case "status" -> row == 1 ? "'A'" : "'B'";
            default -> String.valueOf(row);
        };
    }
}
