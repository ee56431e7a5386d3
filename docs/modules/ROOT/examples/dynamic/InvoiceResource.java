package org.acme.dynamic;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkus.agroal.DataSource;

// tag::resource[]
@Path("invoices")
public class InvoiceResource {

    @Inject
    Db db;

    @POST
    public Invoice add(Invoice invoice) {
        db.add(invoice);
        db.commit();
        return invoice;
    }

    @GET
    public List<Invoice> list() {
        return db.query(Invoice.class, "order by id").getResultList();
    }
}
// end::resource[]

/** Uses the same database through other APIs. */
class Ways {

    @Inject
    Db db;

    @Inject
    Databases databases;

    // tag::data-source[]
    @Inject
    @DataSource("tenants")
    AgroalDataSource dataSource;
    // end::data-source[]

    List<Invoice> panache() {
        return Invoice.list("customer", "Ada");
    }

    // tag::sql[]
    public long total() {
        return db.bind("tenants").sql("select coalesce(sum(cents), 0) from invoice").one(Long.class);
    }
    // end::sql[]

    // tag::transactional[]
    @Transactional
    public void addInTransaction(Invoice invoice) {
        invoice.persist();
    }

    public void importFrom(String tenant, Invoice invoice) { // on a thread without a request
        databases.run(tenant, () -> addInTransaction(invoice));
    }
    // end::transactional[]
}
