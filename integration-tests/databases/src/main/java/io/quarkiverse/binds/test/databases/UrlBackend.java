package io.quarkiverse.binds.test.databases;

/** Server started by the user. */
record UrlBackend(Admin admin, String source) implements Backend {

    @Override
    public String way() {
        return "from the " + source;
    }

    @Override
    public void stop() {
        throw refusal();
    }

    @Override
    public void startAgain() {
        throw refusal();
    }

    @Override
    public void killHard() {
        throw refusal();
    }

    @Override
    public void close() {
        // not started here
    }

    private UnsupportedOperationException refusal() {
        return new UnsupportedOperationException(
                "The server " + way() + " is not ours to stop or start: ask for a private one with start()");
    }
}
