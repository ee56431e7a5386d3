package io.quarkiverse.binds.runtime.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.hibernate.query.QueryParameter;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.spi.DomainQueryExecutionContext;
import org.hibernate.type.BindableType;

import io.quarkiverse.binds.InvalidTokenException;

/** The parameters of a query: read from it, checked, and set in those that are derived from it. */
final class Parameters {

    private static final Comparator<Parameter> ORDER = Comparator.comparingInt(Parameter::position)
            .thenComparing(Parameter::name, Comparator.nullsFirst(Comparator.naturalOrder()));

    private Parameters() {
    }

    /** The parameters that are set, in an order that does not depend on that of the calls. */
    static List<Parameter> of(SelectionQuery<?> query) {
        List<Parameter> parameters = new ArrayList<>();
        ((DomainQueryExecutionContext) query).getQueryParameterBindings().visitBindings((parameter, binding) -> {
            if (!binding.isBound()) {
                throw new IllegalArgumentException("The parameter " + label(parameter) + " of a selection is not set");
            }
            Object value = binding.isMultiValued() ? new ArrayList<>(binding.getBindValues()) : binding.getBindValue();
            parameters.add(parameter.getName() == null ? new Parameter(null, parameter.getPosition(), value)
                    : new Parameter(parameter.getName(), 0, value));
        });
        parameters.sort(ORDER);
        return parameters;
    }

    private static String label(QueryParameter<?> parameter) {
        return parameter.getName() == null ? "?" + parameter.getPosition() : ":" + parameter.getName();
    }

    static <R> SelectionQuery<R> set(SelectionQuery<R> query, List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            if (parameter.name() == null) {
                query.setParameter(parameter.position(), parameter.value());
            } else {
                query.setParameter(parameter.name(), parameter.value());
            }
        }
        return query;
    }

    /** @throws IllegalArgumentException if a token cannot keep a value, or the query does not tell the class of an enum */
    static void requireKept(SelectionQuery<?> query, List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            try {
                new ValueWriter().value(parameter.value());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("The parameter " + parameter.label() + " is " + e.getMessage(), e);
            }
            for (Object value : valuesOf(parameter)) {
                if (value instanceof Enum<?> constant && expectedType(query, parameter) != constant.getDeclaringClass()) {
                    throw new IllegalArgumentException("The parameter " + parameter.label() + " is an enum of "
                            + constant.getDeclaringClass().getName() + ", but the query does not tell so: compare an attribute"
                            + " of that type with it, as in 'status = " + parameter.label() + "'");
                }
            }
        }
    }

    private static Collection<?> valuesOf(Parameter parameter) {
        return parameter.value() instanceof Collection<?> values ? values
                : parameter.value() == null ? List.of() : List.of(parameter.value());
    }

    /** Turns the names of enum constants of a token into constants of the class that the query expects. */
    static List<Parameter> resolved(SelectionQuery<?> query, List<Parameter> parameters) {
        return parameters.stream().map(parameter -> parameter.withValue(
                parameter.value() instanceof List<?> values
                        ? values.stream().map(value -> resolved(query, parameter, value)).toList()
                        : resolved(query, parameter, parameter.value())))
                .toList();
    }

    private static Object resolved(SelectionQuery<?> query, Parameter parameter, Object value) {
        if (!(value instanceof EnumName constant)) {
            return value;
        }
        Class<?> type = expectedType(query, parameter);
        if (type != null && type.isEnum()) {
            for (Object candidate : type.getEnumConstants()) {
                if (((Enum<?>) candidate).name().equals(constant.name())) {
                    return candidate;
                }
            }
        }
        throw new InvalidTokenException("The " + SelectionTokens.TOKEN + " was made by another version of the application");
    }

    private static Class<?> expectedType(SelectionQuery<?> query, Parameter parameter) {
        QueryParameter<?> declared = parameter.name() == null
                ? query.getParameterMetadata().getQueryParameter(parameter.position())
                : query.getParameterMetadata().getQueryParameter(parameter.name());
        BindableType<?> type = declared.getHibernateType();
        return type == null ? null : type.getJavaType();
    }
}
