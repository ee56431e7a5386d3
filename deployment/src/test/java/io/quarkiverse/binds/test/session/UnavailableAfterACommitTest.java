package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.test.App;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.QuarkusUnitTest;

/** L8: Retry-After is sent only if nothing was committed. No server listens on port 1. */
class UnavailableAfterACommitTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:unavailable-after;DB_CLOSE_DELAY=-1
            quarkus.binds.schema=drop-and-create
            quarkus.binds.away.url=h2:tcp://127.0.0.1:1/away
            """);

    @Entity
    public static class Purchase extends PanacheEntity {
        public String way;
    }

    @Entity
    @Bind("away")
    public static class Parcel extends PanacheEntity {
    }

    /** Works on an available database, and then on an unavailable one. */
    @Path("orders")
    public static class Orders {

        @Inject
        Db db;

        @GET
        @Path("{way}")
        public long order(@PathParam("way") String way) {
            Purchase order = new Purchase();
            order.way = way;
            switch (way) {
                case "flush" -> {
                    db.add(order);
                    db.flush();
                }
                case "commit" -> {
                    db.add(order);
                    db.commit();
                }
                case "inner" -> db.run(() -> {
                    db.add(order);
                    db.commit();
                });
                case "by-hand" -> QuarkusTransaction.requiringNew().run(order::persist);
                default -> throw new IllegalArgumentException(way);
            }
            return Parcel.count();
        }
    }

    @Inject
    Db db;

    private long rows(String way) {
        return db.call(() -> Purchase.count("way", way));
    }

    @Test
    void requestWithoutCommitGetsRetryAfter() {
        get("/orders/flush").then().statusCode(503).header("Retry-After", "1");
        assertThat(rows("flush")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "commit", "inner", "by-hand" })
    void requestWithCommitGetsNoRetryAfter(String way) {
        get("/orders/" + way).then().statusCode(500).header("Retry-After", nullValue())
                .body(containsString("do not just repeat it"));
        assertThat(rows(way)).isEqualTo(1);
    }
}
