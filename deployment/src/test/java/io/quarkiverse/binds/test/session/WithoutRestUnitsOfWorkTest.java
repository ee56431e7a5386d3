package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWork;
import io.quarkiverse.binds.test.App;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.test.QuarkusUnitTest;

/** {@code quarkus.binds.session.rest=false}: a request is no unit of work, unless its method is annotated. */
class WithoutRestUnitsOfWorkTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:without-rest-units;DB_CLOSE_DELAY=-1
            quarkus.binds.schema=drop-and-create
            quarkus.binds.session.rest=false
            """, Leaf.class, Leaves.class);

    @Entity
    public static class Leaf extends PanacheEntity {
    }

    @Path("leaves")
    public static class Leaves {

        @Inject
        Db db;

        @GET
        public String plain() {
            try {
                return db.session().toString();
            } catch (RuntimeException e) {
                return e.getMessage();
            }
        }

        @GET
        @Path("unit")
        @UnitOfWork
        public String unitOfWork() {
            return "" + db.getOr404(Leaf.class, 1L);
        }

        @GET
        @Path("panache")
        public String panache() {
            return "" + Leaf.count();
        }
    }

    @Test
    void requestIsNoUnitOfWork() {
        get("/leaves").then().body(containsString("There is no unit of work"))
                .body(containsString("run the work with db.run(...)"))
                .body(containsString("unless quarkus.binds.session.rest is false"))
                .body(not(containsString("a REST request is one")));
    }

    @Test
    void annotatedRequestIsUnitOfWork() {
        get("/leaves/unit").then().statusCode(404).body(equalTo("There is no Leaf 1"));
    }

    @Test
    void panacheReadsAsInPlainQuarkus() {
        get("/leaves/panache").then().statusCode(200).body(equalTo("0"));
    }
}
