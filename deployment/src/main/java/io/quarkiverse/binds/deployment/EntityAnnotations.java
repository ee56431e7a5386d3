package io.quarkiverse.binds.deployment;

import org.jboss.jandex.DotName;

import io.quarkiverse.binds.Bind;
import io.quarkus.hibernate.orm.PersistenceUnit;

/** Names of the annotations by which the build finds entities and their binds. */
final class EntityAnnotations {

    static final DotName ENTITY = DotName.createSimple("jakarta.persistence.Entity");
    static final DotName MAPPED_SUPERCLASS = DotName.createSimple("jakarta.persistence.MappedSuperclass");
    static final DotName BIND = DotName.createSimple(Bind.class);
    static final DotName PERSISTENCE_UNIT = DotName.createSimple(PersistenceUnit.class);

    private EntityAnnotations() {
    }
}
