package io.quarkiverse.binds.test.databases;

/** User and password. */
record Login(String user, String password) {
    @Override
    public String toString() {
        return user;
    }
}
