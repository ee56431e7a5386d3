package io.quarkiverse.binds.test.twophase;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;

import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.databases.MySqlTestResource;
import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/** What the tests share: the server seen from outside, and that after each of them nothing is borrowed or prepared. */
@QuarkusTestResource(value = MySqlTestResource.class, restrictToAnnotatedClass = true, initArgs = @ResourceArg(name = "databases", value = "default:payments,ledger,plain"))
@QuarkusTestResource(value = TransactionLogResource.class, restrictToAnnotatedClass = true)
abstract class OnMySql {

    /** A response is read before its request has quite ended. */
    private static final Duration END_OF_REQUEST = Duration.ofSeconds(30);

    static Databases databases() {
        return new Databases(MySql.shared(), MySqlTestResource.database("default"), MySqlTestResource.database("ledger"),
                MySqlTestResource.database("plain"), TransactionLogResource.node());
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(Await.until(END_OF_REQUEST, () -> get("/pools/active").asString().equals("0"))).as("all returned").isTrue();
        assertThat(databases().prepared()).isEmpty();
    }
}
