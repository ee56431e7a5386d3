package io.quarkiverse.binds.runtime.console;

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.Tuple;

import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.Type;

/**
 * Text of the rows of a query: a row that is one entity has a column for each of its attributes but collections, another row
 * has a column for each selected value. Used by one thread.
 */
final class RowValues {

    private final List<String> header;
    private final SessionFactoryImplementor factory;
    /** null if the rows are no entities */
    private final EntityPersister entity;

    private RowValues(List<String> header, SessionFactoryImplementor factory, EntityPersister entity) {
        this.header = header;
        this.factory = factory;
        this.entity = entity;
    }

    static RowValues of(Tuple first, Session session) {
        SessionFactoryImplementor factory = session.getSessionFactory().unwrap(SessionFactoryImplementor.class);
        EntityPersister entity = first.getElements().size() == 1 ? entity(factory, first.get(0)) : null;
        if (entity != null) {
            // of an inheritance tree, what all have
            EntityPersister root = factory.getMappingMetamodel().findEntityDescriptor(entity.getRootEntityName());
            return new RowValues(attributes(root), factory, root);
        }
        List<String> header = new ArrayList<>();
        for (int i = 0; i < first.getElements().size(); i++) {
            String alias = first.getElements().get(i).getAlias();
            header.add(alias == null ? String.valueOf(i + 1) : alias);
        }
        return new RowValues(header, factory, null);
    }

    private static EntityPersister entity(SessionFactoryImplementor factory, Object value) {
        return value == null ? null : factory.getMappingMetamodel().findEntityDescriptor(Hibernate.getClass(value));
    }

    private static List<String> attributes(EntityPersister entity) {
        List<String> names = new ArrayList<>();
        names.add(entity.getIdentifierPropertyName() == null ? "id" : entity.getIdentifierPropertyName());
        for (int i = 0; i < entity.getPropertyNames().length; i++) {
            if (!entity.getPropertyTypes()[i].isCollectionType()) {
                names.add(entity.getPropertyNames()[i]);
            }
        }
        return names;
    }

    List<String> header() {
        return header;
    }

    List<String> of(Tuple row) {
        List<String> values = new ArrayList<>();
        if (entity != null) {
            Object loaded = Hibernate.unproxy(row.get(0));
            values.add(text(entity.getIdentifierType(), entity.getIdentifier(loaded)));
            for (int i = 0; i < entity.getPropertyNames().length; i++) {
                Type type = entity.getPropertyTypes()[i];
                if (!type.isCollectionType()) {
                    values.add(text(type, entity.getPropertyValue(loaded, i)));
                }
            }
            return values;
        }
        for (Object value : row.toArray()) {
            EntityPersister selected = entity(factory, value);
            values.add(selected == null ? String.valueOf(value)
                    : selected.getJpaEntityName() + "#" + selected.getIdentifier(Hibernate.unproxy(value)));
        }
        return values;
    }

    /** Loads nothing: an association is shown by its id. */
    private String text(Type type, Object value) {
        if (value == null) {
            return "null";
        }
        String text = type.toLoggableString(value, factory);
        return type.isEntityType() ? text.replaceFirst("^\\[?[\\w.$]*\\.", "") : text;
    }
}
