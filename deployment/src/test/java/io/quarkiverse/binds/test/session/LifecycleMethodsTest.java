package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.NoUnitOfWorkException;
import io.quarkiverse.binds.test.App;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.runtime.Startup;
import io.quarkus.test.QuarkusUnitTest;

/** L17: use of databases in lifecycle methods, and in a filter that runs before the resource is matched. */
class LifecycleMethodsTest {

    /** Errors by the place of work without a unit of work. */
    private static final Map<String, String> REFUSED = new ConcurrentHashMap<>();

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:lifecycle-methods;DB_CLOSE_DELAY=-1
            quarkus.binds.schema=drop-and-create
            """);

    @Entity
    public static class Mark extends PanacheEntity {

        public String name;

        static Mark of(String name) {
            Mark mark = new Mark();
            mark.name = name;
            return mark;
        }
    }

    private static void tryIn(String place, Db db) {
        try {
            db.get(Mark.class, 1L);
        } catch (NoUnitOfWorkException e) {
            REFUSED.put(place, e.getMessage());
        }
    }

    private static void addInUnit(String name, Db db) {
        db.run(() -> {
            db.add(Mark.of(name));
            db.commit();
        });
    }

    @Startup
    @ApplicationScoped
    public static class StartupWork {

        @Inject
        Db db;

        @PostConstruct
        void init() {
            tryIn("start", db);
            addInUnit("start", db);
        }
    }

    @RequestScoped
    public static class OfRequest {

        @Inject
        Db db;

        @PostConstruct
        void init() {
            db.add(Mark.of("request"));
        }

        void use() {
            // creates the instance
        }
    }

    @Dependent
    public static class Ending {

        @Inject
        Db db;

        @PreDestroy
        void end() {
            tryIn("end", db);
            addInUnit("end", db);
        }
    }

    @Provider
    @PreMatching
    public static class Early implements ContainerRequestFilter {

        @Inject
        Db db;

        @Override
        public void filter(ContainerRequestContext request) {
            tryIn("early", db);
        }
    }

    @Path("marks")
    public static class Marks {

        @Inject
        OfRequest bean;

        @Inject
        Db db;

        @GET
        public String commit() {
            bean.use();
            db.commit();
            return "" + Mark.count("name", "request");
        }
    }

    @Inject
    Db db;

    @Inject
    Instance<Ending> endings;

    @Test
    void startupBeanIsPointedToDbRun() {
        assertThat(REFUSED.get("start")).contains("There is no unit of work", "db.run(...)",
                "have no effect on @PostConstruct and @PreDestroy");
        assertThat(db.<Long, RuntimeException> call(() -> Mark.count("name", "start"))).isEqualTo(1);
    }

    @Test
    void destroyedBeanIsPointedToDbRun() {
        endings.destroy(endings.get());
        assertThat(REFUSED.get("end")).contains("There is no unit of work", "have no effect on @PostConstruct and @PreDestroy");
        assertThat(db.<Long, RuntimeException> call(() -> Mark.count("name", "end"))).isEqualTo(1);
    }

    /** The filter's work is refused; the resource method has a unit of work, which a bean created by it joins. */
    @Test
    void filterBeforeMatchingIsRefusedAndRequestContinues() {
        get("/marks").then().statusCode(200).body(equalTo("1"));
        assertThat(REFUSED.get("early")).contains("event loop", "remove @PreMatching");
    }
}
