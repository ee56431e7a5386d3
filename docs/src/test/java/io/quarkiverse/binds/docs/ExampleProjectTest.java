package io.quarkiverse.binds.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** J2: the example project has the dependencies and versions with which this module tests it. */
class ExampleProjectTest {

    private final Document example = parse(Page.MODULE.resolve("examples/getting-started/pom.xml"));
    private final Document docs = parse(Page.DOCS.resolve("pom.xml"));
    private final Document parent = parse(Page.ROOT.resolve("pom.xml"));

    @Test
    void exampleHasTheDependenciesOfThisModule() {
        assertThat(dependencies(example)).isEqualTo(dependencies(docs)).hasSizeGreaterThan(2);
    }

    @Test
    void exampleHasTheVersionsOfThisModule() {
        for (String property : List.of("quarkus.version", "maven.compiler.release")) {
            assertThat(text(example, property)).as(property).isEqualTo(text(parent, property));
        }
        assertThat(text(example, "binds.version")).isEqualTo(child(parent.getDocumentElement(), "version"));
    }

    /** Dependencies of the application, without those of its tests. */
    private static List<String> dependencies(Document pom) {
        Element list = null;
        for (Node node = pom.getDocumentElement().getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals("dependencies")) {
                list = (Element) node;
            }
        }
        List<String> found = new ArrayList<>();
        NodeList dependencies = list.getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            if (!"test".equals(child(dependency, "scope"))) {
                found.add(child(dependency, "groupId") + ":" + child(dependency, "artifactId"));
            }
        }
        return found;
    }

    private static String child(Element element, String name) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals(name)) {
                return node.getTextContent().strip();
            }
        }
        return null;
    }

    private static String text(Document pom, String name) {
        return pom.getElementsByTagName(name).item(0).getTextContent().strip();
    }

    private static Document parse(Path file) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        } catch (Exception e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
