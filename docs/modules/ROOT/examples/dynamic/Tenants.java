package org.acme.dynamic;

import java.time.Duration;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.binds.Database;
import io.quarkiverse.binds.DatabaseOptions;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.DatabasesStats;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWorkOptions;

/** Opens, uses and closes databases by hand. */
@ApplicationScoped
public class Tenants {

    @Inject
    Databases databases;

    @Inject
    Db db;

    // tag::open[]
    public Database register(String key, String host, String secret) {
        return databases.open(key, "mysql://app@" + host + "/shop_" + key,
                DatabaseOptions.defaults().password(secret).poolSize(2).maxOverflow(2).recycle(Duration.ofMinutes(4)));
    }
    // end::open[]

    // tag::run[]
    public void copy(long id, String from, String to) {
        Invoice invoice = databases.call(from, () -> db.getOr404(Invoice.class, id)); // detached
        databases.run(to, UnitOfWorkOptions.defaults().retries(3), () -> {
            Invoice copy = new Invoice();
            copy.customer = invoice.customer;
            copy.cents = invoice.cents;
            db.add(copy);
            db.commit();
        });
    }
    // end::run[]

    // tag::get[]
    public boolean isThere(String key) {
        Database database = databases.get(key); // opens it, or throws UnknownDatabaseException
        database.ping();
        return database.isOpen();
    }
    // end::get[]

    // tag::close[]
    public void remove(String key) {
        databases.close(key); // running units of work continue; their connections are closed when returned
    }

    public Set<String> open() {
        return databases.keys();
    }

    public DatabasesStats figures() {
        return databases.stats();
    }
    // end::close[]

    // tag::of[]
    public long archived(String key) {
        return databases.of("archive").call(key,
                () -> db.bind("archive").sql("select count(*) from invoice").one(Long.class));
    }
    // end::of[]
}
