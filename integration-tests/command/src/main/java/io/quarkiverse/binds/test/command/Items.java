package io.quarkiverse.binds.test.command;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.binds.CommitPolicy;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWork;

/** Ways in which a command or a request works with the database; each adds an item. */
@ApplicationScoped
public class Items {

    @Inject
    Db db;

    public void add(String way, String name) {
        switch (way) {
            case "commit" -> db.run(() -> {
                db.add(new Item(name));
                db.commit();
            });
            case "flush" -> db.run(() -> {
                db.add(new Item(name));
                db.flush();
            });
            case "fail" -> db.run(() -> {
                db.add(new Item(name));
                db.flush();
                throw new IllegalStateException("failed after the flush");
            });
            case "bare" -> db.add(new Item(name));
            default -> throw new IllegalArgumentException(way);
        }
    }

    @UnitOfWork(commit = CommitPolicy.ON_SUCCESS)
    public void addInUnit(String name) {
        db.add(new Item(name));
    }

    /** Names of the stored items, read in a unit of work of their own. */
    public List<String> names() {
        return db.call(() -> db.bind("<default>").sql("select name from item order by name").list(String.class));
    }
}
