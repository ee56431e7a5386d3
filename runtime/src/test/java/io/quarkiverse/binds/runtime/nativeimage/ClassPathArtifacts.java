package io.quarkiverse.binds.runtime.nativeimage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The artifacts on the class path of this test, and what each of them brings along, by the {@code .pom} files beside the JARs
 * in the local repository of Maven. Artifacts are told apart by their ids only, without their groups. Immutable.
 */
final class ClassPathArtifacts {

    /** A dependency that a pom declares. */
    record Dependency(String artifact, boolean isOptional, String scope, Set<String> exclusions) {

        boolean isPassedOn() {
            return !isOptional && (scope.equals("compile") || scope.equals("runtime"));
        }
    }

    private record Visit(String artifact, Set<String> exclusions) {
    }

    private final Map<String, Path> poms = new HashMap<>();

    ClassPathArtifacts() {
        try {
            for (URL manifest : Collections.list(ClassPathArtifacts.class.getClassLoader()
                    .getResources("META-INF/MANIFEST.MF"))) {
                jar(manifest.toString()).map(ClassPathArtifacts::pom).filter(Files::exists)
                        .ifPresent(pom -> poms.put(pom.getParent().getParent().getFileName().toString(), pom));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The artifact from which a class was loaded; empty for a class of the JDK or of this build. */
    static Optional<String> artifact(URI classFile) {
        return artifact(classFile.toString());
    }

    /** The artifact from which a class was loaded; empty for a class of the JDK or of this build. */
    static Optional<String> artifact(URL classFile) {
        return artifact(classFile.toString());
    }

    private static Optional<String> artifact(String classFile) {
        return jar(classFile).map(jar -> jar.getParent().getParent().getFileName().toString());
    }

    private static Optional<Path> jar(String entry) {
        return entry.startsWith("jar:file:") ? Optional.of(Path.of(URI.create(entry.substring(4, entry.indexOf("!/")))))
                : Optional.empty();
    }

    private static Path pom(Path jar) {
        Path version = jar.getParent();
        return version.resolve(version.getParent().getFileName() + "-" + version.getFileName() + ".pom");
    }

    /** Artifacts of this class path that others bring along, and they themselves. */
    Set<String> closure(List<Dependency> roots) {
        Set<String> closure = new TreeSet<>();
        Deque<Visit> waiting = new ArrayDeque<>();
        roots.forEach(root -> waiting.add(new Visit(root.artifact(), root.exclusions())));
        while (!waiting.isEmpty()) {
            Visit visit = waiting.remove();
            if (!poms.containsKey(visit.artifact()) || !closure.add(visit.artifact())) {
                continue;
            }
            for (Dependency dependency : dependencies(poms.get(visit.artifact()))) {
                if (dependency.isPassedOn() && !visit.exclusions().contains(dependency.artifact())
                        && !visit.exclusions().contains("*")) {
                    Set<String> exclusions = new TreeSet<>(visit.exclusions());
                    exclusions.addAll(dependency.exclusions());
                    waiting.add(new Visit(dependency.artifact(), exclusions));
                }
            }
        }
        return closure;
    }

    /** Dependencies that a pom declares itself. */
    static List<Dependency> dependencies(Path pom) {
        try {
            Element project = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile())
                    .getDocumentElement();
            List<Dependency> dependencies = new ArrayList<>();
            for (Element list : children(project, "dependencies")) {
                for (Element dependency : children(list, "dependency")) {
                    Set<String> exclusions = new TreeSet<>();
                    children(dependency, "exclusions").forEach(all -> children(all, "exclusion")
                            .forEach(exclusion -> exclusions.add(text(exclusion, "artifactId", ""))));
                    dependencies.add(new Dependency(text(dependency, "artifactId", ""),
                            text(dependency, "optional", "false").equals("true"), text(dependency, "scope", "compile"),
                            exclusions));
                }
            }
            return dependencies;
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(pom + " cannot be read", e);
        }
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                children.add(element);
            }
        }
        return children;
    }

    private static String text(Element parent, String name, String absent) {
        return children(parent, name).stream().map(element -> element.getTextContent().strip()).findFirst().orElse(absent);
    }
}
