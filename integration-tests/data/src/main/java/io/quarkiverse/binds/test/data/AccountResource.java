package io.quarkiverse.binds.test.data;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.Attributes;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.GetOrCreateResult;
import io.quarkiverse.binds.Isolation;
import io.quarkiverse.binds.UnitOfWorkOptions;

/** Accounts of tenant {@code t}, found by their login or created, within other work. */
@Path("{kind}/accounts")
public class AccountResource {

    /** A row as another unit of work reads it. */
    public record Line(String login, String code, String mark, List<String> labels) {
    }

    @Inject
    Db db;

    @PathParam("kind")
    Kind kind;

    @QueryParam("login")
    @DefaultValue("a")
    String login;

    @QueryParam("code")
    String code;

    @GET
    public List<Line> all() {
        return db.query(Account.of(kind), "order by login").getResultList().stream()
                .map(account -> new Line(account.login, account.code, account.mark, List.copyOf(account.labels))).toList();
    }

    private GetOrCreateResult<? extends Account<?>> account() {
        return account(Account.of(kind), login, LockModeType.NONE);
    }

    private <T extends Account<?>> GetOrCreateResult<T> account(Class<T> type, String login, LockModeType lock) {
        return db.getOrCreate(type, Attributes.of(Map.of("tenant", "t", "login", login)), account -> {
            account.code = code;
            account.labels.add("new");
        }, lock);
    }

    /** Changes the entity after it was created or found: it is managed. */
    @POST
    public String change() {
        GetOrCreateResult<? extends Account<?>> result = account();
        result.entity().labels.add("changed");
        boolean contained = db.session(kind.bind()).contains(result.entity());
        db.commit();
        return result.created() + " " + contained;
    }

    @POST
    @Path("rolled-back")
    public boolean rolledBack() {
        return account().created();
    }

    /** Changes before and after, one of them not flushed; on the whole three rows. */
    @POST
    @Path("amid-work")
    public boolean amidWork() {
        add("before");
        boolean created = account().created();
        add("after");
        db.commit();
        return created;
    }

    /** The same in a transaction that no unit of work has begun. */
    @POST
    @Path("in-transaction")
    @Transactional
    public boolean inTransaction() {
        add("before");
        boolean created = account().created();
        add("after");
        return created;
    }

    private void add(String name) {
        Account<?> account = newAccount();
        account.tenant = "t";
        account.login = name;
        account.code = name;
        db.add(account);
    }

    private Account<?> newAccount() {
        return switch (kind) {
            case MYSQL -> new Account.OnMySql();
            case MARIADB -> new Account.OnMariaDb();
            case POSTGRESQL -> new Account.OnPostgreSql();
            case H2 -> new Account.OnH2();
        };
    }

    /** Goes on after a failure, and commits other work. */
    @POST
    @Path("failure-then-work")
    public String failureThenWork() {
        add("before");
        String failure = failure(() -> account());
        add("after");
        db.commit();
        return failure;
    }

    static String failure(Runnable work) {
        try {
            work.run();
            return "none";
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }

    /** Twice, and after a deletion, in one unit of work. */
    @POST
    @Path("repeated")
    public String repeated() {
        var first = account();
        var second = account();
        db.delete(second.entity());
        var third = account();
        db.commit();
        return first.created() + " " + second.created() + " " + (first.entity() == second.entity()) + " " + third.created()
                + " "
                + !Objects.equals(third.entity().id, first.entity().id);
    }

    /** Another transaction creates the row after this one has got its snapshot. */
    @POST
    @Path("created-meanwhile")
    public String createdMeanwhile(@QueryParam("isolation") Isolation isolation, @QueryParam("retries") int retries,
            @QueryParam("lock") @DefaultValue("NONE") LockModeType lock) {
        Class<? extends Account<?>> type = Account.of(kind);
        return failure(
                () -> db.run(UnitOfWorkOptions.defaults().isolation(isolation).retries(retries).commitOnSuccess(), () -> {
                    db.query(type, "").getResultList();
                    CompletableFuture
                            .runAsync(() -> db.run(UnitOfWorkOptions.defaults().commitOnSuccess(),
                                    () -> account(type, login, LockModeType.NONE)))
                            .join();
                    account(type, login, lock).entity().code = "changed";
                }));
    }

    /** The insert cascades to a new counter, whose name another row may have. */
    @POST
    @Path("with-counter")
    public String withCounter(@QueryParam("counter") String counter) {
        return switch (kind) {
            case MYSQL -> withCounter(Account.OnMySql.class, new Counter.OnMySql(), counter);
            case MARIADB -> withCounter(Account.OnMariaDb.class, new Counter.OnMariaDb(), counter);
            case POSTGRESQL -> withCounter(Account.OnPostgreSql.class, new Counter.OnPostgreSql(), counter);
            case H2 -> withCounter(Account.OnH2.class, new Counter.OnH2(), counter);
        };
    }

    private <C extends Counter, A extends Account<C>> String withCounter(Class<A> type, C counter, String name) {
        counter.name = name;
        String failure = failure(() -> {
            db.getOrCreate(type, Attributes.of(Map.of("tenant", "t", "login", login)), account -> account.setCounter(counter));
            counter.amount = 7; // managed as well
        });
        db.commit();
        return failure;
    }

    /** The association cascades to an entity that is managed already. */
    @POST
    @Path("with-managed-counter")
    public String withManagedCounter(@QueryParam("counter") String counter) {
        return switch (kind) {
            case MYSQL -> withManagedCounter(Account.OnMySql.class, Counter.OnMySql.class, counter);
            case MARIADB -> withManagedCounter(Account.OnMariaDb.class, Counter.OnMariaDb.class, counter);
            case POSTGRESQL -> withManagedCounter(Account.OnPostgreSql.class, Counter.OnPostgreSql.class, counter);
            case H2 -> withManagedCounter(Account.OnH2.class, Counter.OnH2.class, counter);
        };
    }

    private <C extends Counter, A extends Account<C>> String withManagedCounter(Class<A> type, Class<C> counters, String name) {
        C counter = db.getOrCreate(counters, Map.of("name", name), created -> {
        }).entity();
        return failure(
                () -> db.getOrCreate(type, Map.of("tenant", "t", "login", login), account -> account.setCounter(counter)));
    }

    @POST
    @Path("clear")
    public void clear() {
        db.query(Account.of(kind), "").getResultList().forEach(db::delete);
        db.flush();
        db.query(Counter.of(kind), "").getResultList().forEach(db::delete);
        db.commit();
    }
}
