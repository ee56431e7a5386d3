package io.quarkiverse.binds.runtime.session;

import jakarta.persistence.Entity;

/** Creates the error message for a class that was used as an entity but is in no persistence unit. */
final class UnknownEntity {

    private UnknownEntity() {
    }

    static String message(Class<?> type) {
        if (isAnnotated(type)) {
            return type.getName() + " is an entity, but it was not seen when the application was built: its jar has no index."
                    + " Give its package to a bind with quarkus.binds.<name>.packages=" + type.getPackageName()
                    + ", or index the jar, with jandex-maven-plugin in its own build or with quarkus.index-dependency.<any>.group-id"
                    + " and quarkus.index-dependency.<any>.artifact-id";
        }
        return type.getName()
                + " is no entity of this application: it needs @Entity, or an <entity> in a mapping file, and @Bind"
                + " if it does not live in the default bind";
    }

    /** Whether a class is annotated as an entity; a proxy or a subclass has the annotation on a superclass. */
    private static boolean isAnnotated(Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (c.isAnnotationPresent(Entity.class)) {
                return true;
            }
        }
        return false;
    }
}
