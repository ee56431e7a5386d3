package io.quarkiverse.binds.test.session;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.context.ManagedExecutor;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.PartialCommitException;
import io.quarkiverse.binds.test.support.Gates;

/** Runs the {@link Recipes} for the test, with the second thread that some of them need. */
@Path("recipes")
@Produces(MediaType.APPLICATION_JSON)
public class RecipeResource {

    @Inject
    Db db;

    @Inject
    Recipes recipes;

    @Inject
    ManagedExecutor executor;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @POST
    @Path("simple/{recipe}/{name}")
    public Object simple(String recipe, String name) {
        switch (recipe) {
            case "keepBoth":
                recipes.keepBoth(name);
                break;
            case "threeWays":
                recipes.threeWays(name);
                break;
            case "transactional":
                recipes.transactional(name);
                break;
            case "withTrace":
                recipes.withTrace(name);
                break;
            case "onSuccess":
                recipes.onSuccess(name);
                break;
            case "addOne":
                recipes.addOne(name);
                break;
            case "set":
                recipes.set(name, 7);
                break;
            case "askFirst":
                recipes.askFirst(name);
                break;
            case "forget":
                recipes.forget();
                break;
            case "keep":
                return recipes.keep(name);
            case "inAnotherThread":
                return recipes.inAnotherThread(name);
            case "changeTwice":
                return recipes.changeTwice(name);
            case "levels":
                return List.of(recipes.serializable(), recipes.readCommitted());
            case "totals":
                return recipes.totals(name);
            case "idBeforeCommit":
                return recipes.idBeforeCommit(name);
            case "lostId":
                return recipes.lostId(name, name + "-2");
            case "seenInside":
                return recipes.seenInside(name);
            case "good":
                return recipes.idInAnotherRow(name, true);
            case "bad":
                return recipes.idInAnotherRow(name, false);
            default:
                throw new IllegalArgumentException(recipe);
        }
        return List.of();
    }

    /** Runs a unit of work that ends with its stage. */
    @POST
    @Path("later/{name}")
    public CompletionStage<Long> later(String name) {
        return executor.supplyAsync(() -> recipes.keep(name));
    }

    /** D4, S2: the peer is another thread with a unit of work of its own. */
    @POST
    @Path("seen-outside/{name}")
    public List<Long> seenOutside(String name) throws Exception {
        CountDownLatch inserted = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        CompletableFuture<Void> peer = executor.runAsync(() -> db.run(() -> {
            db.add(new Note(name));
            db.flush();
            inserted.countDown();
            await(commit);
            db.commit();
        }));
        try {
            await(inserted);
            return recipes.seenOutside(name, () -> {
                commit.countDown();
                peer.join();
            });
        } finally {
            commit.countDown();
            peer.get(20, TimeUnit.SECONDS);
        }
    }

    /** D5: returns whether the transaction is another one afterwards. */
    @POST
    @Path("commit-alone/{name}")
    public boolean commitAlone(String name) {
        db.flush();
        Object before = transactions.getTransactionKey();
        recipes.commitAlone(name);
        db.flush();
        return !before.equals(transactions.getTransactionKey());
    }

    /** G11: returns the outcomes for each bind from the exception. */
    @POST
    @Path("both/{name}")
    public List<List<String>> both(String name) {
        try {
            recipes.both(name, () -> Gates.pass(name));
            return List.of();
        } catch (PartialCommitException e) {
            return List.of(e.committed(), e.rolledBack(), e.unknown());
        }
    }

    @POST
    @Path("let-go-soon/{id}/{gate}")
    public void letGoSoon(Long id, String gate) {
        recipes.letGoSoon(id, note -> {
            note.amount = 1;
            Gates.pass(gate + "-locked");
        }, () -> Gates.pass(gate + "-committed"));
    }

    @POST
    @Path("hold-to-the-end/{id}/{gate}")
    public void holdToTheEnd(Long id, String gate) {
        recipes.holdToTheEnd(id, () -> Gates.pass(gate));
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The other thread did not come so far");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
