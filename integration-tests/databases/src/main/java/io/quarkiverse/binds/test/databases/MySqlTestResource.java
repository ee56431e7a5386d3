package io.quarkiverse.binds.test.databases;

/**
 * Gives the binds of a {@code @QuarkusTest} or {@code @QuarkusIntegrationTest} databases on {@link MySql#shared()}: creates
 * them under unique names, sets {@code quarkus.binds.url} and {@code quarkus.binds.<name>.url}, and drops them at the end.
 *
 * <pre>
 * &#64;QuarkusTest
 * &#64;QuarkusTestResource(value = MySqlTestResource.class, initArgs = &#64;ResourceArg(name = "databases", value = "default:blog,users:users"))
 * class BlogTest {
 * </pre>
 *
 * The one argument {@code databases} is a list of {@code bind:prefix} or {@code bind}, where {@code default} is the default
 * bind and the prefix, the bind's name if left out, is what the database's name begins with. Without it there is a database for
 * the default bind.
 */
public final class MySqlTestResource extends DatabaseTestResource {

    /** Called by Quarkus. */
    public MySqlTestResource() {
        super(Kind.MYSQL);
    }

    /**
     * Returns the name of the database of a bind of the running test, for queries from outside: {@code
     * MySql.shared().queryIn(...)}.
     *
     * @param bind its name, or {@code default}
     * @throws IllegalStateException if there is none
     */
    public static String database(String bind) {
        return database(Kind.MYSQL, bind);
    }

    @Override
    DatabaseServer server() {
        return MySql.shared();
    }
}
