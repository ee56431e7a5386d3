package io.quarkiverse.binds.test.session;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Db;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** {@code @Transactional} methods called within a unit of work that has read before. */
@Path("transactional")
public class TransactionalResource {

    @Inject
    Db db;

    @Inject
    Transactions transactions;

    @POST
    @Path("{kind}/{name}")
    public String call(@PathParam("kind") String kind, @PathParam("name") String name) {
        Note.count();
        return EntryPoints.outcome(() -> {
            switch (kind) {
                case "required" -> transactions.required(name);
                case "checked" -> transactions.checked(name);
                case "not-rolled-back" -> transactions.notRolledBack(name);
                case "runtime" -> transactions.runtime(name);
                case "marked" -> transactions.marked(name);
                case "nested" -> transactions.nested(name);
                case "requires-new" -> {
                    db.add(new Note(name + "-outer"));
                    db.flush();
                    transactions.requiresNew(name);
                }
                case "mandatory" -> transactions.mandatory(name);
                case "never" -> transactions.never();
                case "not-supported" -> transactions.notSupported(name);
                case "programmatic" -> {
                    db.add(new Note(name + "-outer"));
                    db.flush();
                    QuarkusTransaction.requiringNew().run(() -> new Note(name).persist());
                }
                default -> throw new IllegalArgumentException(kind);
            }
            return null;
        });
    }

    /** Calls the method before any read, so that the method begins the transaction. */
    @POST
    @Path("first/{name}")
    public String first(@PathParam("name") String name) {
        return EntryPoints.outcome(() -> {
            transactions.required(name);
            return null;
        });
    }

    /** Calls the method outside of a unit of work, on another thread. */
    @POST
    @Path("outside/{kind}/{name}")
    public String outside(@PathParam("kind") String kind, @PathParam("name") String name) throws Exception {
        return EntryPoints.onThread(ThreadResource.named(), () -> {
            switch (kind) {
                case "required" -> transactions.required(name);
                case "runtime" -> transactions.runtime(name);
                case "both-binds" -> transactions.bothBinds(name);
                case "commits" -> transactions.commits(name);
                case "unit" -> transactions.unitInside(name);
                default -> throw new IOException(kind);
            }
            return null;
        });
    }
}
