package io.quarkiverse.binds.runtime.keyset;

import java.util.List;
import java.util.function.Supplier;

import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.hql.HqlTranslator;
import org.hibernate.query.spi.HqlInterpretation;
import org.hibernate.query.sqm.internal.SqmSelectionQueryImpl;
import org.hibernate.query.sqm.spi.CacheabilityInfluencers;
import org.hibernate.query.sqm.tree.SqmStatement;
import org.hibernate.query.sqm.tree.select.SqmSelectStatement;

/**
 * The statements that are made from one HQL text, in Hibernate's own caches of what it makes from texts: the tree, its
 * parameters and its SQL are made once for all positions with nulls in the same columns, and found again without comparing
 * trees.
 */
final class KeptQuery {

    private final String text;
    private final SharedSessionContractImplementor session;

    private KeptQuery(String text, SharedSessionContractImplementor session) {
        this.text = text;
        this.session = session;
    }

    /** @return null if the query is none that Hibernate would keep */
    static KeptQuery of(SelectionQuery<?> query, SharedSessionContractImplementor session) {
        return query instanceof CacheabilityInfluencers kept && kept.isQueryPlanCacheable()
                && kept.getQueryStringCacheKey() instanceof String text
                && query.getParameterMetadata().findQueryParameter(KeysetRestriction.parameterName(0)) == null
                        ? new KeptQuery(text, session)
                        : null;
    }

    /**
     * Makes a query whose sort values are set.
     *
     * @param form what the statement depends on beside the text and the position
     * @param statement makes the tree, with sort values as named parameters
     */
    SelectionQuery<Object[]> query(String form, Position position, Supplier<SqmSelectStatement<Object[]>> statement) {
        String key = key(form, position);
        HqlInterpretation<Object[]> interpretation = session.getFactory().getQueryEngine().getInterpretationCache()
                .resolveHqlInterpretation(key, Object[].class, new Translator(statement));
        SelectionQuery<Object[]> query = new SqmSelectionQueryImpl<>(key, interpretation, Object[].class, session);
        if (position != null) {
            set(query, position.values());
        }
        return query;
    }

    /** Not every form of the statement compares with each of the values. */
    private static void set(SelectionQuery<?> query, List<Object> values) {
        for (int column = 0; column < values.size(); column++) {
            String name = KeysetRestriction.parameterName(column);
            if (query.getParameterMetadata().findQueryParameter(name) != null) {
                query.setParameter(name, values.get(column));
            }
        }
    }

    private String key(String form, Position position) {
        StringBuilder key = new StringBuilder(text.length() + form.length() + 40).append(text).append(" [page by cursor")
                .append(form);
        if (position != null) {
            key.append(position.inclusive() ? " from " : " beyond ");
            position.values().forEach(value -> key.append(value == null ? '0' : '?'));
        }
        return key.append(']').toString();
    }

    private record Translator(Supplier<SqmSelectStatement<Object[]>> statement) implements HqlTranslator {

        @Override
        @SuppressWarnings("unchecked")
        public <R> SqmStatement<R> translate(String hql, Class<R> type) {
            return (SqmStatement<R>) new SqmSelectStatement<>(statement.get()); // collects the parameters of the changed tree
        }
    }
}
