package io.quarkiverse.binds.runtime.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.InvalidTokenException;
import io.quarkiverse.binds.runtime.config.PaginationRuntimeConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Signs values with the key {@value #KEY} and checks them again. A token is the content and its HMAC-SHA256 (RFC 2104), cut to
 * 128 bits as section 5 of it permits, in the alphabet of URLs. Thread-safe.
 */
@Singleton
public class SignedTokens {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    /** Configuration key of the signing key. */
    static final String KEY = "quarkus.binds.pagination.token-key";
    /** RFC 2104, section 3: a key shorter than the hash, 32 bytes, makes the signature weaker. */
    static final int SHORTEST_KEY = 32;
    /** A longer text from outside is refused before it is read. */
    static final int LONGEST_TOKEN = 8192;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;

    /** Null if none is configured. */
    private final byte[] configured;
    private final AtomicBoolean warned;
    /** Made at the first token: the providers of cryptography that a key loads would prolong the start of each application. */
    private SecretKeySpec key;
    /** Has the key and no input; it is cloned for each signature, which costs less than to look the algorithm up. */
    private volatile Mac keyed;

    public SignedTokens(PaginationRuntimeConfig config) {
        this.configured = config.tokenKey().map(SignedTokens::checked).orElse(null);
        this.warned = new AtomicBoolean(config.tokenKey().isPresent() || LaunchMode.current() != LaunchMode.NORMAL);
    }

    /** Creates this bean at the start, so that an unusable key is an error of the start. */
    void check(@Observes StartupEvent start) {
    }

    private static byte[] checked(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        if (bytes.length < SHORTEST_KEY) {
            throw new ConfigurationException(KEY + " must have at least " + SHORTEST_KEY + " characters, not " + bytes.length
                    + "; make one with: openssl rand -base64 32");
        }
        return bytes;
    }

    private Mac newMac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is not available", e); // every JDK has it
        }
    }

    private synchronized SecretKeySpec key() {
        if (key == null) {
            key = new SecretKeySpec(configured == null ? random() : configured, ALGORITHM);
        }
        return key;
    }

    private static byte[] random() {
        byte[] bytes = new byte[SHORTEST_KEY];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /**
     * @param purpose kind of token; one kind is not accepted as another
     * @param context value that both sides know, such as the query, and that is signed without being part of the token
     * @param content value to be given back by {@link #verify}
     */
    public String sign(String purpose, byte[] context, byte[] content) {
        warnOfRandomKey();
        byte[] signature = signature(purpose, context, content);
        byte[] token = Arrays.copyOf(content, content.length + SIGNATURE_BYTES);
        System.arraycopy(signature, 0, token, content.length, SIGNATURE_BYTES);
        return encode(token);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Returns the content of a token.
     *
     * @throws InvalidTokenException if the token was not signed with this key for this purpose and context
     */
    public byte[] verify(String purpose, byte[] context, String token) {
        if (token.length() > LONGEST_TOKEN) {
            throw new InvalidTokenException("The " + purpose + " is too long");
        }
        byte[] bytes = decode(purpose, token);
        byte[] content = Arrays.copyOf(bytes, bytes.length - SIGNATURE_BYTES);
        byte[] signature = Arrays.copyOfRange(bytes, content.length, bytes.length);
        // the decoder accepts several texts for the same bytes; only the text that was given out is accepted
        if (!MessageDigest.isEqual(signature, signature(purpose, context, content)) || !encode(bytes).equals(token)) {
            throw new InvalidTokenException("The " + purpose + " was changed, or was made for another query or by another key");
        }
        return content;
    }

    private static byte[] decode(String purpose, String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            throw new InvalidTokenException("The " + purpose + " is damaged");
        }
        if (bytes.length < SIGNATURE_BYTES) {
            throw new InvalidTokenException("The " + purpose + " is incomplete");
        }
        return bytes;
    }

    /** Warns once, in production, that tokens do not outlive this process. */
    void warnOfRandomKey() {
        if (!warned.get() && !warned.getAndSet(true)) {
            LOG.warnf(
                    "%s is not set: cursors and selection tokens are signed with a random key, and are refused after a restart"
                            + " and by other instances of the application",
                    KEY);
        }
    }

    /** Derives a key for another algorithm from the signing key: 32 bytes, different for each label (RFC 5869, section 2.3). */
    byte[] derivedKey(String label) {
        Mac mac = mac();
        mac.update(label.getBytes(UTF_8));
        return mac.doFinal(new byte[] { 1 });
    }

    private byte[] signature(String purpose, byte[] context, byte[] content) {
        Mac mac = mac();
        update(mac, purpose.getBytes(UTF_8));
        update(mac, context);
        update(mac, content);
        return Arrays.copyOf(mac.doFinal(), SIGNATURE_BYTES);
    }

    /** With its length, so that no part can borrow bytes of the next. */
    private static void update(Mac mac, byte[] part) {
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            mac.update((byte) (part.length >>> shift));
        }
        mac.update(part);
    }

    private Mac mac() {
        Mac known = keyed;
        if (known == null) {
            known = newMac();
            keyed = known;
        }
        try {
            return (Mac) known.clone();
        } catch (CloneNotSupportedException e) {
            return newMac(); // that of a PKCS #11 device
        }
    }
}
