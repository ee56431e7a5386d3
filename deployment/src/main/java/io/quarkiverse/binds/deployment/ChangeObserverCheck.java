package io.quarkiverse.binds.deployment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

import io.quarkiverse.binds.ChangesOf;
import io.quarkus.arc.processor.ObserverInfo;

/** Finds observers of changes that would never be called. */
final class ChangeObserverCheck {

    private static final DotName CHANGES_OF = DotName.createSimple(ChangesOf.class);
    private static final DotName ANY = DotName.createSimple(Any.class);

    private final IndexView index;
    private final Set<DotName> observable = new HashSet<>();

    /** @param entities the names of the entity classes */
    ChangeObserverCheck(IndexView index, Set<String> entities) {
        this.index = index;
        entities.forEach(entity -> addWithSupertypes(DotName.createSimple(entity)));
    }

    private void addWithSupertypes(DotName type) {
        if (type == null || type.equals(DotName.OBJECT_NAME) || !observable.add(type)) {
            return;
        }
        ClassInfo info = index.getClassByName(type);
        if (info != null) {
            addWithSupertypes(info.superName());
            info.interfaceNames().forEach(this::addWithSupertypes);
        }
    }

    List<String> problems(ObserverInfo observer) {
        String name = name(observer);
        String event = observer.getObservedType().name().withoutPackagePrefix();
        List<String> problems = new ArrayList<>();
        if (observer.isAsync()) {
            problems.add(
                    name + " observes " + event + " with @ObservesAsync, but entities belong to the thread of the commit: use"
                            + " @Observes, and hand what is needed of the entities to another thread, such as their ids");
        }
        if (observer.getTransactionPhase() != TransactionPhase.IN_PROGRESS) {
            problems.add(name + " observes " + event + " with during = " + observer.getTransactionPhase()
                    + ", but the event itself has its time: BeforeModelsCommitted before the commit, ModelsCommitted after it."
                    + " Remove 'during'");
        }
        for (AnnotationInstance qualifier : observer.getQualifiers()) {
            if (qualifier.name().equals(CHANGES_OF)) {
                requireEntities(name, qualifier, problems);
            } else if (!qualifier.name().equals(ANY)) {
                problems.add(name + " observes " + event + " with the qualifier @" + qualifier.name()
                        + ", which the event never has: only @ChangesOf limits an observer");
            }
        }
        return problems;
    }

    private void requireEntities(String name, AnnotationInstance qualifier, List<String> problems) {
        for (Type type : qualifier.value().asClassArray()) {
            if (!observable.contains(type.name())) {
                problems.add(
                        name + " observes changes of " + type.name() + ", which is neither an entity of a bind nor a superclass"
                                + " or an interface of one: it would never be called");
            }
        }
        if (qualifier.value().asClassArray().length == 0) {
            problems.add(name + " observes changes of no class: name one in @ChangesOf, or remove it to observe all");
        }
    }

    private static String name(ObserverInfo observer) {
        return observer.isSynthetic() ? "An observer of " + observer.getBeanClass()
                : observer.getObserverMethod().declaringClass().name() + "." + observer.getObserverMethod().name();
    }
}
