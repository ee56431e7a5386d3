package io.quarkiverse.binds.runtime.url;

/**
 * Thrown for a database URL that cannot be used; the message contains the reason and the right form.
 * <p>
 * The message never contains the password: the URL is shown {@linkplain DatabaseUrl#mask(String) masked}, or not at all if its
 * parts cannot be recognised. For the same reason there is never a cause, since exceptions of the JDK quote their input.
 */
public final class DatabaseUrlException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private DatabaseUrlException(String message) {
        super(message);
    }

    static DatabaseUrlException of(String url, String problem) {
        return new DatabaseUrlException("Invalid database URL '" + printable(PasswordMask.mask(url)) + "': " + problem);
    }

    /** Creates the exception for a text whose parts cannot be recognised, so that no part of it may be shown. */
    static DatabaseUrlException withoutUrl(String problem) {
        return new DatabaseUrlException("Invalid database URL: " + problem);
    }

    /** Creates the exception for a URL from outside, which is not shown: its author is not the reader of the log. */
    static DatabaseUrlException refused(String problem) {
        return new DatabaseUrlException("Refused at run time: " + problem);
    }

    /** Replaces invisible characters: a line end would let a URL forge lines of a log. */
    private static String printable(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(c -> result.appendCodePoint(Characters.isInvisible(c) ? '?' : c));
        return result.toString();
    }
}
