package io.quarkiverse.binds.runtime.pagination;

import org.hibernate.query.ParameterMetadata;
import org.hibernate.query.QueryParameter;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.spi.DomainQueryExecutionContext;
import org.hibernate.query.spi.QueryParameterBinding;

/** Gives the values of a query's parameters to a query that was derived from it. */
final class QueryCopies {

    private QueryCopies() {
    }

    /** @param derived has the same parameters, or some of them */
    static <T> SelectionQuery<T> withParameters(SelectionQuery<?> original, SelectionQuery<T> derived) {
        ((DomainQueryExecutionContext) original).getQueryParameterBindings().visitBindings((parameter, binding) -> {
            QueryParameter<?> same = find(derived.getParameterMetadata(), parameter);
            if (same != null && binding.isBound()) {
                copy(binding, same, derived);
            }
        });
        return derived;
    }

    /** A parameter by name or position; one of a criteria query without both is the same object in its copies. */
    private static QueryParameter<?> find(ParameterMetadata metadata, QueryParameter<?> original) {
        if (original.getName() != null) {
            return metadata.findQueryParameter(original.getName());
        }
        if (original.getPosition() != null) {
            return metadata.findQueryParameter(original.getPosition());
        }
        return metadata.containsReference(original) ? original : null;
    }

    @SuppressWarnings("unchecked")
    private static <P> void copy(QueryParameterBinding<P> binding, QueryParameter<?> parameter, SelectionQuery<?> derived) {
        if (binding.isMultiValued()) {
            derived.setParameterList((QueryParameter<P>) parameter, binding.getBindValues());
        } else {
            derived.setParameter((QueryParameter<P>) parameter, (P) binding.getBindValue());
        }
    }
}
