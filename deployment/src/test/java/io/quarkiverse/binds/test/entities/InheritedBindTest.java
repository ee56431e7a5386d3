package io.quarkiverse.binds.test.entities;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.MappedSuperclass;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.test.App;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.QuarkusUnitTest;

/** K8: a bind is inherited from mapped superclasses and parent entities; a subclass may name its own. */
class InheritedBindTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:inherited
            quarkus.binds.auth.url=h2:mem:inherited-auth
            quarkus.binds.stock.url=h2:mem:inherited-stock
            quarkus.binds."*".schema=drop-and-create
            """);

    @MappedSuperclass
    @Bind("auth")
    public abstract static class AuthBase {
        @Id
        @GeneratedValue
        public Long id;
    }

    @Entity
    public static class Account extends AuthBase {
    }

    /** Second level, which proves that the nearest annotation counts. */
    @MappedSuperclass
    @Bind("stock")
    public abstract static class StockBase extends AuthBase {
    }

    @Entity
    public static class Shelf extends StockBase {
    }

    @Entity
    @Bind(Bind.DEFAULT)
    public static class Note extends StockBase {
    }

    @Entity(name = "Item")
    @Bind("stock")
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Item {
        @Id
        @GeneratedValue
        public Long id;
        public String name;
    }

    @Entity
    public static class HeavyItem extends Item {
        public int tons;
    }

    @Entity(name = "Person")
    @Bind("auth")
    public static class Person {
        @Id
        @GeneratedValue
        public Long id;
    }

    @Entity
    public static class StaffMember extends Person {
        public String office;
    }

    @Inject
    EntityManager manager;

    @Inject
    @PersistenceUnit("auth")
    EntityManager auth;

    @Inject
    @PersistenceUnit("stock")
    EntityManager stock;

    @Test
    void eachTableIsInTheBindOfItsClass() {
        assertThat(App.tables(manager)).containsExactly("note");
        assertThat(App.tables(auth)).as("single table: no table of staff").containsExactly("account", "person");
        assertThat(App.columns(auth, "person")).containsExactly("dtype", "id", "office");
        assertThat(App.tables(stock)).as("joined: a table of the child").containsExactly("heavy_item", "item", "shelf");
        assertThat(App.columns(stock, "heavy_item")).containsExactly("id", "tons");
    }

    @Test
    void rowsOfHierarchiesAreReadAsTheirClass() {
        QuarkusTransaction.requiringNew().run(() -> {
            HeavyItem anvil = new HeavyItem();
            anvil.name = "anvil";
            anvil.tons = 2;
            stock.persist(anvil);
        });
        QuarkusTransaction.requiringNew().run(() -> auth.persist(new StaffMember()));

        assertThat(QuarkusTransaction.requiringNew().call(() -> stock.createQuery("from Item", Item.class).getResultList()))
                .singleElement().isInstanceOf(HeavyItem.class);
        assertThat(QuarkusTransaction.requiringNew().call(() -> auth.createQuery("from Person", Person.class).getResultList()))
                .singleElement().isInstanceOf(StaffMember.class);
    }
}
