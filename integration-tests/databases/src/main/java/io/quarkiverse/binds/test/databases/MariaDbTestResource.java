package io.quarkiverse.binds.test.databases;

/** Test resource like {@link MySqlTestResource}, with the same argument, on {@link MariaDb#shared()}. */
public final class MariaDbTestResource extends DatabaseTestResource {

    /** Called by Quarkus. */
    public MariaDbTestResource() {
        super(Kind.MARIADB);
    }

    /**
     * Returns the name of the database of a bind of the running test.
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
