package io.quarkiverse.binds.test.dev;

import jakarta.enterprise.event.Observes;

import io.quarkiverse.binds.CommitPolicy;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkus.runtime.StartupEvent;

/** Rows for queries. */
public class ConsoleBooks {

    void store(@Observes StartupEvent event, Db db) {
        db.run(UnitOfWorkOptions.defaults().commit(CommitPolicy.ON_SUCCESS), () -> {
            ConsoleShelf shelf = new ConsoleShelf();
            shelf.id = 7;
            shelf.room = "attic";
            db.add(shelf);
            for (int id = 1; id <= 3; id++) {
                ConsoleBook book = new ConsoleBook();
                book.id = id;
                book.title = id == 2 ? null : "Book " + id;
                book.shelf = shelf;
                db.add(book);
            }
        });
    }
}
