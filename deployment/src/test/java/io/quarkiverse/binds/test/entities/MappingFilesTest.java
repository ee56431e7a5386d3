package io.quarkiverse.binds.test.entities;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.test.App;
import io.quarkiverse.binds.test.entities.xml.Account;
import io.quarkiverse.binds.test.entities.xml.Badge;
import io.quarkiverse.binds.test.entities.xml.Coupon;
import io.quarkiverse.binds.test.entities.xml.Mapping;
import io.quarkiverse.binds.test.entities.xml.Parcel;
import io.quarkiverse.binds.test.entities.xml.vault.Secret;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.test.QuarkusUnitTest;

/** L13: an entity mapped by XML is in the bind of its class, its package or its mapping file, and in no other. */
class MappingFilesTest {

    @RegisterExtension
    static final QuarkusUnitTest test = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar
                    .addClasses(App.class, Mapping.class)
                    .addPackage(Account.class.getPackage())
                    .addPackage(Secret.class.getPackage())
                    .addAsResource(Mapping.of(Parcel.class, Account.class, Secret.class), "META-INF/orm.xml")
                    .addAsResource(Mapping.of(Coupon.class), "default-bind.xml")
                    .addAsResource(Mapping.of(Badge.class), "users-bind.xml")
                    .addAsResource(new StringAsset("""
                            quarkus.binds.url=h2:mem:mapping-files
                            quarkus.binds.users.url=h2:mem:mapping-files-users
                            quarkus.binds.logs.url=h2:mem:mapping-files-logs
                            quarkus.binds.users.packages=io.quarkiverse.binds.test.entities.xml.vault
                            quarkus.binds."*".schema=drop-and-create
                            quarkus.hibernate-orm.mapping-files=default-bind.xml
                            quarkus.hibernate-orm."users".mapping-files=users-bind.xml
                            """), "application.properties"));

    @Inject
    Binds binds;

    @Inject
    Db db;

    @Inject
    EntityManager byDefault;

    @Inject
    @PersistenceUnit("users")
    EntityManager users;

    @Test
    void eachEntityIsInOneBind() {
        assertThat(binds.get(Bind.DEFAULT).entities()).containsExactly(Coupon.class.getName(), Parcel.class.getName());
        assertThat(binds.get("users").entities()).containsExactly(Account.class.getName(), Badge.class.getName(),
                Secret.class.getName());
        assertThat(binds.get("logs").entities()).isEmpty();
    }

    @Test
    void eachTableIsInOneDatabase() {
        assertThat(App.tables(byDefault)).containsExactly("coupon", "parcel");
        assertThat(App.tables(users)).containsExactly("account", "badge", "secret");
    }

    @Test
    void rowsAreWrittenToTheDatabaseOfTheirBind() {
        db.run(() -> {
            Parcel parcel = new Parcel();
            parcel.id = 1L;
            db.add(parcel);
            Badge badge = new Badge();
            badge.id = 2L;
            db.add(badge);
            db.commit();
        });
        assertThat(App.<Long> rows(byDefault, "select id from parcel")).containsExactly(1L);
        assertThat(App.<Long> rows(users, "select id from badge")).containsExactly(2L);
    }
}
