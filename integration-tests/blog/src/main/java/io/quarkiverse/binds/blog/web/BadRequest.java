package io.quarkiverse.binds.blog.web;

/** Invalid request; the message names the correction. */
class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
        super(message);
    }
}
