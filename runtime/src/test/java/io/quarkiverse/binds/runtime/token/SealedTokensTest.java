package io.quarkiverse.binds.runtime.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.InvalidTokenException;

/** I1: a sealed token gives its content back unchanged, for its purpose and key, and cannot be read. */
class SealedTokensTest {

    private static final byte[] CONTENT = "where name = 'Ada'".getBytes(UTF_8);

    private final SealedTokens tokens = tokens("0123456789abcdef0123456789abcdef");

    private static SealedTokens tokens(String key) {
        return new SealedTokens(SignedTokensTest.tokens(key));
    }

    private void isRefused(String token, String reason) {
        assertThatThrownBy(() -> tokens.open("selection", token)).isInstanceOf(InvalidTokenException.class)
                .hasMessageContaining("selection").hasMessageContaining(reason);
    }

    @Test
    void contentIsReturned() {
        assertThat(tokens.open("selection", tokens.seal("selection", CONTENT))).isEqualTo(CONTENT);
        assertThat(tokens.open("selection", tokens.seal("selection", new byte[0]))).isEmpty();
    }

    @Test
    void contentCannotBeReadAndTokensDiffer() {
        String token = tokens.seal("selection", CONTENT);
        assertThat(new String(Base64.getUrlDecoder().decode(token), ISO_8859_1)).doesNotContain("name", "Ada");
        assertThat(tokens.seal("selection", CONTENT)).isNotEqualTo(token);
    }

    @Test
    void tokenOfAnotherPurposeOrKeyIsRefused() {
        isRefused(tokens.seal("cursor", CONTENT), "changed");
        isRefused(tokens("another key of at least 32 chars").seal("selection", CONTENT), "another key");
        isRefused(SignedTokensTest.tokens(null).sign("selection", new byte[0], CONTENT), "changed");
    }

    @Test
    void missingAndIncompleteTokensAreRefused() {
        isRefused(null, "missing");
        isRefused("", "missing");
        isRefused("abc!", "damaged");
        isRefused("abcd", "incomplete");
        isRefused("A".repeat(8193), "too long");
    }

    @Test
    void mutatedTokensAreRefused() {
        String token = tokens.seal("selection", CONTENT);
        Random random = new Random(20_260_102);
        for (int i = 0; i < 2000; i++) {
            char[] text = token.toCharArray();
            int at = random.nextInt(text.length);
            text[at] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".charAt(random.nextInt(64));
            String mutated = new String(text);
            if (!mutated.equals(token)) {
                isRefused(mutated, "changed");
            }
        }
    }
}
