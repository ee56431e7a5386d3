package io.quarkiverse.binds.deployment;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.hibernate.query.sql.internal.NativeQueryImpl;
import org.hibernate.query.sqm.internal.SqmQueryImpl;
import org.jboss.jandex.ClassType;
import org.jboss.jandex.DotName;

import io.quarkiverse.binds.BeforeModelsCommitted;
import io.quarkiverse.binds.ModelsCommitted;
import io.quarkiverse.binds.runtime.changes.ChangeEvents;
import io.quarkiverse.binds.runtime.changes.ChangesRecorder;
import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.processor.ObserverInfo;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.BytecodeTransformerBuildItem;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Change events, in an application that observes them. */
class ChangesProcessor {

    private static final Set<DotName> EVENTS = Set.of(DotName.createSimple(BeforeModelsCommitted.class),
            DotName.createSimple(ModelsCommitted.class));

    @BuildStep
    ChangeObserversBuildItem observers(BindsBuildItem binds, EntitiesBuildItem entities, CombinedIndexBuildItem index,
            BeanDiscoveryFinishedBuildItem beans) {
        if (binds.isEmpty()) {
            return new ChangeObserversBuildItem(false);
        }
        List<ObserverInfo> observers = beans.getObservers().stream()
                .filter(observer -> EVENTS.contains(observer.getObservedType().name())).toList();
        Set<String> names = entities.entities().values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
        ChangeObserverCheck check = new ChangeObserverCheck(index.getIndex(), names);
        List<String> problems = observers.stream().flatMap(observer -> check.problems(observer).stream()).sorted().toList();
        if (!problems.isEmpty()) {
            throw new ConfigurationException(String.join("\n", problems));
        }
        return new ChangeObserversBuildItem(!observers.isEmpty());
    }

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    void events(ChangeObserversBuildItem observers, ChangesRecorder recorder, BuildProducer<SyntheticBeanBuildItem> beans) {
        if (observers.isPresent()) {
            beans.produce(SyntheticBeanBuildItem.configure(ChangeEvents.class)
                    .scope(Singleton.class)
                    .addInjectionPoint(ClassType.create(BeanManager.class))
                    .addInjectionPoint(ClassType.create(TransactionSynchronizationRegistry.class))
                    .createWith(recorder.events())
                    .unremovable()
                    .done());
        }
    }

    /**
     * Hibernate has no listener for mutation queries. In dev mode its classes stay over reloads, one of which may bring the
     * first observer.
     */
    @BuildStep
    void mutationQueries(ChangeObserversBuildItem observers, LaunchModeBuildItem launchMode,
            BuildProducer<BytecodeTransformerBuildItem> transformers) {
        if (observers.isPresent() || launchMode.getLaunchMode() == LaunchMode.DEVELOPMENT) {
            for (Class<?> query : List.of(SqmQueryImpl.class, NativeQueryImpl.class)) {
                transformers.produce(new BytecodeTransformerBuildItem.Builder()
                        .setClassToTransform(query.getName())
                        .setCacheable(true)
                        .setVisitorFunction((name, visitor) -> new MutationQueryVisitor(name, visitor))
                        .build());
            }
        }
    }
}
