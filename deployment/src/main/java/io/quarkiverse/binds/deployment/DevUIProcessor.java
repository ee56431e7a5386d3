package io.quarkiverse.binds.deployment;

import io.quarkiverse.binds.dev.BindsService;
import io.quarkiverse.binds.dev.DatabasesService;
import io.quarkiverse.binds.dev.ModelService;
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
            BuildProducer<JsonRPCProvidersBuildItem> services) {
        if (binds.isEmpty()) {
            return;
        }
        CardPageBuildItem card = new CardPageBuildItem();
        card.addPage(Page.webComponentPageBuilder().title("Binds").icon("font-awesome-solid:database")
                .componentLink("qwc-binds-list.js").dynamicLabelJsonRPCMethodName("numberOfBinds"));
        services.produce(new JsonRPCProvidersBuildItem(BindsService.class));
        if (!binds.dynamic().isEmpty()) {
            card.addPage(Page.webComponentPageBuilder().title("Databases on the fly").icon("font-awesome-solid:layer-group")
                    .componentLink("qwc-binds-databases.js").dynamicLabelJsonRPCMethodName("numberOfDatabases"));
            services.produce(new JsonRPCProvidersBuildItem(DatabasesService.class));
        }
        card.addPage(Page.webComponentPageBuilder().title("Model and database").icon("font-awesome-solid:code-compare")
                .componentLink("qwc-binds-model.js"));
        services.produce(new JsonRPCProvidersBuildItem(ModelService.class));
        cards.produce(card);
    }
}
