package io.quarkiverse.binds.runtime.changes;

import java.lang.annotation.Annotation;
import java.util.List;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;

import io.quarkiverse.binds.BeforeModelsCommitted;
import io.quarkiverse.binds.BulkChange;
import io.quarkiverse.binds.ChangesOf;
import io.quarkiverse.binds.ModelChange;
import io.quarkiverse.binds.ModelsCommitted;

/**
 * An observer method of the application, with the classes whose changes it observes. Thread-safe.
 *
 * @param types null for all classes
 */
record ChangeObserver<T>(ObserverMethod<? super T> method, Class<?>[] types) {

    /** Finds observers: the classes of the qualifier make no difference for that. A literal of CDI would need reflection. */
    private static final class AnyChanges implements ChangesOf {

        @Override
        public Class<? extends Annotation> annotationType() {
            return ChangesOf.class;
        }

        @Override
        public Class<?>[] value() {
            return new Class<?>[0];
        }
    }

    static List<ChangeObserver<BeforeModelsCommitted>> before(BeanManager beans) {
        return find(beans, new BeforeModelsCommitted(List.of(), List.of()));
    }

    static List<ChangeObserver<ModelsCommitted>> after(BeanManager beans) {
        return find(beans, new ModelsCommitted(List.of(), List.of(), List.of(), List.of()));
    }

    /** The observers of exactly the type of an event, in the order of their priorities. */
    private static <T> List<ChangeObserver<T>> find(BeanManager beans, T event) {
        return beans.resolveObserverMethods(event, new AnyChanges()).stream()
                .filter(method -> method.getObservedType() == event.getClass())
                .map(method -> new ChangeObserver<T>(method, types(method))).toList();
    }

    private static Class<?>[] types(ObserverMethod<?> method) {
        for (Annotation qualifier : method.getObservedQualifiers()) {
            if (qualifier instanceof ChangesOf changes) {
                return changes.value();
            }
        }
        return null;
    }

    List<ModelChange> observed(List<ModelChange> changes) {
        return types == null ? changes : changes.stream().filter(this::isObserved).toList();
    }

    List<BulkChange> observedBulk(List<BulkChange> changes) {
        return types == null ? changes : changes.stream().filter(this::isObserved).toList();
    }

    private boolean isObserved(ModelChange change) {
        for (Class<?> type : types) {
            if (type.isInstance(change.entity())) {
                return true;
            }
        }
        return false;
    }

    private boolean isObserved(BulkChange change) {
        for (Class<?> type : types) {
            if (change.entity() != null && (type.isAssignableFrom(change.entity()) || change.entity().isAssignableFrom(type))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return method.toString();
    }
}
