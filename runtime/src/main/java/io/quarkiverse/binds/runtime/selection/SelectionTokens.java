package io.quarkiverse.binds.runtime.selection;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.binds.InvalidTokenException;
import io.quarkiverse.binds.runtime.token.SealedTokens;
import io.quarkiverse.binds.runtime.token.SignedTokens;

/**
 * Writes selections as tokens, and positions as cursors, and reads them again. A token is encrypted, since its query is
 * internal and the values of its parameters may be personal data. Thread-safe.
 */
final class SelectionTokens {

    static final String TOKEN = "selection token";
    static final String CURSOR = "cursor of the selection";

    private static final int VERSION = 1;

    private final SealedTokens sealed;
    private final SignedTokens signed;
    private final Clock clock;

    SelectionTokens(SealedTokens sealed, SignedTokens signed, Clock clock) {
        this.sealed = sealed;
        this.signed = signed;
        this.clock = clock;
    }

    /** The content of a token. */
    record Content<T>(Definition<T> definition, Object bound, long total) {
    }

    String token(Content<?> content, Duration ttl) {
        if (ttl.isNegative() || ttl.isZero()) {
            throw new IllegalArgumentException("The token of a selection must be valid for some time, not for " + ttl);
        }
        ValueWriter out = new ValueWriter();
        out.number(VERSION);
        out.number(expiry(ttl));
        out.number(content.total());
        content.definition().write(out, content.bound());
        String token = sealed.seal(TOKEN, out.bytes());
        if (token.length() > SealedTokens.LONGEST_TOKEN) {
            ChosenIds ids = content.definition().ids();
            throw new IllegalStateException("The token of the selection would have " + token.length()
                    + " characters, more than " + SealedTokens.LONGEST_TOKEN + ", with " + ids.leftOut().size()
                    + " ids left out, " + ids.added().size() + " added and "
                    + content.definition().parameters().size()
                    + " parameters: narrow the query instead, or process the selection without a token");
        }
        return token;
    }

    private long expiry(Duration ttl) {
        try {
            return clock.instant().plus(ttl).getEpochSecond();
        } catch (DateTimeException | ArithmeticException e) {
            return Instant.MAX.getEpochSecond();
        }
    }

    /** @throws InvalidTokenException if it is no token of this entity and database, or has expired */
    <T> Content<T> open(Class<T> entity, Target target, String token) {
        byte[] bytes = sealed.open(TOKEN, token);
        ValueReader in = new ValueReader(bytes);
        if (in.number() != VERSION) {
            throw otherVersion();
        }
        if (clock.instant().getEpochSecond() >= in.number()) {
            throw new InvalidTokenException("The " + TOKEN + " has expired: select again");
        }
        try {
            return content(entity, target, in);
        } catch (InvalidTokenException e) {
            throw e;
        } catch (RuntimeException e) {
            throw otherVersion();
        }
    }

    private static <T> Content<T> content(Class<T> entity, Target target, ValueReader in) {
        long total = in.number();
        require(entity.getName().equals(in.text()), "another entity");
        require(target.bind().equals(in.text()), "another bind");
        Object key = in.value();
        require(target.key() == null ? key == null : target.key().equals(key), "another database");
        String hql = in.text();
        List<Parameter> parameters = new ArrayList<>();
        for (long left = in.number(); left > 0; left--) {
            parameters.add(new Parameter((String) in.value(), (int) in.number(), in.value()));
        }
        String boundBy = (String) in.value();
        Object bound = in.value();
        ChosenIds ids = ChosenIds.of(in.ids(), in.ids());
        if (in.hasMore()) {
            throw otherVersion();
        }
        return new Content<>(new Definition<>(entity, target, hql, parameters, boundBy, ids), bound, total);
    }

    private static void require(boolean same, String other) {
        if (!same) {
            throw new InvalidTokenException("The " + TOKEN + " was made for " + other);
        }
    }

    static InvalidTokenException otherVersion() {
        return new InvalidTokenException("The " + TOKEN + " was made by another version of the application: select again");
    }

    String cursor(Definition<?> definition, Object bound, Position position) {
        return signed.sign(CURSOR, identity(definition, bound), position.bytes());
    }

    /** @throws InvalidTokenException if it is no cursor of this selection */
    Position position(Definition<?> definition, Object bound, String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            throw new InvalidTokenException("The " + CURSOR + " is missing");
        }
        return Position.of(signed.verify(CURSOR, identity(definition, bound), cursor));
    }

    private static byte[] identity(Definition<?> definition, Object bound) {
        ValueWriter out = new ValueWriter();
        definition.write(out, bound);
        return out.bytes();
    }
}
