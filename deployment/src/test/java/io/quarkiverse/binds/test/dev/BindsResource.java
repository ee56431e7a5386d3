package io.quarkiverse.binds.test.dev;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkiverse.binds.Binds;

/** Lists the binds and their entities. */
@Path("/binds")
public class BindsResource {

    @Inject
    Binds binds;

    @GET
    public String list() {
        StringBuilder text = new StringBuilder();
        binds.list().forEach(bind -> text.append(bind.name()).append(bind.entities()).append(' '));
        return text.toString().trim();
    }
}
