package io.quarkiverse.binds.test.nativeimage;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.jboss.jandex.ClassInfo;

import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.builder.BuildContext;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.GeneratedResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageProxyDefinitionBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;

/**
 * Step of a build that writes what the build registers for a native executable into a resource of the application, a line each:
 * {@code class <name> [constructors] [fields] [methods]}, {@code proxy <interfaces>}, {@code resource <path>},
 * {@code service <interface> <class>}; and {@code bean <class>}, {@code record <class>} for the beans and public records of
 * this extension.
 */
final class Registrations implements Consumer<BuildChainBuilder> {

    static final String RESOURCE = "native-registrations.txt";

    private static final String API = "io.quarkiverse.binds";

    @Override
    public void accept(BuildChainBuilder chain) {
        chain.addBuildStep(this::write).consumes(ReflectiveClassBuildItem.class)
                .consumes(NativeImageProxyDefinitionBuildItem.class).consumes(NativeImageResourceBuildItem.class)
                .consumes(ServiceProviderBuildItem.class).consumes(AdditionalBeanBuildItem.class)
                .consumes(CombinedIndexBuildItem.class).produces(GeneratedResourceBuildItem.class).build();
    }

    private void write(BuildContext context) {
        Set<String> lines = new TreeSet<>();
        Map<String, Set<String>> members = new TreeMap<>();
        for (ReflectiveClassBuildItem item : context.consumeMulti(ReflectiveClassBuildItem.class)) {
            item.getClassNames().forEach(type -> members.computeIfAbsent(type, key -> new TreeSet<>()).addAll(members(item)));
        }
        members.forEach((type, kinds) -> lines.add(("class " + type + " " + String.join(" ", kinds)).strip()));
        context.consumeMulti(NativeImageProxyDefinitionBuildItem.class)
                .forEach(item -> lines.add("proxy " + String.join(",", item.getClasses())));
        context.consumeMulti(NativeImageResourceBuildItem.class)
                .forEach(item -> item.getResources().forEach(name -> lines.add("resource " + name)));
        for (ServiceProviderBuildItem item : context.consumeMulti(ServiceProviderBuildItem.class)) {
            item.providers().forEach(
                    provider -> lines.add("service " + item.serviceDescriptorFile().replaceFirst("^.*/", "") + " " + provider));
        }
        context.consumeMulti(AdditionalBeanBuildItem.class).forEach(item -> item.getBeanClasses().stream()
                .filter(type -> type.startsWith(API)).forEach(type -> lines.add("bean " + type)));
        context.consume(CombinedIndexBuildItem.class).getIndex().getKnownClasses().stream().filter(Registrations::isOfApi)
                .forEach(type -> lines.add("record " + type.name()));
        context.produce(new GeneratedResourceBuildItem(RESOURCE, String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean isOfApi(ClassInfo type) {
        return type.isRecord() && type.name().packagePrefix().equals(API)
                && java.lang.reflect.Modifier.isPublic(type.flags());
    }

    private static List<String> members(ReflectiveClassBuildItem item) {
        Set<String> members = new TreeSet<>();
        if (item.isConstructors()) {
            members.add("constructors");
        }
        if (item.isMethods()) {
            members.add("methods");
        }
        if (item.isFields()) {
            members.add("fields");
        }
        return List.copyOf(members);
    }
}
