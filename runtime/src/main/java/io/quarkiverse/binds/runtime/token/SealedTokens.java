package io.quarkiverse.binds.runtime.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Singleton;

import io.quarkiverse.binds.InvalidTokenException;

/**
 * Encrypts values with a key derived from that of {@link SignedTokens}, and decrypts them again. A token is a random nonce of
 * 96 bits and the content in AES-256-GCM (NIST SP 800-38D) with its tag of 128 bits, in the alphabet of URLs. Thread-safe.
 */
@Singleton
public class SealedTokens {

    /** Largest number of characters of a token. */
    public static final int LONGEST_TOKEN = SignedTokens.LONGEST_TOKEN;

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final SignedTokens signed;
    /** Made at the first token, as the key of the signed ones. */
    private volatile Secrets secrets;

    private record Secrets(SecretKeySpec key, SecureRandom random) {
    }

    SealedTokens(SignedTokens signed) {
        this.signed = signed;
    }

    private Secrets secrets() {
        Secrets known = secrets;
        if (known == null) {
            known = new Secrets(new SecretKeySpec(signed.derivedKey("seal"), "AES"), new SecureRandom());
            secrets = known;
        }
        return known;
    }

    /**
     * @param purpose kind of token; one kind is not accepted as another
     * @param content value to be given back by {@link #open}
     * @return a token, which is refused by {@link #open} if it is longer than {@value #LONGEST_TOKEN} characters
     */
    public String seal(String purpose, byte[] content) {
        signed.warnOfRandomKey();
        byte[] nonce = new byte[NONCE_BYTES];
        secrets().random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(content);
            byte[] token = ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is not available", e); // every JDK has it
        }
    }

    /**
     * Returns the content of a token.
     *
     * @throws InvalidTokenException if the token was not sealed with this key for this purpose
     */
    public byte[] open(String purpose, String token) {
        byte[] bytes = decode(purpose, token);
        byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, purpose, nonce).doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new InvalidTokenException("The " + purpose + " was changed, or was made by another key");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is not available", e); // every JDK has it
        }
    }

    private static byte[] decode(String purpose, String token) {
        if (token == null || token.isEmpty()) {
            throw new InvalidTokenException("The " + purpose + " is missing");
        }
        if (token.length() > LONGEST_TOKEN) {
            throw new InvalidTokenException("The " + purpose + " is too long");
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            throw new InvalidTokenException("The " + purpose + " is damaged");
        }
        if (bytes.length < NONCE_BYTES + TAG_BYTES) {
            throw new InvalidTokenException("The " + purpose + " is incomplete");
        }
        // the decoder accepts several texts for the same bytes; only the text that was given out is accepted
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(token)) {
            throw new InvalidTokenException("The " + purpose + " was changed");
        }
        return bytes;
    }

    private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, secrets().key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
        cipher.updateAAD(purpose.getBytes(UTF_8));
        return cipher;
    }
}
