package io.quarkiverse.binds.test.data;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.binds.Db;

/** Writes the rows of entries with few statements, whatever their number. */
@ApplicationScoped
public class EntryRows {

    private static final String COLUMNS = " (number, title, state, price, created, archived, processed, version)";

    @Inject
    Db db;

    /** Leaves the numbers from 1 to a count; number n is shown if it is even, and has n modulo 3 labels up to number 300. */
    void reset(Kind kind, int count) {
        String table = Kind.table(kind.entry);
        sql(kind, "delete from " + table + "_labels");
        sql(kind, "delete from " + table);
        if (count > 0) {
            sql(kind, "insert into " + table + COLUMNS
                    + " values (1, 'entry', 'DRAFT', 1, current_timestamp, false, 0, 0)");
        }
        for (int rows = 1; rows < count; rows *= 2) {
            sql(kind, "insert into " + table + COLUMNS + " select number + " + rows
                    + ", 'entry', 'DRAFT', 1, current_timestamp, false, 0, 0 from " + table + " where number <= "
                    + Math.min(rows, count - rows) + " order by number");
        }
        sql(kind, "update " + table + " set state = 'SHOWN' where mod(number, 2) = 0");
        for (int label = 1; label <= 2; label++) {
            sql(kind, "insert into " + table + "_labels (" + table + "_id, labels) select id, 'label " + label + "' from "
                    + table + " where number <= 300 and mod(number, 3) >= " + label);
        }
        db.query(kind.place, "").getResultList().forEach(db::delete);
        db.commit();
    }

    /** Adds numbers after those that are there. */
    void add(Kind kind, int count) {
        String table = Kind.table(kind.entry);
        sql(kind, "insert into " + table + COLUMNS + " select number + 1000000, title, state, price, created, false, 0, 0 from "
                + table + " where number <= " + count + " order by number");
        db.commit();
    }

    private void sql(Kind kind, String sql) {
        db.bind(kind.bind()).sql(sql).update();
    }

    /** The ids of numbers, in their order. */
    List<Long> ids(Kind kind, List<Integer> numbers) {
        return db.session(kind.entry)
                .createSelectionQuery("select e.id from " + kind.entry.getName() + " e where e.number in ?1 order by e.number",
                        Long.class)
                .setParameterList(1, numbers).getResultList();
    }
}
