package org.acme.blog;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkiverse.binds.Binds;

// tag::resource[]
@Path("/binds")
public class BindsResource {

    @Inject
    Binds binds;

    @GET
    public List<String> list() {
        return binds.list().stream()
                .map(bind -> bind.name() + ": " + bind.url().orElse("no URL") + ", " + bind.setting("pool.recycle"))
                .toList();
    }
}
// end::resource[]
