package io.quarkiverse.binds.deployment;

import java.util.List;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

import io.quarkiverse.binds.UnitOfWork;
import io.quarkus.arc.deployment.ValidationPhaseBuildItem.ValidationErrorBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Refuses {@code @UnitOfWork} on methods that the container calls without interceptors, where it would be ignored. */
class LifecycleMethodsProcessor {

    private static final List<DotName> CALLBACKS = List.of(DotName.createSimple("jakarta.annotation.PostConstruct"),
            DotName.createSimple("jakarta.annotation.PreDestroy"));

    /** The build item is declared but never produced: Quarkus does not run a step without one. */
    @BuildStep
    void check(BindsBuildItem binds, CombinedIndexBuildItem index, BuildProducer<ValidationErrorBuildItem> errors) {
        if (binds.isEmpty()) {
            return;
        }
        for (AnnotationInstance unitOfWork : index.getIndex().getAnnotations(UnitOfWork.class)) {
            if (unitOfWork.target().kind() == AnnotationTarget.Kind.METHOD) {
                refuse(unitOfWork.target().asMethod());
            }
        }
    }

    private static void refuse(MethodInfo method) {
        for (DotName callback : CALLBACKS) {
            if (method.hasDeclaredAnnotation(callback)) {
                throw new ConfigurationException("@UnitOfWork on " + method.declaringClass().name() + "." + method.name()
                        + "() has no effect: interceptors do not apply to a method with @" + callback.withoutPackagePrefix()
                        + ". Run its work with db.run(...) or db.call(...)");
            }
        }
    }
}
