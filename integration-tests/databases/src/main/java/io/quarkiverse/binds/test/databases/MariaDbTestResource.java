package io.quarkiverse.binds.test.databases;

/** The same as {@link MySqlTestResource}, with the same argument, on {@link MariaDb#shared()}. */
public final class MariaDbTestResource extends DatabaseTestResource {

    /** Quarkus makes the instances. */
    public MariaDbTestResource() {
        super(Kind.MARIADB);
    }

    /**
     * The name of the database of a bind of the running test.
     *
     * @param bind its name, or {@code default}
     * @throws IllegalStateException if there is none
     */
    public static String database(String bind) {
        return database(Kind.MARIADB, bind);
    }

    @Override
    DatabaseServer server() {
        return MariaDb.shared();
    }
}
