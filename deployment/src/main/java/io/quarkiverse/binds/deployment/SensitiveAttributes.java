package io.quarkiverse.binds.deployment;

import java.beans.Introspector;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

import io.quarkiverse.binds.Sensitive;
import io.quarkus.runtime.configuration.ConfigurationException;

/** The attributes with {@code @Sensitive}, and the columns that may have their values. */
final class SensitiveAttributes {

    private static final DotName SENSITIVE = DotName.createSimple(Sensitive.class);
    private static final String JPA = "jakarta.persistence.";
    private static final DotName EMBEDDABLE = DotName.createSimple(JPA + "Embeddable");
    private static final DotName OVERRIDE = DotName.createSimple(JPA + "AttributeOverride");
    private static final DotName OVERRIDES = DotName.createSimple(JPA + "AttributeOverrides");
    private static final Set<String> COLUMNS = Set.of(JPA + "Column", JPA + "MapKeyColumn");
    private static final Set<String> ASSOCIATIONS = Set.of(JPA + "ManyToOne", JPA + "OneToOne", JPA + "OneToMany",
            JPA + "ManyToMany");

    private final IndexView index;
    private final Set<String> attributes = new TreeSet<>();
    private final Set<String> columns = new TreeSet<>();

    SensitiveAttributes(IndexView index) {
        this.index = index;
    }

    /**
     * The names of the columns in lower case, without underscores, sorted.
     *
     * @throws ConfigurationException if an association is marked
     */
    Set<String> columns() {
        for (AnnotationInstance mark : index.getAnnotations(SENSITIVE)) {
            add(mark.target());
        }
        // an embeddable's attribute can have another column in each entity
        for (AnnotationInstance override : index.getAnnotations(OVERRIDE)) {
            addOverride(override, false);
        }
        for (AnnotationInstance overrides : index.getAnnotations(OVERRIDES)) {
            addOverrides(overrides, false);
        }
        return columns;
    }

    /**
     * The columns for each bind that has a marked attribute. All binds have the same ones: a column counts by its name, in
     * whichever table it is.
     *
     * @param binds all names
     */
    Map<String, Set<String>> ofBinds(Set<String> binds, EntitiesBuildItem entities) {
        Set<String> names = columns();
        Map<String, Set<String>> ofBinds = new TreeMap<>();
        for (AnnotationInstance mark : index.getAnnotations(SENSITIVE)) {
            String type = declaring(mark.target()).name().toString();
            Set<String> having = new TreeSet<>(binds);
            having.removeIf(bind -> !entities.classes(bind).contains(type));
            // a class that no bind lists may be used by any
            (having.isEmpty() ? binds : having).forEach(bind -> ofBinds.put(bind, names));
        }
        return ofBinds;
    }

    private void add(AnnotationTarget attribute) {
        String name = name(attribute);
        for (AnnotationInstance annotation : attribute.declaredAnnotations()) {
            String type = annotation.name().toString();
            if (ASSOCIATIONS.contains(type)) {
                throw new ConfigurationException(
                        "@Sensitive has no effect on the association " + declaringClass(attribute) + "."
                                + name + ". Move it to the attributes of the other entity whose values are secret");
            }
            if (COLUMNS.contains(type) && annotation.value("name") != null) {
                addColumn(annotation.value("name").asString());
            }
            if (annotation.name().equals(OVERRIDE)) {
                addOverride(annotation, true);
            } else if (annotation.name().equals(OVERRIDES)) {
                addOverrides(annotation, true);
            }
        }
        attributes.add(name);
        addColumn(name);
        ClassInfo type = index.getClassByName(type(attribute));
        if (type != null && type.hasDeclaredAnnotation(EMBEDDABLE)) {
            for (FieldInfo field : type.fields()) {
                if (!attributes.contains(field.name())) {
                    add(field);
                }
            }
        }
    }

    private void addOverrides(AnnotationInstance overrides, boolean always) {
        for (AnnotationInstance override : overrides.value().asNestedArray()) {
            addOverride(override, always);
        }
    }

    private void addOverride(AnnotationInstance override, boolean always) {
        String path = override.value("name").asString();
        AnnotationValue column = override.value("column").asNested().value("name");
        if (column != null && (always || attributes.contains(path.substring(path.lastIndexOf('.') + 1)))) {
            addColumn(column.asString());
        }
    }

    private void addColumn(String name) {
        String plain = name.replaceAll("[_`\"\\[\\]]", "").toLowerCase(Locale.ROOT);
        if (!plain.isEmpty()) {
            columns.add(plain);
        }
    }

    private static String name(AnnotationTarget attribute) {
        return attribute.kind() == AnnotationTarget.Kind.FIELD ? attribute.asField().name()
                : Introspector.decapitalize(attribute.asMethod().name().replaceFirst("^(?:get|is)(?=.)", ""));
    }

    private static DotName type(AnnotationTarget attribute) {
        return attribute.kind() == AnnotationTarget.Kind.FIELD ? attribute.asField().type().name()
                : attribute.asMethod().returnType().name();
    }

    private static String declaringClass(AnnotationTarget attribute) {
        return declaring(attribute).name().withoutPackagePrefix();
    }

    private static ClassInfo declaring(AnnotationTarget attribute) {
        return attribute.kind() == AnnotationTarget.Kind.FIELD ? attribute.asField().declaringClass()
                : attribute.asMethod().declaringClass();
    }
}
