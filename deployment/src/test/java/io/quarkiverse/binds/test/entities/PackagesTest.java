package io.quarkiverse.binds.test.entities;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.test.App;
import io.quarkiverse.binds.test.entities.jar.Country;
import io.quarkiverse.binds.test.entities.jar.deep.City;
import io.quarkiverse.binds.test.entities.shop.Order;
import io.quarkiverse.binds.test.entities.shop.Setting;
import io.quarkiverse.binds.test.entities.shop.Visitor;
import io.quarkiverse.binds.test.entities.shop.archive.Receipt;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.QuarkusUnitTest;

/** H6: binds by package: by annotation in the application, by configuration for a jar without binds. */
class PackagesTest {

    @RegisterExtension
    static final QuarkusUnitTest test = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar
                    .addClass(App.class)
                    .addPackage(Order.class.getPackage())
                    .addPackage(Receipt.class.getPackage())
                    .addAsResource(new StringAsset("""
                            quarkus.binds.url=h2:mem:packages
                            quarkus.binds.users.url=h2:mem:packages-users
                            quarkus.binds.shop.url=h2:mem:packages-shop
                            quarkus.binds.world.url=h2:mem:packages-world
                            quarkus.binds.world.packages=io.quarkiverse.binds.test.entities.jar
                            quarkus.binds.deep.url=h2:mem:packages-deep
                            quarkus.binds.deep.packages=io.quarkiverse.binds.test.entities.jar.deep
                            quarkus.binds."*".schema=drop-and-create
                            """), "application.properties"))
            .withAdditionalDependency(jar -> jar.addPackage(Country.class.getPackage()).addPackage(City.class.getPackage()));

    @Inject
    Binds binds;

    @Inject
    @PersistenceUnit("shop")
    EntityManager shop;

    @Inject
    @PersistenceUnit("world")
    EntityManager world;

    @Test
    void eachClassIsInTheBindOfItsPackage() {
        assertThat(binds.get("shop").entities()).containsExactly(Order.class.getName());
        assertThat(binds.get("users").entities()).containsExactly(Visitor.class.getName());
        assertThat(binds.get(Bind.DEFAULT).entities()).containsExactly(Setting.class.getName(), Receipt.class.getName());
        assertThat(binds.get("world").entities()).containsExactly(Country.class.getName(),
                io.quarkiverse.binds.test.entities.jar.Order.class.getName());
        assertThat(binds.get("deep").entities()).containsExactly(City.class.getName());
    }

    @Test
    void entitiesOfOneNameAndTableCoexistInTwoBinds() {
        QuarkusTransaction.requiringNew().run(() -> {
            Order order = new Order();
            order.id = 1L;
            shop.persist(order);
        });
        QuarkusTransaction.requiringNew().run(() -> {
            var order = new io.quarkiverse.binds.test.entities.jar.Order();
            order.id = 2L;
            world.persist(order);
        });

        assertThat(App.<Long> rows(shop, "select id from app_order")).containsExactly(1L);
        assertThat(App.<Long> rows(world, "select id from app_order")).containsExactly(2L);
        assertThat(App.tables(world)).containsExactly("app_order", "country");
    }
}
