package io.quarkiverse.binds.deployment;

import io.quarkiverse.binds.dev.BindsService;
import io.quarkiverse.binds.dev.DatabasesService;
import io.quarkiverse.binds.dev.ModelService;
import io.quarkiverse.binds.dev.UnitOfWorkHistory;
import io.quarkiverse.binds.dev.UnitsOfWorkService;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.IsLocalDevelopment;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.devui.spi.JsonRPCProvidersBuildItem;
import io.quarkus.devui.spi.page.CardPageBuildItem;
import io.quarkus.devui.spi.page.Page;

/** Pages of the Dev UI and tools of the Dev MCP. */
@BuildSteps(onlyIf = IsLocalDevelopment.class)
class DevUIProcessor {

    @BuildStep
    void pages(BindsBuildItem binds, BuildProducer<CardPageBuildItem> cards,
            BuildProducer<JsonRPCProvidersBuildItem> services, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (binds.isEmpty()) {
            return;
        }
        CardPageBuildItem card = new CardPageBuildItem();
        card.addPage(Page.webComponentPageBuilder().title("Overview").icon("font-awesome-solid:database")
                .componentLink("qwc-binds-list.js").dynamicLabelJsonRPCMethodName("numberOfBinds"));
        services.produce(new JsonRPCProvidersBuildItem(BindsService.class));
        if (!binds.dynamic().isEmpty()) {
            card.addPage(Page.webComponentPageBuilder().title("Databases on the fly").icon("font-awesome-solid:layer-group")
                    .componentLink("qwc-binds-databases.js").dynamicLabelJsonRPCMethodName("numberOfDatabases"));
            services.produce(new JsonRPCProvidersBuildItem(DatabasesService.class));
        }
        card.addPage(Page.webComponentPageBuilder().title("Units of work").icon("font-awesome-solid:timeline")
                .componentLink("qwc-binds-units.js"));
        services.produce(new JsonRPCProvidersBuildItem(UnitsOfWorkService.class));
        beans.produce(AdditionalBeanBuildItem.unremovableOf(UnitOfWorkHistory.class));
        card.addPage(Page.webComponentPageBuilder().title("Model and database").icon("font-awesome-solid:code-compare")
                .componentLink("qwc-binds-model.js"));
        services.produce(new JsonRPCProvidersBuildItem(ModelService.class));
        cards.produce(card);
    }
}
