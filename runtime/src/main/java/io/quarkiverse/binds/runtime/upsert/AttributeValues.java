package io.quarkiverse.binds.runtime.upsert;

import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;

import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.NaturalIdMapping;
import org.hibernate.metamodel.mapping.SingularAttributeMapping;
import org.hibernate.metamodel.mapping.internal.SingleAttributeIdentifierMapping;
import org.hibernate.metamodel.model.domain.EntityDomainType;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.property.access.spi.PropertyAccess;

import io.quarkiverse.binds.Attributes;

/**
 * Values of attributes of an entity, checked against its mapping.
 *
 * @param mapping the mapping of the entity
 * @param values the values by the names of the attributes, sorted
 */
record AttributeValues(EntityPersister mapping, SortedMap<String, Object> values) {

    /**
     * The values of a key.
     *
     * @throws IllegalArgumentException if there are none, or if one is unknown, null, or of another type
     */
    static AttributeValues key(SessionImplementor session, Class<?> entity, Attributes<?> key) {
        EntityPersister mapping = mapping(session, entity);
        Map<String, Object> given = key.naturalId() == null ? key.values() : naturalId(mapping, key);
        if (given.isEmpty()) {
            throw new IllegalArgumentException("The key of " + entity.getName() + " has no attributes");
        }
        AttributeValues checked = checked(session, mapping, given);
        checked.values.forEach((name, value) -> {
            if (value == null) {
                throw new IllegalArgumentException("The key of " + entity.getName() + " has null for '" + name
                        + "': a unique constraint allows any number of rows with null, so no row can be found by it");
            }
        });
        return checked;
    }

    /** The values that a statement sets. */
    static AttributeValues of(SessionImplementor session, Class<?> entity, Attributes<?> values) {
        if (values.naturalId() != null) {
            throw new IllegalArgumentException(
                    "Attributes.naturalId(...) is for a key; name the attribute of the value to set");
        }
        return checked(session, mapping(session, entity), values.values());
    }

    private static EntityPersister mapping(SessionImplementor session, Class<?> entity) {
        EntityPersister mapping = session.getFactory().getMappingMetamodel().getEntityDescriptor(entity);
        if (mapping.isAbstract()) {
            throw new IllegalArgumentException(entity.getName() + " is abstract, so there is nothing to insert: name one of its"
                    + " subclasses");
        }
        return mapping;
    }

    private static Map<String, Object> naturalId(EntityPersister mapping, Attributes<?> key) {
        NaturalIdMapping naturalId = mapping.getNaturalIdMapping();
        if (naturalId == null) {
            throw new IllegalArgumentException(mapping.getEntityName() + " has no natural id: annotate an attribute with"
                    + " @NaturalId, or name the attributes of the key with Attributes.of(...)");
        }
        List<SingularAttributeMapping> parts = naturalId.getNaturalIdAttributes();
        if (parts.size() > 1 || !key.values().isEmpty()) {
            throw new IllegalArgumentException("The natural id of " + mapping.getEntityName() + " is "
                    + String.join(", ", parts.stream().map(AttributeMapping::getAttributeName).toList())
                    + ": give each of its values with Attributes.of(...).and(...)");
        }
        return Map.of(parts.get(0).getAttributeName(), key.naturalId());
    }

    private static AttributeValues checked(SessionImplementor session, EntityPersister mapping, Map<String, Object> given) {
        EntityDomainType<?> type = session.getFactory().getJpaMetamodel().entity(mapping.getEntityName());
        given.forEach((name, value) -> {
            Attribute<?, ?> attribute = type.findAttribute(name);
            if (attribute == null || attribute.isCollection()) {
                throw new IllegalArgumentException("'" + name + "' is no attribute of " + mapping.getEntityName()
                        + " with a single value. The attributes are: "
                        + String.join(", ", attributes(session, mapping).keySet()));
            }
            if (value != null && !boxed(attribute.getJavaType()).isInstance(value)) {
                throw new IllegalArgumentException("The value of '" + name + "' of " + mapping.getEntityName() + " is a "
                        + value.getClass().getName() + ", not a " + boxed(attribute.getJavaType()).getName());
            }
        });
        return new AttributeValues(mapping, Collections.unmodifiableSortedMap(new TreeMap<>(given)));
    }

    /** The attributes with a single value, by name. */
    static SortedMap<String, Attribute<?, ?>> attributes(SessionImplementor session, EntityPersister mapping) {
        EntityType<?> type = session.getFactory().getJpaMetamodel().entity(mapping.getEntityName());
        SortedMap<String, Attribute<?, ?>> known = new TreeMap<>();
        type.getAttributes().stream().filter(attribute -> !attribute.isCollection())
                .forEach(attribute -> known.put(attribute.getName(), attribute));
        return known;
    }

    private static Class<?> boxed(Class<?> type) {
        return type.isPrimitive() ? MethodType.methodType(type).wrap().returnType() : type;
    }

    /** Access to a field or property of the entity. */
    static PropertyAccess access(EntityPersister mapping, String name) {
        ModelPart part = mapping.findSubPart(name, null);
        if (part instanceof AttributeMapping attribute) {
            return attribute.getPropertyAccess();
        }
        return ((SingleAttributeIdentifierMapping) part).getPropertyAccess();
    }

    Set<String> names() {
        return values.keySet();
    }

    /** Sets the values on an instance of the entity. */
    void setOn(Object instance) {
        values.forEach((name, value) -> access(mapping, name).getSetter().set(instance, value));
    }

    /**
     * Refuses an instance on which the application has changed a value.
     *
     * @param role of these values, for the message, as in "the key"
     */
    void requireUnchanged(Object instance, String role) {
        List<String> changed = new ArrayList<>(0);
        values.forEach((name, value) -> {
            if (!Objects.equals(access(mapping, name).getGetter().get(instance), value)) {
                changed.add(name);
            }
        });
        if (!changed.isEmpty()) {
            throw new IllegalStateException("The function for a new " + mapping.getEntityName() + " has changed "
                    + String.join(", ", changed) + ", which " + role + " sets: leave it as it is");
        }
    }

    /** The values, for a message. */
    String describe() {
        return String.join(", ", values.keySet());
    }
}
