package io.quarkiverse.binds.test.databases;

/** A user and the password. */
record Login(String user, String password) {
    @Override
    public String toString() {
        return user;
    }
}
