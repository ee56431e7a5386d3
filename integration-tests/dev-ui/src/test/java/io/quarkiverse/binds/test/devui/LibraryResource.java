package io.quarkiverse.binds.test.devui;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;

/** Requests that the pages of the Dev UI show. */
@Path("/library")
public class LibraryResource {

    @Inject
    Db db;

    @Inject
    Databases databases;

    @POST
    @Path("authors")
    public void addAuthor(@QueryParam("name") String name, @QueryParam("books") int books) {
        Author author = new Author();
        author.name = name;
        for (int i = 1; i <= books; i++) {
            Book book = new Book();
            book.title = name + " " + i;
            book.author = author;
            author.books.add(book);
        }
        db.add(author);
        db.commit();
    }

    /** Counts the books of each author by a query of its own. */
    @GET
    @Path("counts")
    public List<Long> numbersOfBooks() {
        List<Long> numbers = new ArrayList<>();
        for (Author author : Author.<Author> listAll()) {
            numbers.add(Book.count("author", author));
        }
        return numbers;
    }

    /** Forgets to commit. */
    @POST
    @Path("forgotten")
    public void forget(@QueryParam("name") String name) {
        Author author = new Author();
        author.name = name;
        db.add(author);
        db.flush();
    }

    @POST
    @Path("items")
    public void addItem(@QueryParam("name") String name) {
        Item item = new Item();
        item.name = name;
        db.add(item);
        db.commit();
    }

    @POST
    @Path("todos")
    public void addTodo(@QueryParam("tenant") String tenant, @QueryParam("title") String title) {
        databases.run(tenant, () -> {
            Todo todo = new Todo();
            todo.title = title;
            db.add(todo);
            db.commit();
        });
    }
}
