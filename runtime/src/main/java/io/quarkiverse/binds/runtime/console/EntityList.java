package io.quarkiverse.binds.runtime.console;

import java.util.ArrayList;
import java.util.List;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.Type;

import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkus.hibernate.orm.runtime.JPAConfig;

/** Lists the entities of binds with their tables and attributes. Asks no database. */
final class EntityList {

    private final Binds binds;
    private final JPAConfig units;

    EntityList(Binds binds, JPAConfig units) {
        this.binds = binds;
        this.units = units;
    }

    /** @param bind null for all */
    String print(String bind) {
        StringBuilder text = new StringBuilder();
        for (BindInfo info : bind == null ? binds.list() : List.of(BindChoice.named(binds, bind))) {
            text.append(BindNames.displayFirst(info.name())).append(" (").append(info.kind()).append(")\n");
            text.append(info.entities().isEmpty() ? "no entities\n" : table(info).print()).append('\n');
        }
        return text.toString().stripTrailing();
    }

    private TextTable table(BindInfo bind) {
        SessionFactoryImplementor factory = units.getEntityManagerFactory(bind.name(), false)
                .unwrap(SessionFactoryImplementor.class);
        TextTable table = new TextTable(List.of("entity", "table", "attributes"));
        for (String entity : bind.entities()) {
            EntityPersister persister = factory.getMappingMetamodel().findEntityDescriptor(entity);
            if (persister != null) {
                table.add(List.of(persister.getJpaEntityName(), persister.getMappedTableDetails().getTableName(),
                        attributes(persister)));
            }
        }
        return table;
    }

    private static String attributes(EntityPersister persister) {
        List<String> attributes = new ArrayList<>();
        if (persister.getIdentifierPropertyName() != null) {
            attributes.add(persister.getIdentifierPropertyName() + " " + name(persister.getIdentifierType()));
        }
        for (int i = 0; i < persister.getPropertyNames().length; i++) {
            attributes.add(persister.getPropertyNames()[i] + " " + name(persister.getPropertyTypes()[i]));
        }
        return String.join(", ", attributes);
    }

    private static String name(Type type) {
        return BindChoice.simpleName(type.getReturnedClass().getTypeName());
    }
}
