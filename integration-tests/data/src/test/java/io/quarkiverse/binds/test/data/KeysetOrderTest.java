package io.quarkiverse.binds.test.data;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * I2: with every type of sort value, ties, nulls and mixed directions, the pages together are the sorted list, forwards and
 * backwards, while other rows are inserted and deleted. For a longer series: {@code -Dbinds.keyset.orders=1000}.
 */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class KeysetOrderTest {

    private static final int ORDERS = Integer.getInteger("binds.keyset.orders", 10);
    private static final long SEED = Long.getLong("binds.keyset.seed", 14);

    @ParameterizedTest
    @EnumSource
    void pagesOfRandomOrdersTogetherAreTheSortedList(Kind kind) {
        String wrong = given().put("/" + kind.bind() + "/items/walk/" + SEED + "?orders=" + ORDERS).then().statusCode(200)
                .extract().asString();
        assertThat(wrong).isEqualTo("[]");
    }
}
