package io.quarkiverse.binds;

/**
 * Thrown for a cursor or token from outside that is damaged, forged, expired, of another query, or given where none is read.
 * With Quarkus REST the response is 400 with the message, which repeats nothing of the token.
 *
 * @since 0.1
 */
public class InvalidTokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception. Only the extension does so.
     *
     * @param message the reason, without any part of the token: it is the body of a response
     */
    public InvalidTokenException(String message) {
        super(message);
    }
}
