package io.quarkiverse.binds.test.observability;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Change events, K23: each way to change rows, and each way to end a transaction. The observers of the application note the
 * events of the thread that runs a scenario: {@code before} and {@code after} all changes, {@code items} those of {@code Item},
 * {@code titled} those of an interface and of {@code Todo}.
 */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class ChangeEventsTest {

    private static List<String> run(String scenario) {
        return given().post("/changes/" + scenario).then().statusCode(200).extract().jsonPath().getList("");
    }

    /** The events of a commit of changes of items only. */
    private static List<String> itemEvents(String changes) {
        return List.of("before " + changes, "items " + changes, "after " + changes);
    }

    private static List<String> titledEvents(String changes) {
        return List.of("before " + changes, "titled " + changes, "after " + changes);
    }

    @SafeVarargs
    private static List<String> all(List<String>... events) {
        return Stream.of(events).flatMap(List::stream).toList();
    }

    @Test
    void insertIsToldBeforeAndAfterItsCommitOnce() {
        assertThat(run("insert")).isEqualTo(all(itemEvents("INSERT Item(lamp)@stock"), List.of("again")));
    }

    @Test
    void insertThenUpdateIsOneInsert() {
        assertThat(run("insert-then-update")).isEqualTo(itemEvents("INSERT Item(torch)@stock"));
        assertThat(run("other-instance")).isEqualTo(itemEvents("INSERT Item(torch)@stock"));
    }

    @Test
    void insertThenDeleteIsNoChange() {
        assertThat(run("insert-then-delete")).isEmpty();
    }

    /** What the application does not flush before it closes a session of its own is flushed by the commit. */
    @Test
    void pendingChangesOfAClosedSessionAreToldAfterTheCommitOnly() {
        assertThat(run("closed-session")).isEqualTo(List.of("items INSERT Item(own)@stock", "after INSERT Item(own)@stock"));
        assertThat(run("closed-session-flushed")).isEqualTo(itemEvents("INSERT Item(own)@stock"));
    }

    @Test
    void updateThenDeleteIsOneDelete() {
        assertThat(run("update-then-delete")).isEqualTo(itemEvents("DELETE Item(lamp)@stock"));
        assertThat(run("reference")).isEqualTo(itemEvents("DELETE Item(lamp)@stock"));
    }

    @Test
    void rowThatIsInsertedAgainIsUpdated() {
        assertThat(run("delete-then-insert"))
                .isEqualTo(all(titledEvents("UPDATE Album(third)"), titledEvents("DELETE Album(third)")));
    }

    @Test
    void thereIsNoEventWithoutChanges() {
        assertThat(run("no-change")).isEmpty();
    }

    @Test
    void changedCollectionIsAnUpdateOfTheEntityThatOwnsIt() {
        List<String> events = run("collection");

        assertThat(events.subList(0, 3)).allMatch(event -> event.matches("\\w+ UPDATE Album\\(collection \\d+\\)"));
        assertThat(events.subList(3, events.size()))
                .isEqualTo(all(titledEvents("INSERT Book(inverse side)"), titledEvents("DELETE Album(deleted)")));
    }

    @Test
    void cascadesAreTold() {
        assertThat(run("cascade")).containsExactly("before INSERT Author(Ann) INSERT Book(Tales)",
                "titled INSERT Book(Tales)", "after INSERT Author(Ann) INSERT Book(Tales)",
                "before DELETE Book(Tales) DELETE Author(Ann)", "titled DELETE Book(Tales)",
                "after DELETE Book(Tales) DELETE Author(Ann)");
    }

    @Test
    void bulkStatementsAreToldWithTheirCounts() {
        String entity = Item.class.getName();
        assertThat(run("bulk")).isEqualTo(itemEvents("2 by [update Item set amount = 7 where name = ?1] of Item@stock"
                + " 2 by [UPDATE `" + entity + "` SET amount = 8 where name = ?1] of Item@stock"
                + " 2 by [delete from " + entity + " _0 where _0.amount = :amount] of Item@stock"));
        assertThat(run("selection"))
                .isEqualTo(itemEvents("2 by [update " + entity + " set amount = 3 where id in ?1] of Item@stock"));
    }

    @Test
    void bulkStatementOnTwoTablesIsOneStatement() {
        assertThat(run("bulk-two-tables")).isEqualTo(titledEvents(
                "2 by [update LiveAlbum set year = 1999, author = null] of LiveAlbum 2 by [delete from LiveAlbum] of LiveAlbum"));
    }

    @Test
    void sqlStatementsAreToldToObserversOfAllChanges() {
        String changes = "1 by [insert into item (id, name, amount) values (?, ?, 0)]@stock"
                + " 1 by [delete from item where name = ?]@stock";
        assertThat(run("sql")).containsExactly("before " + changes, "after " + changes);
    }

    @Test
    void eachChunkOfASelectionHasItsEvents() {
        assertThat(run("chunks")).isEqualTo(all(itemEvents("UPDATE Item(done)@stock UPDATE Item(done)@stock"),
                itemEvents("UPDATE Item(done)@stock")));
    }

    @Test
    void statelessSessionsAreObserved() {
        List<String> events = run("stateless");

        assertThat(events.subList(0, 9)).isEqualTo(all(itemEvents("INSERT Item(lamp)@stock"),
                itemEvents("UPDATE Item(lamp)@stock"), itemEvents("DELETE Item(lamp)@stock")));
        assertThat(events.subList(9, 12)).allMatch(event -> event.contains(" UPSERT Album(upserted "));
        assertThat(events.subList(12, 15)).allMatch(event -> event.contains(" DELETE Album(upserted "));
        assertThat(events).hasSize(15);
    }

    /** The entity that is inserted before the one that exists is undone with it. */
    @Test
    void getOrCreateIsToldOnlyIfItCreates() {
        assertThat(run("get-or-create")).hasSize(3).allMatch(event -> event.contains(" INSERT Album(unique "));
    }

    @Test
    void upsertIsABulkStatement() {
        assertThat(run("upsert")).hasSize(3)
                .allMatch(event -> event.contains(" 1 by [insert into ") && event.endsWith("] of Item@stock"));
    }

    @Test
    void changesInADynamicBindHaveTheKeyOfTheirDatabase() {
        assertThat(run("tenant")).isEqualTo(titledEvents("INSERT Todo(sweep)@tenants/acme 1 by [UPDATE `"
                + Todo.class.getName() + "` SET title = ?1] of Todo@tenants/acme"));
    }

    @Test
    void commitOfTwoBindsIsOneEvent() {
        assertThat(run("two-binds")).containsExactly("before INSERT Item(lamp)@stock INSERT Book(Tales)",
                "items INSERT Item(lamp)@stock", "titled INSERT Book(Tales)",
                "after INSERT Item(lamp)@stock INSERT Book(Tales)");
    }

    @Test
    void rollbackForgetsChanges() {
        assertThat(run("rollback")).isEqualTo(itemEvents("INSERT Item(kept)@stock"));
        assertThat(run("exception")).containsExactly("IllegalArgumentException: work failed");
    }

    @Test
    void innerTransactionsHaveTheirOwnEvents() {
        assertThat(run("inner")).isEqualTo(all(itemEvents("INSERT Item(inner)@stock"), List.of("outer commits"),
                itemEvents("INSERT Item(outer)@stock")));
        assertThat(run("requires-new")).isEqualTo(all(itemEvents("INSERT Item(apart)@stock"), List.of("outer commits"),
                itemEvents("INSERT Item(outer)@stock")));
        assertThat(run("user-transaction")).isEqualTo(all(itemEvents("INSERT Item(by hand)@stock"),
                List.of("outer commits"), itemEvents("INSERT Item(outer)@stock")));
    }

    @Test
    void methodsThatCommitTheUnitOfWorkAreObserved() {
        assertThat(run("transactional")).isEqualTo(
                all(itemEvents("INSERT Item(transactional)@stock"), itemEvents("INSERT Item(on success)@stock")));
        List<String> failed = run("failed-transactional");
        assertThat(failed).hasSize(2).startsWith("caught");
    }

    @Test
    void transactionOutsideOfUnitsOfWorkIsObserved() {
        assertThat(run("no-unit-of-work")).isEqualTo(itemEvents("INSERT Item(plain)@stock"));
        assertThat(run("no-unit-of-work-fails")).containsExactly("IllegalArgumentException: failed");
    }

    @Test
    void onlyTheAttemptThatCommitsIsTold() {
        assertThat(run("retry")).isEqualTo(itemEvents("INSERT Item(run 2)@stock"));
    }

    @Test
    void partialCommitIsToldWithTheChangesThatAreCommitted() {
        List<String> events = run("partial");

        assertThat(events.subList(0, 3)).containsExactly("before INSERT Book(committed) INSERT Item(lost)@stock",
                "titled INSERT Book(committed)", "after INSERT Book(committed) rolled back [] unknown [stock]");
        assertThat(events.get(3)).startsWith("PartialCommitException");
    }

    @Test
    void commitOfUnknownOutcomeIsNotTold() {
        List<String> events = run("unknown");

        assertThat(events).hasSize(2).startsWith("before INSERT Item(lost)@stock");
        assertThat(events.get(1)).startsWith("CommitOutcomeUnknownException");
    }

    @Test
    void changesOfObserversAreCommittedAndToldInTurn() {
        List<String> told = List.of("before INSERT Item(lamp)@stock",
                "before UPDATE Item(lamp)@stock INSERT Book(by observer)", "items INSERT Item(lamp)@stock",
                "titled INSERT Book(by observer)", "after INSERT Item(lamp)@stock INSERT Book(by observer)", "amount 9");
        assertThat(run("before-writes")).isEqualTo(told);
        List<String> outside = new ArrayList<>();
        told.forEach(event -> outside.add(event.replace("lamp", "plain").replace("amount 9", "amount 5")));
        assertThat(run("no-unit-of-work-writes")).isEqualTo(outside);
    }

    @Test
    void exceptionOfObserverRollsBackAndReachesTheCaller() {
        assertThat(run("before-fails")).containsExactly("before INSERT Item(refused)@stock", "stored false",
                "IllegalStateException: refused");
        assertThat(run("no-unit-of-work-refused")).containsExactly("before INSERT Item(refused)@stock",
                "IllegalStateException: refused", "stored 0");
    }

    @Test
    void observersThatChangeEntitiesEndlesslyAreNamed() {
        List<String> events = run("before-loops");

        assertThat(events).hasSize(1);
        assertThat(events.get(0)).startsWith("IllegalStateException").contains("after 10 rounds", "@ChangesOf",
                ChangeWatcher.class.getName() + "#beforeItems(");
    }

    @Test
    void commitOfObserverIsPartOfTheCommitThatCalledIt() {
        String added = "INSERT Book(one) INSERT Item(two)@stock INSERT Item(three)@stock";
        assertThat(run("before-commits")).containsExactly("before INSERT Item(first)@stock", "commits", "before " + added,
                "items INSERT Item(first)@stock INSERT Item(two)@stock INSERT Item(three)@stock",
                "titled INSERT Book(one)", "after INSERT Item(first)@stock " + added);
    }

    @Test
    void observerCannotRollBackWithoutAnException() {
        List<String> events = run("before-rolls-back");

        assertThat(events).hasSize(2).startsWith("before INSERT Item(first)@stock");
        assertThat(events.get(1)).startsWith("IllegalStateException: An observer of BeforeModelsCommitted has rolled back");
    }

    @Test
    void exceptionAfterTheCommitChangesNothing() {
        assertThat(run("after-fails")).isEqualTo(all(itemEvents("INSERT Item(lamp)@stock"), List.of("stored true")));
    }

    @Test
    void connectionsAreReturnedAndThereIsNoTransactionAfterTheCommit() {
        assertThat(run("after-reads")).containsExactly("before INSERT Item(lamp)@stock", "items INSERT Item(lamp)@stock",
                "in use 0, transaction false, found 1", "after INSERT Item(lamp)@stock");
        assertThat(run("no-unit-of-work-reads-after")).containsExactly("before INSERT Item(plain)@stock",
                "items INSERT Item(plain)@stock", "in use 0, found 1", "after INSERT Item(plain)@stock");
    }

    @Test
    void observersThatCommitWithinEachOtherEnd() {
        assertThat(run("after-loops")).containsExactly("observed 10");
    }
}
