package org.acme.dynamic;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class InvoicesTest {

    @Inject
    Db db;

    @Inject
    Databases databases;

    // tag::clean[]
    @AfterEach
    void noInvoices() {
        databases.run("acme", () -> {
            db.bind("tenants").sql("delete from invoice").update();
            db.commit();
        });
    }
    // end::clean[]

    // tag::test[]
    @Test
    void eachTenantSeesItsOwn() {
        databases.run("acme", () -> { // no selector is called
            db.add(new Invoice());
            db.commit();
        });

        given().header("X-Tenant", "acme").get("/invoices").then().body("$", hasSize(1));
        given().header("X-Tenant", "globex").get("/invoices").then().body("$", hasSize(0));
        assertEquals(1, databases.<Long, RuntimeException> call("acme", () -> Invoice.count()));
    }
    // end::test[]
}
