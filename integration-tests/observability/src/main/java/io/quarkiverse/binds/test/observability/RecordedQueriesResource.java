package io.quarkiverse.binds.test.observability;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.NoUnitOfWorkException;
import io.quarkiverse.binds.RecordedQueries;
import io.quarkiverse.binds.RecordedQuery;
import io.quarkiverse.binds.UnitOfWorkOptions;

/** Sends statements and answers with those that were recorded. */
@Path("/recorded")
public class RecordedQueriesResource {

    @Inject
    Db db;

    @Inject
    Databases databases;

    @Inject
    RecordedQueries queries;

    @Inject
    Statements statements;

    /** The numbers before and after the first query of a request. */
    @GET
    @Path("counts")
    public List<Integer> counts() {
        int before = queries.list().size();
        Author.listAll();
        return List.of(before, queries.list().size());
    }

    @GET
    @Path("todos")
    public List<RecordedQuery> todos() {
        return databases.call("recorded", () -> {
            db.query(Todo.class, "id < ?1", 5).getResultList();
            return queries.list();
        });
    }

    @GET
    @Path("apis")
    public List<RecordedQuery> apis() throws SQLException {
        statements.bySession();
        statements.byStatelessSession();
        statements.byPanache();
        statements.bySql();
        statements.byStatement();
        statements.byPreparedStatement();
        statements.byBatch();
        statements.inNewTransaction();
        statements.inProgrammaticTransaction();
        try {
            statements.byCall();
        } catch (SQLException e) {
            db.rollback();
        }
        return queries.list();
    }

    /** Statements of a bind that records none. */
    @GET
    @Path("off")
    public List<RecordedQuery> off() {
        Item.listAll();
        return queries.list();
    }

    /** The outer unit of work and one within it. */
    @GET
    @Path("nested")
    public List<Integer> nested() {
        Author.listAll();
        int inner = db.call(() -> {
            Author.count();
            Author.count();
            return queries.list().size();
        });
        return List.of(queries.list().size(), inner);
    }

    @POST
    @Path("books")
    public long book(@QueryParam("author") String name) {
        Author author = new Author();
        author.name = name;
        Book book = new Book();
        book.title = "of " + name;
        book.author = author;
        author.books.add(book);
        db.add(author);
        db.commit();
        return book.id;
    }

    @GET
    @Path("fetched")
    public List<RecordedQuery> fetched(@QueryParam("book") long id) {
        Book book = db.oneOr404(db.query(Book.class, "from Book b join fetch b.author where b.id = ?1", id));
        if (book.author.id == null || book.author.name == null) {
            throw new IllegalStateException();
        }
        return queries.list();
    }

    @GET
    @Path("many")
    public List<Long> many() {
        for (int i = 0; i < 60; i++) {
            db.bind("<default>").sql("select " + i).one(Long.class);
        }
        return List.of((long) queries.list().size(), queries.notKept());
    }

    @GET
    @Path("retried")
    public List<Integer> retried() {
        AtomicInteger tries = new AtomicInteger();
        List<Integer> sizes = new ArrayList<>();
        db.run(UnitOfWorkOptions.defaults().retries(1), () -> {
            sizes.add(queries.list().size());
            Author.count();
            sizes.add(queries.list().size());
            if (tries.incrementAndGet() == 1) {
                throw new OptimisticLockException("of the test");
            }
        });
        return sizes;
    }

    @POST
    @Path("accounts")
    public List<RecordedQuery> account(@QueryParam("password") String password) {
        Account account = new Account();
        account.name = "ann";
        account.passwordHash = password;
        db.add(account);
        db.flush();
        Account.find("passwordHash = ?1 and name = ?2", password, "ann").firstResult();
        return queries.list();
    }

    /** Writes and reads a row whose marked attributes have the value. */
    @POST
    @Path("sensitive")
    public List<RecordedQuery> sensitive(@QueryParam("value") String value) {
        Account account = new Account();
        account.name = "bob";
        account.iban = new Iban(value);
        account.card = new Card();
        account.card.number = value;
        account.card.issuer = "bank";
        account.remarks.add(value);
        db.add(account);
        db.flush();
        Account.find("iban = ?1 and card.number = ?2 and name = ?3", account.iban, value, "bob").firstResult();
        Account.find("?1 member of remarks and name = ?2", value, "bob").firstResult();
        db.bind("<default>").sql("select id from account where iban = ? and name = ?", value, "bob").list(Long.class);
        return queries.list();
    }

    @GET
    @Path("failed")
    public List<RecordedQuery> failed() {
        try {
            db.bind("<default>").sql("select * from no_such_table where id = ?", 1).maps();
        } catch (PersistenceException e) {
            db.rollback();
        }
        return queries.list();
    }

    @GET
    @Path("slow")
    public void slow() {
        db.bind("<default>").sql("select sleep(?)", 0.3).one(Long.class);
        db.bind("<default>").sql("select sleep(?)", 0.01).one(Long.class);
    }

    /** Loads the books of each author, and the author of each book, one at a time. */
    @GET
    @Path("one-by-one")
    public int oneByOne() {
        int books = 0;
        for (Author author : Author.<Author> listAll()) {
            books += author.books.size();
        }
        return books;
    }

    @GET
    @Path("other-thread")
    public String otherThread() {
        Author.count();
        try {
            CompletableFuture.supplyAsync(() -> queries.list()).join();
            return "no error";
        } catch (CompletionException e) {
            return e.getCause() instanceof NoUnitOfWorkException ? e.getCause().getMessage() : e.toString();
        }
    }
}
