package io.quarkiverse.binds.test.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.test.App;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.QuarkusUnitTest;

/** L13: the user entity of quarkus-security-jpa can be in a named bind. */
class SecurityJpaTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:security-jpa
            quarkus.binds.users.url=h2:mem:security-jpa-users;DB_CLOSE_DELAY=-1
            quarkus.binds."*".schema=drop-and-create
            quarkus.security-jpa.persistence-unit-name=users
            """, Member.class, Page.class, Pages.class);

    @Entity
    public static class Page extends PanacheEntity {
    }

    @Path("pages")
    public static class Pages {

        @Inject
        Db db;

        void onStart(@Observes StartupEvent event) {
            db.run(() -> {
                db.add(Member.of("ann", "not-a-secret"));
                db.commit();
            });
        }

        @GET
        @RolesAllowed("reader")
        public String read(@Context SecurityContext context) {
            return context.getUserPrincipal().getName() + " " + Page.count() + " "
                    + db.session("users").find(Member.class, 1L).role;
        }
    }

    @Test
    void userOfNamedBindIsAuthenticated() {
        given().auth().preemptive().basic("ann", "not-a-secret").get("/pages").then().statusCode(200)
                .body(equalTo("ann 0 reader"));
    }

    @Test
    void wrongPasswordIsRefused() {
        given().auth().preemptive().basic("ann", "wrong").get("/pages").then().statusCode(401);
    }
}
