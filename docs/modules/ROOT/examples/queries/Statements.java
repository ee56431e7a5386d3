package org.acme.queries;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.RecordedQueries;

@ApplicationScoped
public class Statements {

    @Inject
    Db db;

    @Inject
    RecordedQueries queries;

    public int count() {
        // tag::count[]
        int statements = db.call(() -> {
            db.query(Author.class, "from Author a join fetch a.books").getResultList().forEach(author -> author.books.size());
            return queries.list().size();
        });
        // end::count[]
        return statements;
    }
}
