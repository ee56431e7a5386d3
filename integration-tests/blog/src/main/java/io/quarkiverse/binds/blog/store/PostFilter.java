package io.quarkiverse.binds.blog.store;

import java.util.ArrayList;
import java.util.List;

/**
 * Condition for posts.
 *
 * @param tag only posts with this tag, or null
 * @param authorId only posts of this user, or null
 */
public record PostFilter(String tag, Long authorId) {

    /** Condition in HQL for the alias {@code p}, with {@link #parameters()} as {@code ?1} and so on. */
    String where() {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        if (tag != null) {
            conditions.add("exists (select 1 from p.tags t where t.name = ?" + conditions.size() + ")");
        }
        if (authorId != null) {
            conditions.add("p.authorId = ?" + conditions.size());
        }
        return String.join(" and ", conditions);
    }

    Object[] parameters() {
        List<Object> parameters = new ArrayList<>();
        if (tag != null) {
            parameters.add(tag);
        }
        if (authorId != null) {
            parameters.add(authorId);
        }
        return parameters.toArray();
    }
}
