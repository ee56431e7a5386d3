package io.quarkiverse.binds.runtime.upsert;

import java.util.function.Consumer;

/** Creates instances of entities. */
final class NewInstance {

    private NewInstance() {
    }

    /** A new instance with the values of a key, which a function has completed. */
    static <T> T of(Class<T> type, AttributeValues key, Consumer<? super T> init) {
        T instance = type.cast(key.mapping().getRepresentationStrategy().getInstantiator().instantiate());
        key.setOn(instance);
        init.accept(instance);
        return instance;
    }
}
