package org.acme.schema;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Schema;

@ApplicationScoped
public class TestTables {

    @Inject
    Schema schema;

    @Inject
    Databases databases;

    // tag::create[]
    public void create() {
        Map<String, List<String>> created = schema.createAll(); // {<default>=[blog_post], users=[author]}
        schema.createAll("users"); // one bind, or several
    }
    // end::create[]

    // tag::drop[]
    public void drop() {
        schema.dropAll("users");
    }
    // end::drop[]

    // tag::dynamic[]
    public void createFor(String tenant) {
        databases.run(tenant, () -> schema.createAll("tenants"));
    }
    // end::dynamic[]

    // tag::read[]
    public boolean hasIndex(String table, String index) {
        return schema.tables("users").stream().filter(found -> found.name().equals(table)).findFirst()
                .flatMap((DatabaseTable found) -> found.index(index)).isPresent();
    }
    // end::read[]
}
