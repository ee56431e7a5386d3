package io.quarkiverse.binds.test.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.quarkiverse.binds.Bind;
import io.quarkus.agroal.DataSource;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.QuarkusUnitTest;

/** G1, G4, K4: two entities of one package in two databases, each with its own table only. */
class TwoBindsInOnePackageTest {

    @RegisterExtension
    static final QuarkusUnitTest test = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar
                    .addClasses(Post.class, User.class)
                    .addAsResource(new StringAsset("""
                            quarkus.binds.url=h2:mem:two-binds-blog;DB_CLOSE_DELAY=-1
                            quarkus.binds.users.url=h2:mem:two-binds-users;DB_CLOSE_DELAY=-1
                            quarkus.binds.users.isolation=serializable
                            quarkus.binds.users.pool.size=2
                            quarkus.binds.users.pool.max-overflow=1
                            quarkus.binds."*".schema=drop-and-create
                            """), "application.properties"));

    @Entity
    public static class Post extends PanacheEntity {
        public String title;
    }

    @Entity
    @Bind("users")
    @Table(name = "app_user")
    public static class User extends PanacheEntity {
        public String name;
    }

    @Inject
    EntityManager posts;

    @Inject
    @PersistenceUnit("users")
    EntityManager users;

    @Inject
    AgroalDataSource postsPool;

    @Inject
    @DataSource("users")
    AgroalDataSource usersPool;

    @Test
    void eachPoolHasItsOwnSettings() throws SQLException {
        AgroalConnectionPoolConfiguration byDefault = postsPool.getConfiguration().connectionPoolConfiguration();
        AgroalConnectionPoolConfiguration own = usersPool.getConfiguration().connectionPoolConfiguration();

        assertThat(byDefault.maxSize()).isEqualTo(15);
        assertThat(own.maxSize()).isEqualTo(3);
        assertThat(own.acquisitionTimeout()).hasSeconds(30);
        assertThat(own.validateOnBorrow()).isTrue();
        try (Connection connection = usersPool.getConnection()) {
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
        }
    }

    @Test
    void eachDatabaseHasItsOwnTable() {
        assertThat(tables(posts)).containsExactly("post");
        assertThat(tables(users)).containsExactly("app_user");
    }

    @Test
    void rowsAreStoredInTheBindOfTheirClass() {
        QuarkusTransaction.requiringNew().run(() -> {
            Post post = new Post();
            post.title = "first";
            post.persist();
        });
        QuarkusTransaction.requiringNew().run(() -> {
            User user = new User();
            user.name = "ann";
            user.persist();
        });

        assertThat(rows(posts, "select title from post")).containsExactly("first");
        assertThat(rows(users, "select name from app_user")).containsExactly("ann");
        assertThat(QuarkusTransaction.requiringNew().call(() -> Post.count())).isEqualTo(1);
        assertThat(QuarkusTransaction.requiringNew().call(() -> User.count())).isEqualTo(1);
    }

    private static List<String> tables(EntityManager manager) {
        return rows(manager, "select lower(table_name) from information_schema.tables where table_schema = 'PUBLIC'"
                + " and table_name not like 'HTE%'");
    }

    @SuppressWarnings("unchecked")
    private static List<String> rows(EntityManager manager, String sql) {
        return QuarkusTransaction.requiringNew().call(() -> manager.createNativeQuery(sql).getResultList());
    }
}
