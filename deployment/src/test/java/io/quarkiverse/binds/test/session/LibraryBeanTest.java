package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.test.App;
import io.quarkiverse.binds.test.session.library.Librarian;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.test.QuarkusUnitTest;

/** C7: a bean of another jar uses the sessions of the request, and its work belongs to the request's unit of work. */
class LibraryBeanTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:library-bean;DB_CLOSE_DELAY=-1
            quarkus.binds.users.url=h2:mem:library-bean-users;DB_CLOSE_DELAY=-1
            quarkus.binds."*".schema=drop-and-create
            """, Books.class)
            .withAdditionalDependency(jar -> jar.addClass(Librarian.class));

    @Entity
    public static class Book extends PanacheEntity {

        public String title;

        static Book of(String title) {
            Book book = new Book();
            book.title = title;
            return book;
        }
    }

    @Entity
    @Bind("users")
    public static class Reader extends PanacheEntity {
    }

    @Path("books")
    public static class Books {

        @Inject
        Db db;

        @Inject
        Librarian librarian;

        @POST
        @Path("same")
        public String same() {
            Book book = Book.of("same");
            Reader reader = new Reader();
            db.add(book, reader);
            return librarian.manages(book) + " " + librarian.managesUser(reader);
        }

        @POST
        @Path("committed")
        public void committed() {
            librarian.persist(Book.of("committed"));
            db.commit();
        }

        @POST
        @Path("left")
        public void left() {
            librarian.persist(Book.of("left"));
        }
    }

    @Inject
    EntityManager manager;

    @Test
    void libraryBeanSeesTheSessionsOfTheRequest() {
        post("/books/same").then().statusCode(200).body(equalTo("true true"));
    }

    @Test
    void workOfLibraryBeanEndsWithTheRequest() {
        post("/books/committed").then().statusCode(204);
        post("/books/left").then().statusCode(204);
        assertThat(App.<String> rows(manager, "select title from book order by title")).containsExactly("committed");
    }
}
