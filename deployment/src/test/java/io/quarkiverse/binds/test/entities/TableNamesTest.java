package io.quarkiverse.binds.test.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;

import org.hibernate.boot.model.naming.EntityNaming;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.test.App;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.test.QuarkusUnitTest;

/** Tables are named by the rule of Flask-SQLAlchemy, unless the class, the bind or the key of Quarkus sets another name. */
class TableNamesTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:names
            quarkus.binds.jpa.url=h2:mem:names-jpa
            quarkus.binds.jpa.table-names=jpa
            quarkus.binds.own.url=h2:mem:names-own
            quarkus.hibernate-orm.own.implicit-naming-strategy=io.quarkiverse.binds.test.entities.TableNamesTest$OwnNames
            quarkus.binds."*".schema=drop-and-create
            """);

    @Entity
    public static class HTTPResponse {
        @Id
        public Long id;
        @ElementCollection
        public List<String> headerLines;
        @ManyToMany
        public Set<BlogPost> posts;
        public String contentType;
    }

    @Entity(name = "WebLogPost")
    public static class BlogPost {
        @Id
        public Long id;
    }

    @Entity
    @Table(name = "KeepThis")
    public static class NamedPost {
        @Id
        public Long id;
    }

    @Entity
    @Bind("jpa")
    public static class JpaPost {
        @Id
        public Long id;
    }

    @Entity
    @Bind("own")
    public static class OwnPost {
        @Id
        public Long id;
    }

    public static class OwnNames extends ImplicitNamingStrategyJpaCompliantImpl {
        @Override
        protected String transformEntityName(EntityNaming entityNaming) {
            return "t_" + entityNaming.getJpaEntityName().replaceAll(".*\\$", "");
        }
    }

    @Inject
    EntityManager manager;

    @Inject
    @PersistenceUnit("jpa")
    EntityManager jpa;

    @Inject
    @PersistenceUnit("own")
    EntityManager own;

    @Test
    void generatedNamesAreSnakeCaseAndExplicitOnesStay() {
        // H2 converts unquoted names to upper case; the underscores are visible nevertheless
        assertThat(App.tables(manager)).containsExactly("http_response", "http_response_header_lines",
                "http_response_weblogpost", "keepthis", "weblogpost");
        assertThat(App.columns(manager, "http_response")).containsExactly("contenttype", "id");
        assertThat(App.columns(manager, "http_response_header_lines")).containsExactly("headerlines", "http_response_id");
    }

    @Test
    void ruleCanBeDisabled() {
        assertThat(App.tables(jpa)).containsExactly("tablenamestest$jpapost");
    }

    @Test
    void configuredStrategyWins() {
        assertThat(App.tables(own)).containsExactly("t_ownpost");
    }
}
