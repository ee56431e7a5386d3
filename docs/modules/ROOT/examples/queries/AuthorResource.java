package org.acme.queries;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.RecordedQueries;
import io.quarkiverse.binds.RecordedQuery;

// tag::list[]
@Path("authors")
public class AuthorResource {

    private static final Logger LOG = Logger.getLogger(AuthorResource.class);

    @Inject
    Db db;

    @Inject
    RecordedQueries queries;

    @GET
    public List<Author> list() {
        List<Author> authors = db.query(Author.class, "from Author a join fetch a.books").getResultList();
        for (RecordedQuery query : queries.list()) {
            LOG.infof("%s: %d rows in %s at %s", query.bind(), query.rows(), query.duration(), query.location());
        }
        return authors;
    }
}
// end::list[]
