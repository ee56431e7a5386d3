package io.quarkiverse.binds.test.data;

import java.util.Map;
import java.util.stream.IntStream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.criteria.JoinType;

import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.graph.GraphSemantic;
import org.hibernate.query.SelectionQuery;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.PageParams;
import io.quarkiverse.binds.Pagination;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepository;

/** Pages of queries that fetch collections, in descending order; Hibernate alone would read all rows and cut in memory. */
@RequestScoped
public class TodoFetches {

    @Inject
    Db db;
    @Inject
    TodoRepositories repositories;

    Pagination<TodoResource.Line> page(Kind kind, String way, PageParams params) {
        return page(kind, kind.todo, way, params);
    }

    private <T extends Todo> Pagination<TodoResource.Line> page(Kind kind, Class<T> entity, String way, PageParams params) {
        Pagination<? extends Todo> page = way.startsWith("panache-") ? db.paginate(panache(kind, entity, way), params)
                : db.paginate(query(entity, way), params);
        int loaded = db.session(entity).getStatistics().getEntityCount();
        if (loaded != page.getItems().size()) {
            throw new IllegalStateException(loaded + " entities were loaded for a page of " + page.getItems().size());
        }
        return page.map(todo -> {
            if (!Hibernate.isInitialized(todo.tags)) {
                throw new IllegalStateException("Tags of " + todo.number + " are not loaded");
            }
            return new TodoResource.Line(todo.number, todo.tags.size());
        });
    }

    private <T extends Todo> SelectionQuery<T> query(Class<T> entity, String way) {
        return switch (way) {
            case "left" -> db.query(entity, select(entity, "", "left join fetch"), 0);
            case "inner" -> db.query(entity, select(entity, "", "join fetch"), 0);
            case "distinct" -> db.query(entity, select(entity, "distinct", "join fetch"), 0);
            case "graph" -> db.query(entity, "number > ?1 order by number desc", 0).setEntityGraph(
                    graph(db.session(entity), entity), GraphSemantic.LOAD);
            case "list" -> db.query(entity, "select t from " + entity.getName()
                    + " t left join fetch t.tags where t.number in ?1 order by t.number desc",
                    IntStream.rangeClosed(1, 250).boxed().toList());
            case "criteria" -> criteria(entity);
            default -> throw new IllegalArgumentException(way);
        };
    }

    private static String select(Class<?> entity, String distinct, String join) {
        return "select " + distinct + " t from " + entity.getName() + " t " + join
                + " t.tags where t.number > ?1 order by t.number desc";
    }

    /** With two parameters that have neither a name nor a position. */
    private <T extends Todo> SelectionQuery<T> criteria(Class<T> entity) {
        var builder = db.session(entity).getCriteriaBuilder();
        var criteria = builder.createQuery(entity);
        var root = criteria.from(entity);
        root.fetch("tags", JoinType.LEFT);
        var least = builder.parameter(Integer.class);
        var most = builder.parameter(Integer.class);
        criteria.select(root).where(builder.ge(root.get("number"), least), builder.le(root.get("number"), most))
                .orderBy(builder.desc(root.get("number")));
        return db.session(entity).createSelectionQuery(criteria).setParameter(most, 250).setParameter(least, 1);
    }

    private static <T extends Todo> EntityGraph<T> graph(Session session, Class<T> entity) {
        var graph = session.createEntityGraph(entity);
        graph.addAttributeNodes("tags");
        return graph;
    }

    @SuppressWarnings("unchecked")
    private <T extends Todo> PanacheQuery<T> panache(Kind kind, Class<T> entity, String way) {
        PanacheRepository<T> repository = (PanacheRepository<T>) repositories.of(kind);
        return switch (way) {
            case "panache-left" -> repository.find(select(entity, "", "left join fetch"), 0);
            case "panache-inner" -> repository.find(select(entity, "", "join fetch"), 0);
            case "panache-list" -> repository.find("select t from " + entity.getName()
                    + " t left join fetch t.tags where t.number in :numbers order by t.number desc",
                    Map.of("numbers", IntStream.rangeClosed(1, 250).boxed().toList()));
            case "panache-named" -> repository.find("#" + entity.getSimpleName() + ".fetched", 0);
            case "panache-graph" -> repository.find("number > ?1 order by number desc", 0)
                    .withHint("jakarta.persistence.loadgraph", graph(db.session(entity), entity));
            default -> throw new IllegalArgumentException(way);
        };
    }
}
