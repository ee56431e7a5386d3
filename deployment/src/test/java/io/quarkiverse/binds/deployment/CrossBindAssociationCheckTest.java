package io.quarkiverse.binds.deployment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.binds.Bind;
import io.quarkus.hibernate.orm.deployment.JpaModelBuildItem;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Associations into another bind are refused, in every notation and at every place of the attribute. */
class CrossBindAssociationCheckTest {

    @Entity
    static class User {
    }

    @Entity
    static class Field {
        @ManyToOne
        User author;
    }

    @Entity
    static class Getter {
        @OneToOne
        User getAuthor() {
            return null;
        }
    }

    @Entity
    static class Elements {
        @OneToMany
        List<User> authors;
    }

    @Entity
    static class Bounded {
        @ManyToMany
        Collection<? extends User> authors;
    }

    @Entity
    static class Values {
        @OneToMany
        Map<String, User> authors;
    }

    @Entity
    static class Keys {
        @ElementCollection
        Map<User, String> remarks;
    }

    @Entity
    @SuppressWarnings("rawtypes")
    static class Target {
        @OneToMany(targetEntity = User.class)
        List authors;
    }

    @MappedSuperclass
    static class Owned {
        @ManyToOne
        User owner;
    }

    @Entity
    static class InSuperclass extends Owned {
    }

    @MappedSuperclass
    static class GenericOwned<T> {
        @ManyToOne
        T owner;
    }

    @Entity
    static class InGenericSuperclass extends GenericOwned<User> {
    }

    @Embeddable
    static class Signature {
        @ManyToOne
        User signer;
    }

    @Entity
    static class InEmbeddable {
        @Embedded
        Signature signature;
    }

    @Entity
    static class InCollectionOfEmbeddables {
        @ElementCollection
        Set<Signature> signatures;
    }

    @Entity
    static class Post {
        @ManyToOne
        Post parent;
        @OneToMany
        List<Post> comments;
        @ElementCollection
        Map<String, String> words;
    }

    static Stream<Arguments> associations() {
        return Stream.of(
                Arguments.of(Field.class, "Field.author (@ManyToOne)"),
                Arguments.of(Getter.class, "Getter.getAuthor() (@OneToOne)"),
                Arguments.of(Elements.class, "Elements.authors (@OneToMany)"),
                Arguments.of(Bounded.class, "Bounded.authors (@ManyToMany)"),
                Arguments.of(Values.class, "Values.authors (@OneToMany)"),
                Arguments.of(Keys.class, "Keys.remarks (@ElementCollection)"),
                Arguments.of(Target.class, "Target.authors (@OneToMany)"),
                Arguments.of(InSuperclass.class, "Owned.owner (@ManyToOne)"),
                Arguments.of(InGenericSuperclass.class, "GenericOwned.owner (@ManyToOne)"),
                Arguments.of(InEmbeddable.class, "Signature.signer (@ManyToOne)"),
                Arguments.of(InCollectionOfEmbeddables.class, "Signature.signer (@ManyToOne)"));
    }

    @ParameterizedTest
    @MethodSource("associations")
    void associationIntoOtherBindIsRefused(Class<?> entity, String attribute) {
        assertThatThrownBy(() -> check(Map.of(entity, Bind.DEFAULT, User.class, "users")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(attribute)
                .hasMessageContaining("from the default bind to entity " + User.class.getName() + " in bind 'users'")
                .hasMessageContaining("cannot cross databases");
    }

    @ParameterizedTest
    @MethodSource("associations")
    void associationWithinBindIsAccepted(Class<?> entity) {
        assertThatCode(() -> check(Map.of(entity, "users", User.class, "users"))).doesNotThrowAnyException();
    }

    /** A class is checked for the binds whose entities use it. */
    @Test
    void unusedClassIsNotChecked() {
        assertThatCode(() -> check(Map.of(InEmbeddable.class, "users", InSuperclass.class, "users", User.class, "users",
                Post.class, Bind.DEFAULT))).doesNotThrowAnyException();
    }

    private static void check(Map<Class<?>, String> binds) throws IOException {
        Index index = Index.of(CrossBindAssociationCheckTest.class.getDeclaredClasses());
        Set<String> managed = new HashSet<>();
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.hasDeclaredAnnotation(Entity.class) || type.hasDeclaredAnnotation(Embeddable.class)
                    || type.hasDeclaredAnnotation(MappedSuperclass.class)) {
                managed.add(type.name().toString());
            }
        }
        Map<String, String> bindOfEntity = new TreeMap<>();
        Map<String, Set<String>> entities = new TreeMap<>();
        binds.forEach((entity, bind) -> {
            bindOfEntity.put(entity.getName(), bind);
            entities.computeIfAbsent(bind, b -> new TreeSet<>()).add(entity.getName());
        });
        JpaModelBuildItem model = new JpaModelBuildItem(Set.of(), bindOfEntity.keySet(), managed, Set.of(), Map.of());
        new PersistenceUnitClasses(index, model, entities).all()
                .forEach(new CrossBindAssociationCheck(index, bindOfEntity)::check);
    }
}
