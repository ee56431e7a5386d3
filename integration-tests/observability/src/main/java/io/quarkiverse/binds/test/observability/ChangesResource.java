package io.quarkiverse.binds.test.observability;

import java.util.List;
import java.util.TreeMap;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Runs a scenario, each request as a unit of work; returns the events that its observers saw. */
@Path("/changes/{scenario}")
public class ChangesResource {

    @Inject
    ChangeWatcher watcher;

    @Inject
    ChangeScenarios changes;

    @Inject
    CommitScenarios commits;

    @POST
    public List<String> run(@PathParam("scenario") String name) {
        TreeMap<String, ChangeWatcher.Scenario> scenarios = new TreeMap<>(changes.all());
        scenarios.putAll(commits.all());
        return watcher.watch(scenarios.get(name));
    }
}
