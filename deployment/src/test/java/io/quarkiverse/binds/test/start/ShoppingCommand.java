package io.quarkiverse.binds.test.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;

import io.quarkiverse.binds.CommitPolicy;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.NoUnitOfWorkException;
import io.quarkiverse.binds.UnitOfWork;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Command that works with a database in each way to have a unit of work, and without one. */
@QuarkusMain
public class ShoppingCommand implements QuarkusApplication {

    @Entity
    public static class Item extends PanacheEntity {

        public String name;

        static Item of(String name) {
            Item item = new Item();
            item.name = name;
            return item;
        }
    }

    @ApplicationScoped
    public static class Basket {

        @Inject
        Db db;

        @UnitOfWork
        public void addAndLeave(String name) {
            db.add(Item.of(name));
            db.flush();
        }

        @UnitOfWork(commit = CommitPolicy.ON_SUCCESS)
        public void add(String name) {
            db.add(Item.of(name));
        }
    }

    @Inject
    Db db;

    @Inject
    Basket basket;

    @Override
    public int run(String... arguments) {
        try {
            db.add(Item.of("without a unit"));
        } catch (NoUnitOfWorkException e) {
            System.out.println("REFUSED " + e.getMessage());
        }
        db.run(() -> {
            db.add(Item.of("committed"));
            db.commit();
            db.add(Item.of("after the commit"));
        });
        basket.add("annotated");
        basket.addAndLeave("annotated, not committed");
        try {
            db.run(() -> {
                db.add(Item.of("failed"));
                db.flush();
                throw new IllegalStateException("failed");
            });
        } catch (IllegalStateException e) {
            System.out.println("FAILED " + e.getMessage());
        }
        return 3;
    }
}
