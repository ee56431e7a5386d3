package io.quarkiverse.binds;

/**
 * Thrown for a cursor or token from outside that is damaged, forged, expired, or of another query. With Quarkus REST the
 * response is 400 with the message, which repeats nothing of the token.
 */
public class InvalidTokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidTokenException(String message) {
        super(message);
    }
}
