package io.quarkiverse.binds.test.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;

import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.test.App;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.test.QuarkusUnitTest;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;

/** Twenty binds with five generated entities each build and start. */
class TwentyBindsTest {

    private static final int BINDS = 20;
    private static final int ENTITIES = 5;

    @RegisterExtension
    static final QuarkusUnitTest test = new QuarkusUnitTest().withApplicationRoot(jar -> {
        jar.addClass(App.class).addAsResource(new StringAsset(IntStream.range(0, BINDS)
                .mapToObj(bind -> "quarkus.binds.b" + bind + ".url=h2:mem:twenty-" + bind + "\n")
                .collect(Collectors.joining("", "quarkus.binds.\"*\".schema=drop-and-create\n", ""))),
                "application.properties");
        for (int bind = 0; bind < BINDS; bind++) {
            for (int entity = 0; entity < ENTITIES; entity++) {
                addEntity(jar, "gen.Bind" + bind + "Entity" + entity, "b" + bind);
            }
        }
    });

    private static void addEntity(JavaArchive jar, String name, String bind) {
        byte[] bytes = new ByteBuddy().subclass(Object.class).name(name)
                .annotateType(AnnotationDescription.Builder.ofType(Entity.class).build(),
                        AnnotationDescription.Builder.ofType(Bind.class).define("value", bind).build())
                .defineField("id", Long.class, Modifier.PUBLIC)
                .annotateField(AnnotationDescription.Builder.ofType(Id.class).build())
                .make().getBytes();
        jar.add(new ByteArrayAsset(bytes), name.replace('.', '/') + ".class");
    }

    @Inject
    Binds binds;

    @Inject
    @PersistenceUnit("b0")
    EntityManager first;

    @Inject
    @PersistenceUnit("b19")
    EntityManager last;

    @Test
    void eachBindHasItsEntitiesAndTables() {
        assertThat(binds.list()).hasSize(BINDS).extracting(BindInfo::entities)
                .allSatisfy(entities -> assertThat(entities).hasSize(ENTITIES));
        assertThat(App.tables(first)).containsExactly("bind0_entity0", "bind0_entity1", "bind0_entity2", "bind0_entity3",
                "bind0_entity4");
        assertThat(App.tables(last)).hasSize(ENTITIES).allMatch(table -> table.startsWith("bind19_"));
    }
}
