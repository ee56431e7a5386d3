package io.quarkiverse.binds.test.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Level;

import jakarta.inject.Inject;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.test.App;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.test.QuarkusUnitTest;

/** L17: {@code import.sql} runs in the bind that has its tables, without a warning about other binds. */
class ImportScriptTest {

    @RegisterExtension
    static final QuarkusUnitTest test = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(App.class)
                    .addAsResource(new StringAsset("""
                            quarkus.binds.url=h2:mem:import-script
                            quarkus.binds.users.url=h2:mem:import-script-users
                            quarkus.binds.own.url=h2:mem:import-script-own
                            quarkus.binds."*".schema=drop-and-create
                            quarkus.hibernate-orm."own".sql-load-script=own.sql
                            """), "application.properties")
                    .addAsResource(new StringAsset("""
                            -- a post of nobody
                            insert into app_visitor(id, name) values (1, 'post');
                            INSERT INTO "APP_VISITOR_HOBBY_NAMES" (app_visitor_id, hobbynames) VALUES (1, 'chess');
                            """), "import.sql")
                    .addAsResource(new StringAsset("insert into own_thing(id) values (7);\n"), "own.sql"))
            .setLogRecordPredicate(record -> record.getLevel().intValue() >= Level.WARNING.intValue())
            .assertLogRecords(records -> assertThat(records).extracting(record -> record.getLoggerName() + record.getMessage())
                    .noneMatch(text -> text.contains("hibernate") || text.contains("import.sql")));

    @Entity
    public static class Post {
        @Id
        public Long id;
    }

    @Entity(name = "app_visitor")
    @Table(name = "app_visitor")
    @Bind("users")
    public static class Visitor {
        @Id
        public Long id;
        public String name;
        @ElementCollection
        public List<String> hobbyNames;
    }

    @Entity
    @Bind("own")
    public static class OwnThing {
        @Id
        public Long id;
    }

    @Inject
    @PersistenceUnit("users")
    EntityManager users;

    @Inject
    @PersistenceUnit("own")
    EntityManager own;

    @Test
    void scriptRunsInTheBindOfItsTables() {
        assertThat(App.<String> rows(users, "select name from app_visitor")).containsExactly("post");
        assertThat(App.<Long> rows(own, "select id from own_thing")).containsExactly(7L);
    }
}
