package io.quarkiverse.binds.runtime.migration;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandles;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.GeneratedColumn;

import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;

/** Entity classes of many tables, each with a foreign key to the one before. */
final class ManyTables {

    enum Status {
        NEW,
        OLD
    }

    private static final Map<Integer, Class<?>[]> MADE = new HashMap<>();

    private ManyTables() {
    }

    /** @param columns of each table, at least 10; the same for each number of tables */
    static Class<?>[] entities(int tables, int columns) {
        return MADE.computeIfAbsent(tables, number -> make(number, columns));
    }

    private static Class<?>[] make(int tables, int columns) {
        List<Class<?>> entities = new ArrayList<>();
        for (int i = 0; i < tables; i++) {
            entities.add(entity("many_" + tables + "_" + i, columns, i == 0 ? null : entities.get(i - 1)));
        }
        return entities.toArray(Class<?>[]::new);
    }

    private static Class<?> entity(String name, int columns, Class<?> parent) {
        DynamicType.Builder<?> type = new ByteBuddy().subclass(Object.class)
                .name(ManyTables.class.getPackageName() + "." + name)
                .annotateType(annotation(Entity.class).define("name", name).build());
        type = field(type, "id", Long.class, annotation(Id.class));
        type = field(type, "version", int.class, annotation(Version.class));
        type = field(type, "status", Status.class, annotation(Enumerated.class).define("value", EnumType.STRING));
        type = field(type, "word", String.class, annotation(Check.class).define("constraints",
                "length(word) > 2 and not (substring(word, 1, 2) = 'x')"));
        type = field(type, "code", String.class, annotation(Column.class).define("unique", true).define("length", 30));
        type = field(type, "price", BigDecimal.class, annotation(Column.class).define("precision", 10).define("scale", 2));
        type = field(type, "pages", Integer.class, annotation(ColumnDefault.class).define("value", "7"));
        type = field(type, "twice", Integer.class, annotation(GeneratedColumn.class).define("value", "pages * 2"));
        type = field(type, "created", LocalDateTime.class,
                annotation(ColumnDefault.class).define("value", "current_timestamp(6)"));
        type = parent == null ? field(type, "title", String.class)
                : field(type, "parent", parent, annotation(ManyToOne.class).define("fetch", FetchType.LAZY));
        for (int i = 10; i < columns; i++) {
            type = field(type, "text" + i, String.class, annotation(Column.class).define("length", i));
        }
        return load(type);
    }

    private static AnnotationDescription.Builder annotation(Class<? extends Annotation> type) {
        return AnnotationDescription.Builder.ofType(type);
    }

    private static DynamicType.Builder<?> field(DynamicType.Builder<?> type, String name, Class<?> of,
            AnnotationDescription.Builder... annotations) {
        DynamicType.Builder.FieldDefinition.Optional.Valuable<?> field = type.defineField(name, of, Visibility.PUBLIC);
        return annotations.length == 0 ? field : field.annotateField(annotations[0].build());
    }

    private static Class<?> load(DynamicType.Builder<?> type) {
        return type.make().load(ManyTables.class.getClassLoader(), ClassLoadingStrategy.UsingLookup.of(MethodHandles.lookup()))
                .getLoaded();
    }
}
