package io.quarkiverse.binds.runtime.keyset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.binds.InvalidTokenException;
import io.quarkiverse.binds.runtime.config.PaginationRuntimeConfig;
import io.quarkiverse.binds.runtime.token.SignedTokens;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Turns positions into cursors and back. A cursor has a byte of flags, its time if cursors expire, and the texts of the sort
 * values; it is signed together with the query that it belongs to. Thread-safe.
 */
@Singleton
public class Cursors {

    /** Longest cursor: two of them fit into the 8 KiB of a header, and one into a URL of 4 KiB, the limits of Quarkus. */
    static final int LONGEST = 3000;
    /** MySQL sorts by no more than the first 1024 bytes of a text (max_sort_length), in which a character can take 4. */
    static final int LONGEST_TEXT = 255;

    private static final String PURPOSE = "cursor";
    private static final String MAX_AGE = "quarkus.binds.pagination.cursor-max-age";
    private static final int INCLUSIVE = 1;
    private static final int EXPIRES = 2;

    private final SignedTokens tokens;
    private final Duration maxAge;
    private final InstantSource clock;

    @Inject
    Cursors(SignedTokens tokens, PaginationRuntimeConfig config) {
        this(tokens, config, InstantSource.system());
    }

    Cursors(SignedTokens tokens, PaginationRuntimeConfig config, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
        this.maxAge = config.cursorMaxAge().orElse(null);
        if (maxAge != null && maxAge.toSeconds() < 1) {
            throw new ConfigurationException(MAX_AGE + " must be at least 1 second, not " + maxAge);
        }
    }

    /** Creates this bean at the start, so that an unusable age is an error of the start. */
    void check(@Observes StartupEvent start) {
    }

    /**
     * Checks that a position can be written as a cursor, without writing it if it is short.
     *
     * @throws IllegalStateException if the sort values are unusable or too long
     */
    void check(Position position, CursorContext context) {
        if (position == null) {
            return;
        }
        int characters = 0;
        for (Object value : position.values()) {
            characters += value == null ? 0 : checked(value, context).length();
        }
        if (characters > LONGEST_TEXT) { // with less, no number of columns makes the cursor too long
            write(position, context);
        }
    }

    /**
     * @return null for no position
     * @throws IllegalStateException if the sort values are too long
     */
    String write(Position position, CursorContext context) {
        if (position == null) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte((position.inclusive() ? INCLUSIVE : 0) | (maxAge == null ? 0 : EXPIRES));
            if (maxAge != null) {
                out.writeLong(clock.instant().getEpochSecond());
            }
            for (Object value : position.values()) {
                out.writeBoolean(value != null);
                if (value != null) {
                    out.writeUTF(checked(value, context));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a buffer in memory has no such failure
        }
        String cursor = tokens.sign(PURPOSE, context.signature(), bytes.toByteArray());
        if (cursor.length() > LONGEST) {
            throw tooLong(context, "a cursor of " + cursor.length() + " characters, and at most " + LONGEST);
        }
        return cursor;
    }

    private static String checked(Object value, CursorContext context) {
        String text = SortTypes.text(value);
        if (value.equals(' ')) { // a column CHAR has blanks at its end, which are compared differently
            throw unusable(context, "a blank as a single character, which a column CHAR does not distinguish from none");
        }
        if (text.length() > LONGEST_TEXT) {
            throw tooLong(context, "a text of " + text.length() + " characters, and at most " + LONGEST_TEXT);
        }
        return text;
    }

    private static IllegalStateException tooLong(CursorContext context, String found) {
        return unusable(context, found + " are supported in a page by cursor");
    }

    private static IllegalStateException unusable(CursorContext context, String found) {
        String names = context.columns().stream().map(SortColumn::name).collect(Collectors.joining(", "));
        return new IllegalStateException("The sort values of a row (" + names + ") have " + found
                + ". Sort by other columns, or read the pages by number with db.paginate");
    }

    /** @throws InvalidTokenException if the cursor was not made for this query, or has expired */
    Position read(String cursor, CursorContext context) {
        byte[] content = tokens.verify(PURPOSE, context.signature(), cursor);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            int flags = in.readByte();
            checkAge((flags & EXPIRES) == 0 ? null : in.readLong());
            List<Object> values = new ArrayList<>();
            for (SortColumn column : context.columns()) {
                values.add(in.readBoolean() ? SortTypes.parse(in.readUTF(), column.type()) : null);
            }
            return new Position(values, (flags & INCLUSIVE) != 0);
        } catch (InvalidTokenException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // signed, but by another version of the application, such as one whose enum had another constant
            throw new InvalidTokenException("The cursor was made by another version of the application");
        }
    }

    private void checkAge(Long madeAt) {
        if (maxAge != null && (madeAt == null || clock.instant().getEpochSecond() - madeAt > maxAge.toSeconds())) {
            throw new InvalidTokenException("The cursor has expired: begin with the first page again");
        }
    }
}
