package io.quarkiverse.binds.test.session;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Db;

/** Runs a scenario in the request itself, or in another entry point. */
@Path("deeds")
public class ScenarioResource {

    @Inject
    Db db;

    @Inject
    AnnotatedScenarios scenarios;

    @Inject
    EntryPoints entryPoints;

    @POST
    @Path("request/{deed}/{name}")
    public String inRequest(@PathParam("deed") WorkScenario scenario, @PathParam("name") String name) throws Exception {
        scenario.run(db, name);
        return "returned";
    }

    @POST
    @Path("nested/{deed}/{name}")
    public String nested(@PathParam("deed") WorkScenario scenario, @PathParam("name") String name) {
        db.add(new Note(name + "-outer"));
        db.flush();
        return EntryPoints.outcome(() -> db.call(() -> {
            scenario.run(db, name);
            return null;
        }));
    }

    @POST
    @Path("{place}/{deed}/{name}")
    public String elsewhere(@PathParam("place") String place, @PathParam("deed") WorkScenario scenario,
            @PathParam("name") String name)
            throws Exception {
        return switch (place) {
            case "run" -> entryPoints.run(scenario, name);
            case "annotated" -> entryPoints.unitOfWork(scenario, name);
            case "scheduled" -> entryPoints.scheduled(scenario, name);
            case "message" -> entryPoints.message(scenario, name);
            default -> throw new IllegalArgumentException(place);
        };
    }
}
