package io.quarkiverse.binds.blog.web;

/** The request cannot be understood; the message says what to correct. */
class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
        super(message);
    }
}
