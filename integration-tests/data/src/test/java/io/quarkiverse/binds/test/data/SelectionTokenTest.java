package io.quarkiverse.binds.test.data;

import static io.restassured.RestAssured.put;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.util.Base64;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** I1: a token of a selection is accepted unchanged, in time, for its entity, and otherwise answered with 400 and a reason. */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class SelectionTokenTest {

    private static final int MUTATIONS = 300;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/. \u00e9";

    private final Entries entries = new Entries(Kind.H2);
    private String token;

    @BeforeEach
    void select() {
        entries.reset(10);
        token = entries.token(EntryQueries.TYPED);
    }

    @AfterEach
    void resetClock() {
        put("/clock/0").then().statusCode(204);
    }

    private void isRefused(String changed, String reason) {
        entries.send("count", changed).then().statusCode(400).contentType("text/plain")
                .body(containsString("selection token")).body(containsString(reason));
    }

    @Test
    void tokenExpires() {
        put("/clock/3500").then().statusCode(204);
        assertThat(entries.count(token)).isZero();
        put("/clock/3601").then().statusCode(204);
        isRefused(token, "has expired");
    }

    @Test
    void missingAndIncompleteTokensAreRefused() {
        isRefused(null, "is missing");
        isRefused("", "is missing");
        isRefused("x", "is damaged");
        isRefused("AAAA", "is incomplete");
        isRefused("A".repeat(8193), "is too long");
        for (int length = 1; length < token.length(); length += 7) {
            Response response = entries.send("count", token.substring(0, length));
            assertThat(response.statusCode()).as("length " + length).isEqualTo(400);
            assertThat(response.body().asString()).contains("selection token");
        }
    }

    @Test
    void tokenOfAnotherEntityIsRefused() {
        String other = new Entries(Kind.MYSQL).reset(3).token(EntryQueries.ALL);
        isRefused(other, "was made for another entity");
    }

    @Test
    void cursorIsNoToken() {
        isRefused(entries.process(token, "with", entries.ids(1)).cursor(), "selection token");
    }

    /** The query and its values are none of the client's business. */
    @Test
    void tokenCannotBeRead() {
        String content = new String(Base64.getUrlDecoder().decode(token), ISO_8859_1);
        assertThat(content).doesNotContain("number", "Entry", "SHOWN", "h2");
        assertThat(entries.token(EntryQueries.TYPED)).isNotEqualTo(token);
    }

    @Test
    void mutatedTokensAreRefused() {
        long seed = Long.getLong("binds.selection.seed", 20_260_101L);
        Random random = new Random(seed);
        for (int i = 0; i < MUTATIONS; i++) {
            String mutated = mutated(random);
            if (!mutated.equals(token)) {
                Response response = entries.send("count", mutated);
                assertThat(response.statusCode()).as("seed " + seed + ", mutation " + i + ": " + mutated).isEqualTo(400);
                assertThat(response.body().asString()).contains("selection token");
            }
        }
    }

    private String mutated(Random random) {
        StringBuilder text = new StringBuilder(token);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(text.length());
            char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(5)) {
                case 0 -> text.setCharAt(at, other);
                case 1 -> text.insert(at, other);
                case 2 -> text.deleteCharAt(at);
                case 3 -> text.append(other);
                default -> text.append(text.charAt(at)).deleteCharAt(0);
            }
        }
        return text.toString();
    }

    @Test
    void tokensOfNoQueryAreAlike() {
        for (String forged : List.of("null", "undefined", "[object Object]", "0".repeat(100), "A".repeat(100), "\u0000", "%00",
                "../../etc/passwd", "{}")) {
            assertThat(entries.send("count", forged).statusCode()).as(forged).isEqualTo(400);
        }
    }
}
