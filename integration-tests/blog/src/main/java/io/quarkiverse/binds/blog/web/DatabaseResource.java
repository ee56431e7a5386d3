package io.quarkiverse.binds.blog.web;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkiverse.binds.blog.store.Databases;

/** Databases of the binds and their tables. */
@Path("/databases")
public class DatabaseResource {

    @Inject
    Databases databases;

    @GET
    public List<Databases.View> list() {
        return databases.list();
    }
}
