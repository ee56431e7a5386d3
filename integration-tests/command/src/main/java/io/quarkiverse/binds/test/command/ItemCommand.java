package io.quarkiverse.binds.test.command;

import java.util.List;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import io.quarkus.runtime.Quarkus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code items <way> <name> ...} adds items, each in one of the ways, and prints the stored ones; without parameters the
 * application serves requests.
 */
@Command(name = "items")
public class ItemCommand implements Callable<Integer> {

    @Parameters
    List<String> parameters = List.of();

    @Inject
    Items items;

    @Override
    public Integer call() {
        if (parameters.isEmpty()) {
            Quarkus.waitForExit();
            return 0;
        }
        for (int i = 0; i < parameters.size(); i += 2) {
            add(parameters.get(i), parameters.get(i + 1));
        }
        System.out.println("ROWS " + items.names());
        return 0;
    }

    private void add(String way, String name) {
        try {
            if (way.equals("annotated")) {
                items.addInUnit(name);
            } else {
                items.add(way, name);
            }
        } catch (IllegalStateException e) {
            System.out.println("FAILED " + name + ": " + e.getMessage());
        }
    }
}
