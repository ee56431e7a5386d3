package io.quarkiverse.binds.deployment;

import io.quarkiverse.binds.SelectionFailedException;
import io.quarkiverse.binds.runtime.keyset.CursorPaginator;
import io.quarkiverse.binds.runtime.keyset.Cursors;
import io.quarkiverse.binds.runtime.pagination.NoRequestParameters;
import io.quarkiverse.binds.runtime.pagination.PageRules;
import io.quarkiverse.binds.runtime.pagination.Paginator;
import io.quarkiverse.binds.runtime.selection.Selections;
import io.quarkiverse.binds.runtime.token.SealedTokens;
import io.quarkiverse.binds.runtime.token.SignedTokens;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.resteasy.reactive.server.spi.UnwrappedExceptionBuildItem;
import io.quarkus.resteasy.reactive.spi.ContainerResponseFilterBuildItem;

/** Pages of query results, and their answers in an application with Quarkus REST. */
class PaginationProcessor {

    /** By name: their classes need Quarkus REST, which may be absent. */
    private static final String PARAMETERS = "io.quarkiverse.binds.runtime.rest.RequestQueryParameters";
    private static final String HEADERS = "io.quarkiverse.binds.runtime.rest.PaginationHeaders";

    @BuildStep
    void beans(BindsBuildItem binds, Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<ExcludedTypeBuildItem> excluded, BuildProducer<ContainerResponseFilterBuildItem> filters) {
        if (!binds.isEmpty()) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(Paginator.class));
            beans.produce(AdditionalBeanBuildItem.unremovableOf(PageRules.class));
            beans.produce(AdditionalBeanBuildItem.unremovableOf(CursorPaginator.class));
            beans.produce(AdditionalBeanBuildItem.unremovableOf(Cursors.class));
            beans.produce(AdditionalBeanBuildItem.unremovableOf(NoRequestParameters.class));
            beans.produce(AdditionalBeanBuildItem.unremovableOf(SignedTokens.class));
            beans.produce(AdditionalBeanBuildItem.unremovableOf(SealedTokens.class));
            beans.produce(AdditionalBeanBuildItem.unremovableOf(Selections.class));
        } else {
            excluded.produce(new ExcludedTypeBuildItem(Paginator.class.getPackageName() + ".*"));
            excluded.produce(new ExcludedTypeBuildItem(CursorPaginator.class.getPackageName() + ".*"));
            excluded.produce(new ExcludedTypeBuildItem(SignedTokens.class.getPackageName() + ".*"));
            excluded.produce(new ExcludedTypeBuildItem(Selections.class.getName()));
        }
        if (!binds.isEmpty() && capabilities.isPresent(Capability.RESTEASY_REACTIVE)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(PARAMETERS));
            filters.produce(new ContainerResponseFilterBuildItem.Builder(HEADERS).setRegisterAsBean(true).build());
        } else {
            excluded.produce(new ExcludedTypeBuildItem(PARAMETERS));
        }
    }

    /** A chunk that fails because of an unavailable database is answered as such, unless the application has a mapper. */
    @BuildStep
    void selectionFailures(Capabilities capabilities, BuildProducer<UnwrappedExceptionBuildItem> unwrapped) {
        if (capabilities.isPresent(Capability.RESTEASY_REACTIVE)) {
            unwrapped.produce(new UnwrappedExceptionBuildItem(SelectionFailedException.class));
        }
    }

    /** Written as JSON by reflection. */
    @BuildStep
    ReflectiveClassBuildItem pagination() {
        return ReflectiveClassBuildItem.builder("io.quarkiverse.binds.Pagination",
                "io.quarkiverse.binds.runtime.pagination.OffsetPagination", "io.quarkiverse.binds.CursorPagination",
                "io.quarkiverse.binds.runtime.keyset.KeysetPage", "io.quarkiverse.binds.SelectionChunk",
                "io.quarkiverse.binds.SelectionProgress").methods().reason(getClass().getName()).build();
    }
}
