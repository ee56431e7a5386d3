package io.quarkiverse.binds.runtime.upsert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.SingularAttribute;

import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.generator.Generator;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.persister.entity.EntityPersister;

/**
 * The HQL statement of an upsert, which Hibernate translates for each kind of server.
 *
 * @param insertsId whether the id is a value of the statement, rather than generated
 */
record UpsertStatement(String hql, Map<String, Object> parameters, boolean insertsId) {

    /**
     * @param key the attributes that decide between insert and update
     * @param set the attributes that an update sets
     * @param row an instance with the values of a new row
     */
    static UpsertStatement of(SessionImplementor session, AttributeValues key, AttributeValues set, Object row) {
        EntityPersister mapping = key.mapping();
        requireOneRow(mapping, row);
        Set<String> ids = idAttributes(session, mapping);
        String version = version(mapping);
        boolean idAssigned = !mapping.getGenerator().generatesOnInsert();
        Map<String, Object> inserted = new LinkedHashMap<>();
        List<String> updates = new ArrayList<>();
        for (Attribute<?, ?> attribute : AttributeValues.attributes(session, mapping).values()) {
            String name = attribute.getName();
            boolean id = ids.contains(name);
            if (name.equals(version) || id && !idAssigned && !key.names().contains(name)
                    || !id && !isInsertable(mapping, name)) {
                continue;
            }
            Generator generator = id ? null : generator(mapping, name);
            Object value = generator == null || !generator.generatesOnInsert()
                    ? AttributeValues.access(mapping, name).getGetter().get(row)
                    : generated(session, row, generator);
            if (value != null || set.names().contains(name)) {
                inserted.put(name, value);
            }
            if (set.names().contains(name) || generator != null && generator.generatesOnUpdate() && value != null) {
                updates.add(name + " = excluded." + name);
            }
        }
        if (version != null) {
            updates.add(versionUpdate(mapping, version));
        }
        String hql = "insert into " + mapping.getEntityName() + " e (" + String.join(", ", inserted.keySet()) + ") values ("
                + inserted.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", ")) + ") on conflict ("
                + String.join(", ", key.names()) + ") do update set " + String.join(", ", updates);
        return new UpsertStatement(hql, inserted, ids.stream().anyMatch(inserted::containsKey));
    }

    /** Names of the attributes of the id. */
    static Set<String> idAttributes(SessionImplementor session, EntityPersister mapping) {
        return AttributeValues.attributes(session, mapping).values().stream()
                .filter(attribute -> attribute instanceof SingularAttribute<?, ?> singular && singular.isId())
                .map(Attribute::getName).collect(Collectors.toSet());
    }

    private static String version(EntityPersister mapping) {
        return mapping.isVersioned() ? mapping.getVersionMapping().getVersionAttribute().getAttributeName() : null;
    }

    /** Refuses values that an update cannot set. */
    static void requireSettable(SessionImplementor session, AttributeValues key, AttributeValues set) {
        EntityPersister mapping = key.mapping();
        Set<String> ids = idAttributes(session, mapping);
        String version = version(mapping);
        if (set.names().isEmpty()) {
            throw new IllegalArgumentException("The upsert of " + mapping.getEntityName()
                    + " sets no attribute: use db.getOrCreate(...) for a row that is only inserted");
        }
        for (String name : set.names()) {
            if (key.names().contains(name) || ids.contains(name) || name.equals(version)) {
                throw new IllegalArgumentException("The upsert of " + mapping.getEntityName() + " cannot set '" + name
                        + "', which belongs to the key, the id or the version: name it in the key, or leave it out");
            }
        }
    }

    /** Refuses an entity that one statement on one table cannot store. */
    private static void requireOneRow(EntityPersister mapping, Object row) {
        String instead = ": use db.getOrCreate(...) and change the entity";
        if (mapping.hasMultipleTables()) {
            throw new IllegalStateException("An upsert cannot write " + mapping.getEntityName()
                    + ", which has more than one table" + instead);
        }
        mapping.forEachAttributeMapping(attribute -> {
            if (attribute.isPluralAttributeMapping()
                    && attribute.getPropertyAccess().getGetter().get(row) instanceof Collection<?> collection
                    && !collection.isEmpty()) {
                throw new IllegalStateException(
                        "An upsert cannot write the collection '" + attribute.getAttributeName() + "' of "
                                + mapping.getEntityName() + instead);
            }
        });
    }

    private static boolean isInsertable(EntityPersister mapping, String name) {
        ModelPart part = mapping.findSubPart(name, null);
        return !(part instanceof AttributeMapping attribute) || attribute.getAttributeMetadata().isInsertable();
    }

    private static Generator generator(EntityPersister mapping, String name) {
        return mapping.findSubPart(name, null) instanceof AttributeMapping attribute ? attribute.getGenerator() : null;
    }

    /** The value of a generator such as that of {@code @CreationTimestamp}; null if the database generates it. */
    private static Object generated(SessionImplementor session, Object row, Generator generator) {
        return generator instanceof BeforeExecutionGenerator before ? before.generate(session, row, null, EventType.INSERT)
                : null;
    }

    private static String versionUpdate(EntityPersister mapping, String version) {
        boolean number = Number.class.isAssignableFrom(mapping.getVersionJavaType().getJavaTypeClass());
        return version + " = " + (number ? "e." + version + " + 1" : "excluded." + version);
    }
}
