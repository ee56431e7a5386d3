package org.acme.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkiverse.binds.CursorPagination;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.PageParams;
import io.quarkiverse.binds.Pagination;

// tag::request[]
@Path("headlines")
public class HeadlineResource {

    @Inject
    Db db;

    @GET
    public Pagination<Headline> headlines() {
        return db.paginate(db.query(Headline.class, "order by title, id"));
    }
    // end::request[]

    // tag::parameters[]
    @GET
    @Path("short")
    public Pagination<Headline> headlines(@BeanParam PageParams page) {
        return db.paginate(db.query(Headline.class, "order by title, id"), page.maxPerPage(50));
    }
    // end::parameters[]

    // tag::cursor[]
    @GET
    @Path("all")
    public CursorPagination<Headline> all() {
        return db.paginateByCursor(db.query(Headline.class, "order by title"));
    }
    // end::cursor[]
}
