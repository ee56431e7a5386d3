package io.quarkiverse.binds.test.entities.xml;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.shrinkwrap.api.asset.StringAsset;

/** Generates mapping files of classes with the attributes id and name. */
public final class Mapping {

    private Mapping() {
    }

    public static StringAsset of(Class<?>... entities) {
        return new StringAsset("""
                <?xml version="1.0" encoding="UTF-8"?>
                <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.0">
                """ + Stream.of(entities).map(Mapping::entity).collect(Collectors.joining()) + "</entity-mappings>\n");
    }

    private static String entity(Class<?> type) {
        return """
                    <entity class="%s" access="FIELD" metadata-complete="true">
                        <attributes>
                            <id name="id"/>
                            <basic name="name"/>
                        </attributes>
                    </entity>
                """.formatted(type.getName());
    }
}
