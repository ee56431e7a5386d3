package io.quarkiverse.binds.blog.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.PageParams;
import io.quarkiverse.binds.Pagination;
import io.quarkiverse.binds.blog.model.Article;

/** Articles of the blog that the {@link io.quarkiverse.binds.DatabaseSelector} selects for the request. */
@ApplicationScoped
public class Articles {

    /** Article as a response shows it. */
    public record View(Long id, String title, String text, Instant created) {

        static View of(Article article) {
            return new View(article.id, article.title, article.text, article.created);
        }
    }

    @Inject
    Db db;

    public View create(String title, String text) {
        Article article = new Article();
        article.title = title;
        article.text = text;
        article.created = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        db.add(article);
        db.commit();
        return View.of(article);
    }

    public View get(Long id) {
        return View.of(db.getOr404(Article.class, id, "There is no article " + id));
    }

    /** Lists the newest first. */
    public Pagination<View> list(PageParams page) {
        return db.paginate(db.query(Article.class, "order by id desc"), page).map(View::of);
    }
}
