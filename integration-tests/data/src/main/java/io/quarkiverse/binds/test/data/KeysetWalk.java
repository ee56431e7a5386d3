package io.quarkiverse.binds.test.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.binds.CursorPagination;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.PageParams;

/**
 * Reads all pages of random orders, forwards and backwards, each page in a unit of work of its own, while other rows are
 * inserted and deleted; and compares the rows that stay with the sorted list.
 */
@ApplicationScoped
public class KeysetWalk {

    private static final int STABLE = 60;
    private static final int OTHERS = 20;

    @Inject
    Db db;

    /** Leaves the random rows of a seed, and no others. */
    void reset(Kind kind, long seed) {
        RandomItems items = new RandomItems(new Random(seed));
        db.run(() -> {
            db.session(kind.item).createMutationQuery("update " + kind.item.getName() + " set parent = null").executeUpdate();
            db.query(kind.item, "").getResultList().forEach(db::delete);
            db.flush();
            List<Item> parents = new ArrayList<>();
            for (int i = 0; i < STABLE + OTHERS; i++) {
                Item item = items.next(kind, i < STABLE, parents);
                if (i < 5) {
                    parents.add(item);
                }
                db.add(item);
            }
            db.flush();
            db.bind(kind.bind())
                    .sql("update " + kind.itemTable() + " set fit = 'fit 02' where fit = 'fit 2' and mod(id, 2) = 0")
                    .update();
            db.commit();
        });
    }

    /** @return the differences; empty if there are none */
    List<String> walk(Kind kind, long seed, int orders) {
        reset(kind, seed);
        Random random = new Random(seed + 1);
        RandomItems items = new RandomItems(random);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            String order = items.order();
            List<Long> sorted = db.call(() -> ids(db
                    .query(kind.item, "stable = true order by " + RandomItems.complete(order)).getResultList()));
            List<Long> forwards = pages(kind, order, random, false);
            List<Long> backwards = pages(kind, order, random, true);
            if (!forwards.equals(sorted)) {
                wrong.add("forwards by " + order + ": " + forwards + " instead of " + sorted);
            }
            if (!backwards.equals(sorted)) {
                wrong.add("backwards by " + order + ": " + backwards + " instead of " + sorted);
            }
        }
        return wrong;
    }

    private List<Long> pages(Kind kind, String order, Random random, boolean backwards) {
        List<Item> seen = new ArrayList<>();
        String cursor = backwards ? lastCursor(kind, order) : null;
        boolean more = true;
        while (more) {
            PageParams params = PageParams.ofSize(1 + random.nextInt(30));
            String position = cursor;
            CursorPagination<Item> page = db.call(() -> page(kind, order,
                    backwards ? params.before(position) : params.after(position)));
            seen.addAll(backwards ? 0 : seen.size(), page.getItems());
            cursor = backwards ? page.getPrevCursor() : page.getNextCursor();
            more = cursor != null;
            disturb(kind, random);
        }
        if (new HashSet<>(ids(seen)).size() < seen.size()) {
            throw new IllegalStateException("Rows were read twice by " + order);
        }
        return ids(seen.stream().filter(item -> item.stable).toList());
    }

    /** A cursor behind all rows: that of the empty page after the last row, towards the page before it. */
    private String lastCursor(Kind kind, String order) {
        return db.call(() -> {
            CursorPagination<Item> all = page(kind, order, PageParams.ofSize(10_000));
            return all.next().getPrevCursor();
        });
    }

    @SuppressWarnings("unchecked")
    private CursorPagination<Item> page(Kind kind, String order, PageParams params) {
        return (CursorPagination<Item>) db.paginateByCursor(db.query(kind.item, "order by " + order),
                params.maxPerPage(10_000));
    }

    /** Deletes one of the rows that do not stay, and inserts another. */
    private void disturb(Kind kind, Random random) {
        db.run(() -> {
            List<? extends Item> others = db.query(kind.item, "stable = false order by id").getResultList();
            if (!others.isEmpty()) {
                db.delete(others.get(random.nextInt(others.size())));
            }
            db.add(new RandomItems(random).next(kind, false, List.of()));
            db.commit();
        });
    }

    private static List<Long> ids(List<? extends Item> items) {
        return items.stream().map(item -> item.id).toList();
    }
}
