package org.acme.stock;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import io.quarkiverse.binds.Attributes;
import io.quarkiverse.binds.CommitPolicy;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.GetOrCreateResult;
import io.quarkiverse.binds.UnitOfWork;

@ApplicationScoped
public class Stocks {

    @Inject
    Db db;

    @UnitOfWork(commit = CommitPolicy.ON_SUCCESS)
    public boolean register(String sku) {
        // tag::get-or-create[]
        GetOrCreateResult<Stock> result = db.getOrCreate(Stock.class, Map.of("sku", sku), stock -> stock.place = "unknown");
        Stock stock = result.entity();
        boolean created = result.created();
        // end::get-or-create[]
        return created && stock.id != null;
    }

    // tag::lock[]
    @UnitOfWork(commit = CommitPolicy.ON_SUCCESS, retries = 3)
    public void add(String sku, int amount) {
        Stock stock = db.getOrCreate(Stock.class, Attributes.of(Map.of("sku", sku)), created -> created.amount = 0,
                LockModeType.PESSIMISTIC_WRITE).entity();
        stock.amount += amount;
    }
    // end::lock[]

    @UnitOfWork(commit = CommitPolicy.ON_SUCCESS)
    public void count(String sku, int counted) {
        // tag::upsert[]
        db.upsert(Stock.class, Map.of("sku", sku), Map.of("amount", counted));
        // end::upsert[]
    }
}
