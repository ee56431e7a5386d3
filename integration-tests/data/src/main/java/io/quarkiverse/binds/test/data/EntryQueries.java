package io.quarkiverse.binds.test.data;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;

import org.hibernate.query.SelectionQuery;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.Selection;

/** The queries whose rows the tests select. */
public enum EntryQueries {

    ALL {
        @Override
        <E extends Entry> Selection<E> of(Db db, Class<E> entry) {
            return db.selection(entry, "order by number desc");
        }
    },
    NONE {
        @Override
        <E extends Entry> Selection<E> of(Db db, Class<E> entry) {
            return db.selection(entry, "number < 0");
        }
    },
    SHOWN {
        @Override
        <E extends Entry> Selection<E> of(Db db, Class<E> entry) {
            return db.selection(entry, "state = ?1", Entry.State.SHOWN);
        }
    },
    TYPED {
        @Override
        <E extends Entry> Selection<E> of(Db db, Class<E> entry) {
            return db.selection(entry, "number between ?1 and ?2 and state in ?3 and price < ?4 and created > ?5 and title = ?6"
                    + " and archived = ?7 and (changed is null or changed = ?8)", 101, 200, List.of(Entry.State.SHOWN),
                    new BigDecimal("2.50"), LocalDateTime.of(2020, 2, 29, 12, 30, 1, 500_000), "entry", false, null);
        }
    },
    LABELLED {
        @Override
        <E extends Entry> Selection<E> of(Db db, Class<E> entry) {
            return db.selection(entry, "select e from " + entry.getName() + " e join e.labels l where l like ?1", "label%");
        }
    },
    FETCHED {
        @Override
        <E extends Entry> Selection<E> of(Db db, Class<E> entry) {
            return db.selection(entry, "select distinct e from " + entry.getName()
                    + " e left join fetch e.labels l where l = ?1 or l = ?2 order by e.number", "label 1", "label 2");
        }
    },
    /** The query of a page, with names, after the page was read. */
    PAGE {
        @Override
        <E extends Entry> Selection<E> of(Db db, Class<E> entry) {
            SelectionQuery<E> query = db.session(entry)
                    .createSelectionQuery(
                            "from " + entry.getName() + " where number > :least and state in :states order by number",
                            entry)
                    .setParameterList("states", List.of(Entry.State.DRAFT, Entry.State.SHOWN)).setParameter("least", 0);
            if (db.paginate(query).getItems().size() != 20) {
                throw new IllegalStateException("The page is another");
            }
            return db.selection(query);
        }
    },
    BY_CREATION {
        @Override
        <E extends Entry> Selection<E> of(Db db, Class<E> entry) {
            return db.selection(entry, "").boundBy("created");
        }
    };

    abstract <E extends Entry> Selection<E> of(Db db, Class<E> entry);
}
