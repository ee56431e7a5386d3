package io.quarkiverse.binds.architecture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;

/**
 * The cycles of classes within each package: strongly connected components, by Tarjan's algorithm. Nested classes
 * count as their outermost class.
 */
final class ClassCycles {

    private final Map<String, Set<String>> graph = new TreeMap<>();
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> lowLink = new HashMap<>();
    private final Deque<String> stack = new ArrayDeque<>();
    private final List<Set<String>> cycles = new ArrayList<>();

    private ClassCycles(Iterable<JavaClass> classes) {
        for (JavaClass type : classes) {
            Set<String> targets = graph.computeIfAbsent(outermost(type), name -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().equals(type.getPackageName())) {
                    targets.add(outermost(target));
                }
            }
        }
    }

    /** @return the names of the classes of each cycle, with those of more than one class only */
    static Collection<Set<String>> of(Iterable<JavaClass> classes) {
        ClassCycles search = new ClassCycles(classes);
        for (String type : search.graph.keySet()) {
            if (!search.index.containsKey(type)) {
                search.visit(type);
            }
        }
        return search.cycles;
    }

    private static String outermost(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer.getName();
    }

    private void visit(String type) {
        int own = index.size();
        index.put(type, own);
        lowLink.put(type, own);
        stack.push(type);
        for (String target : graph.getOrDefault(type, Set.of())) {
            if (!index.containsKey(target)) {
                visit(target);
                lowLink.merge(type, lowLink.get(target), Math::min);
            } else if (stack.contains(target)) {
                lowLink.merge(type, index.get(target), Math::min);
            }
        }
        if (lowLink.get(type) == own) {
            Set<String> component = new TreeSet<>();
            while (!component.contains(type)) {
                component.add(stack.pop());
            }
            if (component.size() > 1) {
                cycles.add(component);
            }
        }
    }
}
