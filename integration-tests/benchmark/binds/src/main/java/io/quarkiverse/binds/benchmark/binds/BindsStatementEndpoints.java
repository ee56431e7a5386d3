package io.quarkiverse.binds.benchmark.binds;

import java.util.List;

import jakarta.inject.Inject;

import io.quarkiverse.binds.Reads;
import io.quarkiverse.binds.UnitOfWork;
import io.quarkiverse.binds.benchmark.blog.Post;
import io.quarkiverse.binds.benchmark.web.PostAndAccount;
import io.quarkiverse.binds.benchmark.web.PostPage;
import io.quarkiverse.binds.benchmark.web.StatementEndpoints;

/** Reads with binds by statement: the code is that of {@link BindsEndpoints}. */
@UnitOfWork(reads = Reads.STATEMENT)
public class BindsStatementEndpoints implements StatementEndpoints {

    @Inject
    BindsEndpoints endpoints;

    @Override
    public Post read(Long id) {
        return endpoints.read(id);
    }

    @Override
    public List<Post> readTwo(Long id, Long other) {
        return endpoints.readTwo(id, other);
    }

    @Override
    public PostAndAccount readFromTwoDatabases(Long id, Long account) {
        return endpoints.readFromTwoDatabases(id, account);
    }

    @Override
    public PostPage page(int page) {
        return endpoints.page(page);
    }
}
