package io.quarkiverse.binds.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;

import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.Sensitive;
import io.quarkus.runtime.configuration.ConfigurationException;

/** The columns of attributes with {@code @Sensitive}, wherever the mark and the name of the column are. */
class SensitiveAttributesTest {

    @Entity
    static class Account {
        @Id
        Long id;
        String name;
        @Sensitive
        String accountNumber;
        @Sensitive
        @Column(name = "`tax_no`")
        String taxId;
        @Embedded
        @AttributeOverride(name = "pin", column = @Column(name = "code"))
        @AttributeOverride(name = "issuer", column = @Column(name = "bank"))
        Card card;
        @Sensitive
        @Embedded
        @AttributeOverride(name = "city", column = @Column(name = "place"))
        Address home;
        @Sensitive
        @ElementCollection
        @MapKeyColumn(name = "word")
        @Column(name = "reply")
        Map<String, String> answers;
    }

    @Embeddable
    static class Card {
        @Sensitive
        String pin;
        String issuer;
    }

    @Embeddable
    static class Address {
        @Column(name = "st")
        String street;
        String city;
    }

    @Entity
    static class Person {
        private Long id;
        private String birthday;

        @Id
        public Long getId() {
            return id;
        }

        @Sensitive
        public String getBirthday() {
            return birthday;
        }
    }

    @Entity
    static class Payment {
        @Id
        Long id;
        @Sensitive
        @ManyToOne
        Account account;
    }

    private static Set<String> columns(Class<?>... classes) throws IOException {
        return new SensitiveAttributes(Index.of(classes)).columns();
    }

    @Test
    void onlyBindsWithMarkedAttributesHaveColumns() throws IOException {
        String account = Account.class.getName();
        EntitiesBuildItem entities = new EntitiesBuildItem(Map.of(),
                Map.of("marked", Set.of(account, Card.class.getName()), "embedding", Set.of(Card.class.getName()), "plain",
                        Set.of(Person.class.getName())));
        SensitiveAttributes attributes = new SensitiveAttributes(Index.of(Account.class, Card.class, Address.class));
        assertThat(attributes.ofBinds(Set.of("marked", "embedding", "plain"), entities)).containsOnlyKeys("marked",
                "embedding");
    }

    @Test
    void marksOfAClassThatNoBindListsCountForAll() throws IOException {
        SensitiveAttributes attributes = new SensitiveAttributes(Index.of(Card.class));
        assertThat(attributes.ofBinds(Set.of("one", "two"), new EntitiesBuildItem(Map.of(), Map.of())))
                .containsOnlyKeys("one", "two");
    }

    @Test
    void columnsOfMarkedAttributesAreFound() throws IOException {
        assertThat(columns(Account.class, Card.class, Address.class)).containsExactlyInAnyOrder("accountnumber", "taxno",
                "taxid",
                "pin", "code", "home", "place", "st", "street", "city", "answers", "word", "reply");
        assertThat(columns(Person.class)).isEqualTo(Set.copyOf(List.of("birthday")));
        assertThat(columns(Address.class)).isEmpty();
    }

    @Test
    void markOnAnAssociationIsRefused() {
        assertThatThrownBy(() -> columns(Payment.class)).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Payment.account").hasMessageContaining("Move it to the attributes of the other entity");
    }
}
