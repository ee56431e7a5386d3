package io.quarkiverse.binds.test.databases;

/** Test resource like {@link MySqlTestResource}, with the same argument, on {@link PostgreSql#shared()}. */
public final class PostgreSqlTestResource extends DatabaseTestResource {

    /** Called by Quarkus. */
    public PostgreSqlTestResource() {
        super(Kind.POSTGRESQL);
    }

    /**
     * Returns the name of the database of a bind of the running test.
     *
     * @param bind its name, or {@code default}
     * @throws IllegalStateException if there is none
     */
    public static String database(String bind) {
        return database(Kind.POSTGRESQL, bind);
    }

    @Override
    DatabaseServer server() {
        return PostgreSql.shared();
    }
}
