package io.quarkiverse.binds.runtime.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.InvalidTokenException;
import io.quarkiverse.binds.runtime.config.PaginationConfigs;
import io.quarkus.runtime.configuration.ConfigurationException;

/** K18, I1: a token is accepted unchanged, for its purpose, context and key, and not otherwise. */
class SignedTokensTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final byte[] CONTEXT = "order by id".getBytes(UTF_8);
    private static final byte[] CONTENT = "42".getBytes(UTF_8);

    private final SignedTokens tokens = tokens(KEY);

    static SignedTokens tokens(String key) {
        return new SignedTokens(PaginationConfigs.of(Collections.singletonMap("token-key", key)));
    }

    private void isRefused(String token, String reason) {
        assertThatThrownBy(() -> tokens.verify("cursor", CONTEXT, token)).isInstanceOf(InvalidTokenException.class)
                .hasMessageContaining("cursor").hasMessageContaining(reason);
    }

    @Test
    void contentOfAnUnchangedTokenIsReturned() {
        assertThat(tokens.verify("cursor", CONTEXT, tokens.sign("cursor", CONTEXT, CONTENT))).isEqualTo(CONTENT);
        assertThat(tokens(KEY).verify("cursor", CONTEXT, tokens.sign("cursor", CONTEXT, new byte[0]))).isEmpty();
    }

    @Test
    void tokenOfAnotherPurposeContextOrKeyIsRefused() {
        isRefused(tokens.sign("selection", CONTEXT, CONTENT), "another query");
        isRefused(tokens.sign("cursor", "order by name".getBytes(UTF_8), CONTENT), "another query");
        isRefused(tokens("another key of at least 32 chars").sign("cursor", CONTEXT, CONTENT), "another key");
        isRefused(tokens(null).sign("cursor", CONTEXT, CONTENT), "another key");
    }

    /** The random key is made by the first token, of which there may be several at once. */
    @Test
    void firstTokensOfSeveralThreadsHaveOneKey() {
        for (int round = 0; round < 200; round++) {
            SignedTokens random = tokens(null);
            List<String> first = IntStream.range(0, 4).parallel()
                    .mapToObj(i -> random.sign("cursor", CONTEXT, CONTENT)).toList();

            assertThat(first).allSatisfy(token -> assertThat(random.verify("cursor", CONTEXT, token)).isEqualTo(CONTENT));
        }
    }

    @Test
    void bytesThatMoveFromContextToContentAreRefused() {
        String token = tokens.sign("cursor", "ab".getBytes(UTF_8), "cd".getBytes(UTF_8));
        assertThatThrownBy(() -> tokens.verify("cursor", "abc".getBytes(UTF_8), token))
                .isInstanceOf(InvalidTokenException.class);
    }

    @Test
    void everyTruncatedTokenIsRefused() {
        String token = tokens.sign("cursor", CONTEXT, CONTENT);
        for (int length = 0; length < token.length(); length++) {
            isRefused(token.substring(0, length), "");
        }
        isRefused("", "incomplete");
    }

    @Test
    void everyMutationIsRefused() {
        Random random = new Random(14);
        String token = tokens.sign("cursor", CONTEXT, CONTENT);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/% \0ä";
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder(token);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                char other = alphabet.charAt(random.nextInt(alphabet.length()));
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, other);
                    case 1 -> text.insert(at, other);
                    default -> text.deleteCharAt(at);
                }
            }
            if (!text.toString().equals(token)) {
                isRefused(text.toString(), "");
            }
        }
    }

    @Test
    void longTextIsRefusedUnread() {
        isRefused("A".repeat(SignedTokens.LONGEST_TOKEN + 1), "too long");
    }

    @Test
    void shortKeyIsAnErrorThatNamesTheKeyAndShowsNothingOfIt() {
        assertThatThrownBy(() -> tokens("secret")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(SignedTokens.KEY).hasMessageContaining("at least 32").hasMessageNotContaining("secret");
    }
}
