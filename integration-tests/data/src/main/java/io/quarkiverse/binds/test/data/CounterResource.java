package io.quarkiverse.binds.test.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.Attributes;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWorkOptions;

/** Counters by name: found or created, inserted or updated. */
@Path("{kind}/counters")
public class CounterResource {

    /** A row as another unit of work reads it. */
    public record Line(String name, int amount, String note, int version, boolean created, boolean updatedLater) {
    }

    @Inject
    Db db;

    @PathParam("kind")
    Kind kind;

    @QueryParam("name")
    String name;

    @QueryParam("amount")
    int amount;

    @GET
    public List<Line> all() {
        return db.query(Counter.of(kind), "order by name").getResultList().stream().map(counter -> new Line(counter.name,
                counter.amount, counter.note, counter.version, counter.created != null,
                counter.updated.isAfter(counter.created))).toList();
    }

    @POST
    @Path("get-or-create")
    public boolean getOrCreate() {
        boolean created = db.getOrCreate(Counter.of(kind), Map.of("name", name), counter -> counter.amount = amount).created();
        db.commit();
        return created;
    }

    /** Whether each of two rows, made by one transaction, was inserted by the transaction itself, not after a savepoint. */
    @POST
    @Path("without-savepoint")
    public List<Boolean> withoutSavepoint() {
        db.getOrCreate(Counter.of(kind), Map.of("name", name), counter -> {
        });
        db.getOrCreate(Counter.of(kind), Map.of("name", name + " 2"), counter -> {
        });
        List<Boolean> own = db.bind(kind.bind()).sql("select cast(xmin as text) = cast(pg_current_xact_id() as text) from "
                + "CounterOnPostgreSql where name like ? order by name", name + "%")
                .list(Boolean.class);
        db.commit();
        return own;
    }

    /** The plain insert, to compare. */
    @POST
    @Path("insert")
    public void insert() {
        db.add(Counter.of(kind, name));
        db.commit();
    }

    /** By the natural id, then by an attribute of the metamodel. */
    @POST
    @Path("typed")
    public String typed() {
        return typed(Counter.of(kind));
    }

    private <T extends Counter> String typed(Class<T> type) {
        T byNaturalId = db.getOrCreate(type, Attributes.naturalId(name), counter -> counter.amount = amount).entity();
        var attribute = db.session(type).getMetamodel().entity(type).getSingularAttribute("name", String.class);
        var result = db.getOrCreate(type, Attributes.of(attribute, name), counter -> {
        });
        db.commit();
        return result.created() + " " + (result.entity() == byNaturalId) + " " + byNaturalId.amount;
    }

    @POST
    @Path("upsert")
    public void upsert() {
        db.upsert(Counter.of(kind), Map.of("name", name), Map.of("amount", amount));
        db.commit();
    }

    /** A managed instance gets the state of the row; a change of it that was not flushed is stored first. */
    @POST
    @Path("upsert-of-managed")
    public String upsertOfManaged() {
        Counter counter = db.one(db.query(Counter.of(kind), "name = ?1", name));
        counter.note = "changed";
        db.upsert(Counter.of(kind), Map.of("name", name), Map.of("amount", amount));
        String state = counter.amount + " " + counter.note + " " + counter.version;
        db.commit();
        return state;
    }

    /** Values for a new row only. */
    @POST
    @Path("upsert-with-init")
    public void upsertWithInit() {
        upsertWithInit(Counter.of(kind));
        db.commit();
    }

    private <T extends Counter> void upsertWithInit(Class<T> type) {
        db.upsert(type, Attributes.of(Map.of("name", name)), Attributes.of(Map.of("amount", amount)),
                counter -> counter.note = "initial " + amount);
    }

    /** Other work of the unit of work, then a rollback. */
    @POST
    @Path("upsert-rolled-back")
    public void upsertRolledBack() {
        db.upsert(Counter.of(kind), Map.of("name", name), Map.of("amount", amount));
        db.rollback();
    }

    @GET
    @Path("refusals")
    public Map<String, String> refusals() {
        return refusals(Counter.of(kind));
    }

    private <T extends Counter> Map<String, String> refusals(Class<T> type) {
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("name", null);
        Map<String, String> refusals = new HashMap<>();
        refusals.put("not unique", get(type, Map.of("note", "x")));
        refusals.put("unknown", get(type, Map.of("nam", "x")));
        refusals.put("null", get(type, nothing));
        refusals.put("type", get(type, Map.of("name", 1)));
        refusals.put("empty", get(type, Map.of()));
        refusals.put("changed key", AccountResource.failure(
                () -> db.getOrCreate(type, Map.of("name", "x"), counter -> counter.name = "y")));
        refusals.put("persistent",
                AccountResource.failure(() -> db.getOrCreate(type, Map.of("name", "x"), counter -> db.add(counter))));
        refusals.put("lock", AccountResource.failure(() -> db.getOrCreate(type, Attributes.of(Map.of("name", "x")), counter -> {
        }, LockModeType.OPTIMISTIC)));
        db.rollback();
        refusals.put("read-only", AccountResource.failure(
                () -> db.run(UnitOfWorkOptions.defaults().asReadOnly(),
                        () -> db.getOrCreate(type, Map.of("name", "x"), counter -> {
                        }))));
        refusals.put("upsert not unique", upsert(type, Map.of("note", "x"), Map.of("amount", 1)));
        refusals.put("upsert larger key", upsert(type, Map.of("name", "x", "note", "y"), Map.of("amount", 1)));
        refusals.put("upsert nothing", upsert(type, Map.of("name", "x"), Map.of()));
        refusals.put("upsert key", upsert(type, Map.of("name", "x"), Map.of("name", "y")));
        refusals.put("upsert other key", AccountResource.failure(() -> db.upsert(Account.of(kind),
                Map.of("tenant", "t", "login", "x"), Map.of("code", "c"))));
        return refusals;
    }

    private <T extends Counter> String get(Class<T> type, Map<String, ?> key) {
        return AccountResource.failure(() -> db.getOrCreate(type, key, counter -> {
        }));
    }

    private <T extends Counter> String upsert(Class<T> type, Map<String, ?> key, Map<String, ?> values) {
        return AccountResource.failure(() -> db.upsert(type, key, values));
    }
}
