package io.quarkiverse.binds.runtime.migration.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Check;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.DatabaseTable.ForeignKey;
import io.quarkiverse.binds.DatabaseTable.Index;
import io.quarkiverse.binds.runtime.catalog.SchemaState;
import io.quarkiverse.binds.runtime.catalog.SchemaState.EnumType;
import io.quarkiverse.binds.runtime.catalog.SchemaState.Sequence;

/** Makes schemas whose names and texts have all that a database allows, and more. The same seed makes the same schemas. */
final class RandomSchemas {

    private static final String[] PARTS = { "book", "a b", "\"", "\\", "\\n", "\n", "\r\n", "\t", "'", "`", "(", ")", " after ",
            "# ", "<<<<<<< ours", "=======", "ü", "名", "😀", "\u0000", "\u2028", "\uFEFF", "\uD800", "not null", ",", "${x}",
            "" };

    private final Random random;

    RandomSchemas(long seed) {
        random = new Random(seed);
    }

    SchemaState next() {
        List<DatabaseTable> tables = new ArrayList<>();
        names(random.nextInt(6)).forEach(name -> tables.add(table(name)));
        List<Sequence> sequences = new ArrayList<>();
        names(random.nextInt(3)).forEach(name -> sequences.add(new Sequence(name, random.nextLong(), random.nextInt())));
        List<EnumType> types = new ArrayList<>();
        names(random.nextInt(3)).forEach(name -> types.add(new EnumType(name, texts())));
        return new SchemaState(tables, sequences, types);
    }

    private DatabaseTable table(String name) {
        List<Column> columns = new ArrayList<>();
        for (String column : shuffled(names(random.nextInt(8)))) {
            columns.add(
                    new Column(column, text(), random.nextBoolean(), maybe(), maybe(), random.nextBoolean(), text(), maybe()));
        }
        List<Index> indexes = new ArrayList<>();
        names(random.nextInt(3)).forEach(index -> indexes.add(new Index(index, random.nextBoolean(), texts())));
        List<ForeignKey> keys = new ArrayList<>();
        names(random.nextInt(3)).forEach(key -> keys.add(new ForeignKey(key, texts(), text(), texts(), text(), text())));
        List<Check> checks = new ArrayList<>();
        names(random.nextInt(3)).forEach(check -> checks.add(new Check(check, text())));
        if (random.nextBoolean()) {
            checks.removeIf(check -> check.name().isEmpty());
            names(2).forEach(condition -> checks.add(new Check("", condition)));
            checks.sort(Comparator.comparing(Check::name).thenComparing(Check::condition));
        }
        return new DatabaseTable(name, text(), columns, texts(), indexes, keys, checks);
    }

    private List<String> names(int number) {
        TreeSet<String> names = new TreeSet<>();
        for (int i = 0; i < number; i++) {
            names.add(text());
        }
        return List.copyOf(names);
    }

    private List<String> shuffled(List<String> names) {
        List<String> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private List<String> texts() {
        return random.ints(random.nextInt(4)).mapToObj(i -> text()).toList();
    }

    private String maybe() {
        return random.nextBoolean() ? null : text();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.toString();
    }
}
