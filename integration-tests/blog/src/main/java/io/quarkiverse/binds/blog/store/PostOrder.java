package io.quarkiverse.binds.blog.store;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Orders of a list of posts. Each ends with the id, so that no post changes its page between two requests. */
public enum PostOrder {

    NEWEST("p.id desc"),
    OLDEST("p.id"),
    TITLE("p.title, p.id"),
    TITLE_DESC("p.title desc, p.id desc"),
    UPDATED("p.updated desc, p.id desc");

    /** Order in HQL for the alias {@code p}. */
    final String hql;

    PostOrder(String hql) {
        this.hql = hql;
    }

    /** Name in a request, such as {@code title-desc}. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Finds an order by its name in a request. */
    public static Optional<PostOrder> of(String parameter) {
        return Stream.of(values()).filter(order -> order.parameter().equals(parameter)).findFirst();
    }

    /** Names of all orders in a request. */
    public static List<String> parameters() {
        return Stream.of(values()).map(PostOrder::parameter).toList();
    }
}
