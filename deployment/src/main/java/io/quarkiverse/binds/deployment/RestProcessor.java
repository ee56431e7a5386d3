package io.quarkiverse.binds.deployment;

import java.util.List;
import java.util.Map;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.resteasy.reactive.server.model.HandlerChainCustomizer;
import org.jboss.resteasy.reactive.server.processor.scanning.MethodScanner;

import io.quarkiverse.binds.DatabaseUnavailableException;
import io.quarkiverse.binds.InvalidTokenException;
import io.quarkiverse.binds.UnknownDatabaseException;
import io.quarkiverse.binds.runtime.config.SessionBuildTimeConfig;
import io.quarkiverse.binds.runtime.rest.RollbackHandler;
import io.quarkiverse.binds.runtime.rest.UnitOfWorkHandlers;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.resteasy.reactive.server.spi.MethodScannerBuildItem;
import io.quarkus.resteasy.reactive.server.spi.PreExceptionMapperHandlerBuildItem;
import io.quarkus.resteasy.reactive.spi.ExceptionMapperBuildItem;

/** Makes each request a unit of work in an application with Quarkus REST. */
class RestProcessor {

    /** By name, since these classes need Quarkus REST, which may not be there. */
    private static final String RESPONSES = "io.quarkiverse.binds.runtime.rest.RestResponses";
    private static final String REQUEST_UNIT_OF_WORK = "io.quarkiverse.binds.runtime.rest.RequestUnitOfWork";

    private static final String UNAVAILABLE_MAPPER = "io.quarkiverse.binds.runtime.rest.DatabaseUnavailableMapper";

    private static final String UNKNOWN_DATABASE_MAPPER = "io.quarkiverse.binds.runtime.rest.UnknownDatabaseMapper";

    private static final String INVALID_TOKEN_MAPPER = "io.quarkiverse.binds.runtime.rest.InvalidTokenMapper";

    private static final DotName GET = DotName.createSimple("jakarta.ws.rs.GET");
    private static final DotName HEAD = DotName.createSimple("jakarta.ws.rs.HEAD");

    @BuildStep
    void beans(BindsBuildItem binds, SessionBuildTimeConfig config, Capabilities capabilities,
            BuildProducer<AdditionalBeanBuildItem> beans, BuildProducer<ExcludedTypeBuildItem> excluded) {
        boolean hasRest = !binds.isEmpty() && capabilities.isPresent(Capability.RESTEASY_REACTIVE);
        if (hasRest) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(RESPONSES));
        } else {
            excluded.produce(new ExcludedTypeBuildItem(RESPONSES));
        }
        if (hasRest && config.rest()) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(REQUEST_UNIT_OF_WORK));
        } else {
            excluded.produce(new ExcludedTypeBuildItem(REQUEST_UNIT_OF_WORK));
        }
    }

    /** With the lowest priority, so that an exception mapper of the application for the same exception takes precedence. */
    @BuildStep
    void errors(BindsBuildItem binds, Capabilities capabilities, BuildProducer<ExceptionMapperBuildItem> mappers) {
        if (!binds.isEmpty() && capabilities.isPresent(Capability.RESTEASY_REACTIVE)) {
            mappers.produce(new ExceptionMapperBuildItem(UNAVAILABLE_MAPPER, DatabaseUnavailableException.class.getName(),
                    Integer.MAX_VALUE, false));
            mappers.produce(new ExceptionMapperBuildItem(UNKNOWN_DATABASE_MAPPER, UnknownDatabaseException.class.getName(),
                    Integer.MAX_VALUE, false));
            mappers.produce(new ExceptionMapperBuildItem(INVALID_TOKEN_MAPPER, InvalidTokenException.class.getName(),
                    Integer.MAX_VALUE, false));
        }
    }

    /** With the highest priority, since another handler may end the request. */
    @BuildStep
    void rollback(BindsBuildItem binds, SessionBuildTimeConfig config, Capabilities capabilities,
            BuildProducer<PreExceptionMapperHandlerBuildItem> handlers) {
        if (!binds.isEmpty() && config.rest() && capabilities.isPresent(Capability.RESTEASY_REACTIVE)) {
            handlers.produce(new PreExceptionMapperHandlerBuildItem(new RollbackHandler(), 0));
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
                return List.of(new UnitOfWorkHandlers().setSafeMethod(safe));
            }
        }));
    }
}
