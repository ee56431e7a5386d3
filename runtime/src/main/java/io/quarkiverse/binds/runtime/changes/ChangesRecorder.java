package io.quarkiverse.binds.runtime.changes;

import java.util.function.Function;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkus.arc.SyntheticCreationalContext;
import io.quarkus.runtime.annotations.Recorder;

/** Creates the bean of an application with observers of changes. */
@Recorder
public class ChangesRecorder {

    public Function<SyntheticCreationalContext<ChangeEvents>, ChangeEvents> events() {
        return context -> new ChangeEvents(context.getInjectedReference(BeanManager.class),
                context.getInjectedReference(TransactionSynchronizationRegistry.class));
    }
}
