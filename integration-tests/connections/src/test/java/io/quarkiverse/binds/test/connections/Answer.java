package io.quarkiverse.binds.test.connections;

/**
 * Response of a request.
 *
 * @param start when it was sent, of {@link System#nanoTime()}
 * @param end when the response had arrived
 */
record Answer(Call call, long start, long end, int status, String body) {

    boolean ok() {
        return status == 200;
    }

    double millis() {
        return (end - start) / 1e6;
    }

    @Override
    public String toString() {
        return call.method() + " " + call.path() + " -> " + status + " after " + Math.round(millis()) + " ms "
                + (ok() ? "" : body);
    }
}
