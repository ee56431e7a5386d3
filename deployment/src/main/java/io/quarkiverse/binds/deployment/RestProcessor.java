package io.quarkiverse.binds.deployment;

import java.util.List;
import java.util.Map;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.resteasy.reactive.server.model.HandlerChainCustomizer;
import org.jboss.resteasy.reactive.server.processor.scanning.MethodScanner;

import io.quarkiverse.binds.DatabaseUnavailableException;
import io.quarkiverse.binds.UnknownDatabaseException;
import io.quarkiverse.binds.runtime.config.SessionBuildTimeConfig;
import io.quarkiverse.binds.runtime.rest.UnitHandlers;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.resteasy.reactive.server.spi.MethodScannerBuildItem;
import io.quarkus.resteasy.reactive.spi.ExceptionMapperBuildItem;

/** The request as a unit of work, in an application with Quarkus REST. */
class RestProcessor {

    /** By name: their classes need Quarkus REST, which may not be there. */
    private static final String ANSWERS = "io.quarkiverse.binds.runtime.rest.RestAnswers";
    private static final String UNITS = "io.quarkiverse.binds.runtime.rest.RestUnits";

    private static final String UNAVAILABLE = "io.quarkiverse.binds.runtime.rest.DatabaseUnavailableMapper";

    private static final String UNKNOWN = "io.quarkiverse.binds.runtime.rest.UnknownDatabaseMapper";

    private static final DotName GET = DotName.createSimple("jakarta.ws.rs.GET");
    private static final DotName HEAD = DotName.createSimple("jakarta.ws.rs.HEAD");

    @BuildStep
    void beans(BindsBuildItem binds, SessionBuildTimeConfig config, Capabilities capabilities,
            BuildProducer<AdditionalBeanBuildItem> beans, BuildProducer<ExcludedTypeBuildItem> excluded) {
        boolean answers = !binds.isEmpty() && capabilities.isPresent(Capability.RESTEASY_REACTIVE);
        if (answers) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(ANSWERS));
        } else {
            excluded.produce(new ExcludedTypeBuildItem(ANSWERS));
        }
        if (answers && config.rest()) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(UNITS));
        } else {
            excluded.produce(new ExcludedTypeBuildItem(UNITS));
        }
    }

    /** Their priority is the lowest of all: whatever the application has for the same exception wins. */
    @BuildStep
    void errors(BindsBuildItem binds, Capabilities capabilities, BuildProducer<ExceptionMapperBuildItem> mappers) {
        if (!binds.isEmpty() && capabilities.isPresent(Capability.RESTEASY_REACTIVE)) {
            mappers.produce(new ExceptionMapperBuildItem(UNAVAILABLE, DatabaseUnavailableException.class.getName(),
                    Integer.MAX_VALUE, false));
            mappers.produce(new ExceptionMapperBuildItem(UNKNOWN, UnknownDatabaseException.class.getName(), Integer.MAX_VALUE,
                    false));
        }
    }

    @BuildStep
    void handlers(BindsBuildItem binds, SessionBuildTimeConfig config, Capabilities capabilities,
            BuildProducer<MethodScannerBuildItem> scanners) {
        if (binds.isEmpty() || !config.rest() || capabilities.isMissing(Capability.RESTEASY_REACTIVE)) {
            return;
        }
        scanners.produce(new MethodScannerBuildItem(new MethodScanner() {
            @Override
            public List<HandlerChainCustomizer> scan(MethodInfo method, ClassInfo endpoint, Map<String, Object> context) {
                boolean safe = method.hasAnnotation(GET) || method.hasAnnotation(HEAD);
                return List.of(new UnitHandlers().setSafeMethod(safe));
            }
        }));
    }
}
