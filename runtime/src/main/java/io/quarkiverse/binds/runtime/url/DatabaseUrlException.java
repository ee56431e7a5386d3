package io.quarkiverse.binds.runtime.url;

/**
 * A database URL that cannot be used; the message says why and what to write instead.
 * <p>
 * The message never holds the password: the URL is shown {@linkplain DatabaseUrl#mask(String) masked}, or not at all where
 * its parts cannot be told apart. For the same reason there is never a cause, since those of the JDK quote their input.
 */
public final class DatabaseUrlException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private DatabaseUrlException(String message) {
        super(message);
    }

    static DatabaseUrlException of(String url, String problem) {
        return new DatabaseUrlException("Invalid database URL '" + printable(Mask.mask(url)) + "': " + problem);
    }

    /** For text of which nothing is known, so that no part of it may be shown. */
    static DatabaseUrlException withoutUrl(String problem) {
        return new DatabaseUrlException("Invalid database URL: " + problem);
    }

    /** For what came from outside: it is not shown, since the reader of the log is not the one who wrote it. */
    static DatabaseUrlException refused(String problem) {
        return new DatabaseUrlException("Refused at run time: " + problem);
    }

    /** Line ends must not reach a log: they would let a URL write log lines of its own. */
    private static String printable(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(c -> result.appendCodePoint(Characters.isInvisible(c) ? '?' : c));
        return result.toString();
    }
}
