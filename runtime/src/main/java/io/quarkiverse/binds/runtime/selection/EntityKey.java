package io.quarkiverse.binds.runtime.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;

/** The id of an entity. */
record EntityKey(EntityPersister persister, Class<?> entity, String attribute, Class<?> type) {

    /** @throws IllegalArgumentException if the id is composite, or of a type that a selection cannot keep */
    static EntityKey of(Session session, Class<?> entity) {
        EntityPersister persister = session.getFactory().unwrap(SessionFactoryImplementor.class).getMappingMetamodel()
                .getEntityDescriptor(entity);
        Class<?> type = persister.getIdentifierType().getReturnedClass();
        if (!persister.hasIdentifierProperty() || persister.getIdentifierType().isComponentType()) {
            throw new IllegalArgumentException("There is no selection of " + entity.getName() + ", because its id is composite:"
                    + " give it an id of one attribute, or process the rows with a query of your own");
        }
        if (!isWhole(type) && type != String.class && type != UUID.class) {
            throw new IllegalArgumentException("There is no selection of " + entity.getName() + ", because its id is of "
                    + type.getName() + ": ids can be whole numbers, texts or UUIDs");
        }
        return new EntityKey(persister, entity, persister.getIdentifierPropertyName(), type);
    }

    private static boolean isWhole(Class<?> type) {
        return type == Long.class || type == Integer.class || type == Short.class || type == Byte.class;
    }

    boolean isWholeNumber() {
        return isWhole(type);
    }

    boolean isVersioned() {
        return persister.isVersioned();
    }

    /** The ids as the entity has them; a number that is too large for the type of the id is left out, since no row has it. */
    List<Object> typed(Collection<Object> ids) {
        List<Object> typed = new ArrayList<>(ids.size());
        for (Object id : ids) {
            Object converted = typed(id);
            if (converted != null) {
                typed.add(converted);
            }
        }
        return typed;
    }

    /** @throws IllegalArgumentException if the id is of another kind */
    Object typed(Object id) {
        if (id == null || type.isInstance(id)) {
            return id;
        }
        if (!isWholeNumber() || !(id instanceof Long number)) {
            throw new IllegalArgumentException("The ids of " + entity.getName() + " are of " + type.getName()
                    + ", and a selection was given one of " + id.getClass().getName());
        }
        if (type == Integer.class) {
            return number.intValue() == number ? number.intValue() : null;
        }
        if (type == Short.class) {
            return number.shortValue() == number ? number.shortValue() : null;
        }
        return number.byteValue() == number ? number.byteValue() : null;
    }

    /** The id in the form in which positions keep it. */
    static Object kept(Object id) {
        return id instanceof Number number ? (Object) number.longValue() : id;
    }
}
