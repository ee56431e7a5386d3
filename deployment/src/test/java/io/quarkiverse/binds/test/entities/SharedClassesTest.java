package io.quarkiverse.binds.test.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EntityManager;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrePersist;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.test.App;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.QuarkusUnitTest;

/**
 * Classes that entities of two binds share belong to both: embeddables, converters, listeners and a Panache superclass of
 * the application, which Panache itself refuses in more than one persistence unit.
 */
class SharedClassesTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:shared
            quarkus.binds.users.url=h2:mem:shared-users
            quarkus.binds."*".schema=drop-and-create
            """);

    @MappedSuperclass
    @EntityListeners(Stamper.class)
    public abstract static class Base<P> extends PanacheEntityBase {
        @Id
        @GeneratedValue
        public Long id;
        public String stampedBy;
        public boolean called;
        @Embedded
        public P place;

        @PrePersist
        void callback() {
            called = true;
        }
    }

    public static class Stamper {
        @PrePersist
        void stamp(Object entity) {
            ((Base<?>) entity).stampedBy = entity.getClass().getSimpleName();
        }
    }

    public record Money(int cents) {
    }

    @Converter(autoApply = true)
    public static class MoneyConverter implements AttributeConverter<Money, Integer> {
        @Override
        public Integer convertToDatabaseColumn(Money money) {
            return money == null ? null : money.cents();
        }

        @Override
        public Money convertToEntityAttribute(Integer cents) {
            return cents == null ? null : new Money(cents);
        }
    }

    public static class ReverseConverter implements AttributeConverter<String, String> {
        @Override
        public String convertToDatabaseColumn(String text) {
            return text == null ? null : new StringBuilder(text).reverse().toString();
        }

        @Override
        public String convertToEntityAttribute(String text) {
            return convertToDatabaseColumn(text);
        }
    }

    @Embeddable
    public static class Place {
        public String town;
        public Money rent;
    }

    @Embeddable
    public static class Phone {
        public String number;
    }

    @Entity
    public static class Shop extends Base<Place> {
        public Money price;
        @Convert(converter = ReverseConverter.class)
        public String secret;
    }

    @Entity
    @Bind("users")
    public static class Customer extends Base<Place> {
        public Money credit;
        @Convert(converter = ReverseConverter.class)
        public String secret;
        @ElementCollection
        public List<Phone> phones;
    }

    @ApplicationScoped
    public static class CustomerRepository implements PanacheRepository<Customer> {
    }

    @Inject
    EntityManager shops;

    @Inject
    @PersistenceUnit("users")
    EntityManager users;

    @Inject
    CustomerRepository customers;

    @Test
    void columnsComeFromTheSharedClasses() {
        assertThat(App.columns(shops, "shop"))
                .containsExactly("called", "id", "price", "rent", "secret", "stampedby", "town");
        assertThat(App.columns(users, "customer"))
                .containsExactly("called", "credit", "id", "rent", "secret", "stampedby", "town");
        assertThat(App.columns(users, "customer_phones")).containsExactly("customer_id", "number");
        assertThat(App.tables(shops)).containsExactly("shop");
    }

    @Test
    void activeRecordListenerCallbackAndConvertersWorkInEachBind() {
        QuarkusTransaction.requiringNew().run(() -> {
            Shop shop = new Shop();
            shop.price = new Money(5);
            shop.secret = "abc";
            shop.persist();
        });
        QuarkusTransaction.requiringNew().run(() -> {
            Customer customer = new Customer();
            customer.credit = new Money(7);
            customer.secret = "xyz";
            customers.persist(customer);
        });

        assertThat(App.rows(shops, "select stampedBy || called || price || secret from shop"))
                .containsExactly("ShopTRUE5cba");
        assertThat(App.rows(users, "select stampedBy || called || credit || secret from customer"))
                .containsExactly("CustomerTRUE7zyx");
        Customer read = QuarkusTransaction.requiringNew().call(() -> customers.find("credit", new Money(7)).singleResult());
        assertThat(read.secret).isEqualTo("xyz");
        assertThat(QuarkusTransaction.requiringNew().call(() -> Customer.<Customer> listAll())).hasSize(1);
    }
}
