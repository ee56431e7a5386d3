package io.quarkiverse.binds.runtime.model;

import java.lang.reflect.AnnotatedElement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Value;

import io.quarkiverse.binds.RenamedFrom;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.Rename;

/**
 * Finds the annotations {@link RenamedFrom} of entities, mapped superclasses and embeddables; Quarkus registers all of them and
 * their members for reflection. Used by one thread.
 */
final class RenameReader {

    private final Metadata metadata;
    private final SqlNames names;
    private final Set<Rename> renames = new LinkedHashSet<>();

    RenameReader(Metadata metadata, CatalogKind kind) {
        this.metadata = metadata;
        this.names = new SqlNames(kind);
    }

    List<Rename> read() {
        for (PersistentClass entity : metadata.getEntityBindings()) {
            if (entity.getClassName() == null) {
                continue; // the history of an entity with Envers is an entity without a class
            }
            RenamedFrom ofTable = entity.getMappedClass().getDeclaredAnnotation(RenamedFrom.class);
            if (ofTable != null) {
                renames.add(new Rename(names.of(entity.getTable().getName(), entity.getTable().isQuoted()), null,
                        ofTable.value()));
            }
            if (entity.getIdentifierProperty() != null && entity.getSuperclass() == null) {
                property(entity.getIdentifierProperty(), entity.getMappedClass());
            }
            entity.getProperties().forEach(property -> property(property, entity.getMappedClass()));
        }
        return List.copyOf(renames);
    }

    private void property(Property property, Class<?> owner) {
        Value value = property.getValue();
        annotation(owner, property.getName()).ifPresent(from -> rename(property, owner, from));
        if (value instanceof Component component && component.getAggregateColumn() == null
                && component.getComponentClassName() != null && !component.isDynamic()) {
            component.getProperties().forEach(part -> property(part, component.getComponentClass()));
        }
        if (value instanceof Collection collection && collection.getElement() instanceof Component element) {
            element.getProperties().forEach(part -> property(part, element.getComponentClass()));
        }
    }

    private void rename(Property property, Class<?> owner, RenamedFrom from) {
        Value value = property.getValue();
        if (value instanceof Collection collection && !collection.isInverse() && !collection.isOneToMany()) {
            renames.add(new Rename(names.of(collection.getCollectionTable().getName(),
                    collection.getCollectionTable().isQuoted()), null, from.value()));
            return;
        }
        List<Column> columns = value instanceof Component component && component.getAggregateColumn() != null
                ? List.of(component.getAggregateColumn())
                : value.getColumns();
        if (columns.size() != 1 || value instanceof Collection) {
            throw new IllegalStateException("@RenamedFrom(\"" + from.value() + "\") on the attribute " + owner.getName() + "."
                    + property.getName() + " names one column, but the attribute has " + columns.size()
                    + ": write it on the attributes of the embeddable class instead, or rename the columns by a script");
        }
        renames.add(new Rename(names.of(value.getTable().getName(), value.getTable().isQuoted()),
                names.of(columns.get(0).getName(), columns.get(0).isQuoted()), from.value()));
    }

    /** The annotation is where the attribute is declared, in a superclass perhaps, on the field or on the getter. */
    private static Optional<RenamedFrom> annotation(Class<?> owner, String attribute) {
        String getter = Character.toUpperCase(attribute.charAt(0)) + attribute.substring(1);
        return Stream.<Class<?>> iterate(owner, type -> type != null && type != Object.class, Class::getSuperclass)
                .flatMap(type -> Stream.concat(
                        Stream.of(type.getDeclaredFields()).filter(field -> field.getName().equals(attribute)),
                        Stream.of(type.getDeclaredMethods()).filter(method -> method.getParameterCount() == 0
                                && (method.getName().equals("get" + getter) || method.getName().equals("is" + getter)))))
                .map(member -> ((AnnotatedElement) member).getAnnotation(RenamedFrom.class))
                .filter(Objects::nonNull).findFirst();
    }
}
