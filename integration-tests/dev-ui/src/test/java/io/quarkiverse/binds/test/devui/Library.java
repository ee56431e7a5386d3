package io.quarkiverse.binds.test.devui;

import java.nio.file.Path;

import org.jboss.shrinkwrap.api.asset.StringAsset;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkus.test.QuarkusDevModeTest;

/** The application of the tests in dev mode: binds on MySQL and H2, tenants, and a bind whose server does not answer. */
final class Library {

    /** Port that other processes are unlikely to use. */
    static final int PORT = 18395;
    static final String SECRET = "s3cret-of-the-test";
    /** New scripts of migrations are written there. */
    static final Path SCRIPTS = Path.of("target", "scripts");
    private static final DatabaseServer MYSQL = MySql.shared();
    private static final String DATABASE = "dev_ui_" + Long.toString(ProcessHandle.current().pid(), 36);

    private Library() {
    }

    static QuarkusDevModeTest application() {
        return new QuarkusDevModeTest().withApplicationRoot(jar -> jar
                .addClasses(Author.class, Book.class, Item.class, Todo.class, LibraryResource.class)
                .addAsResource(new StringAsset("""
                        quarkus.http.host=127.0.0.1
                        quarkus.http.port=%d
                        quarkus.devservices.enabled=false
                        quarkus.binds.migrations.directory=%s
                        quarkus.binds.url=h2:mem:library;DB_CLOSE_DELAY=-1
                        quarkus.binds.schema=create
                        quarkus.binds.stock.url=%s
                        quarkus.binds.stock.pool.timeout=20s
                        quarkus.binds.tenants.dynamic=true
                        quarkus.binds.tenants.url=h2:mem:devui_{key};DB_CLOSE_DELAY=-1
                        quarkus.binds.tenants.schema=create
                        quarkus.binds.orders.url=mysql://sales:%s@127.0.0.1:1/sales
                        """.formatted(PORT, SCRIPTS.toAbsolutePath(), MYSQL.url(DATABASE), SECRET)), "application.properties"));
    }

    static void createDatabase() {
        MYSQL.dropDatabase(DATABASE);
        MYSQL.createDatabase(DATABASE);
    }

    static void dropDatabase() {
        MYSQL.dropDatabase(DATABASE);
    }
}
