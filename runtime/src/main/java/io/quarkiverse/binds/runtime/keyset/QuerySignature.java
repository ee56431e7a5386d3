package io.quarkiverse.binds.runtime.keyset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import org.hibernate.Hibernate;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.query.QueryParameter;
import org.hibernate.query.spi.DomainQueryExecutionContext;
import org.hibernate.query.spi.QueryParameterBinding;
import org.hibernate.query.spi.SqmQuery;
import org.hibernate.query.sqm.SqmQuerySource;
import org.hibernate.query.sqm.tree.select.SqmSelectStatement;

/** Binding of a cursor to the text of a query, its order, the values of its parameters and its database. */
final class QuerySignature {

    /** Enough for most queries. */
    private static final int LENGTH = 256;

    private final SharedSessionContractImplementor session;
    private final StringBuilder parts = new StringBuilder(LENGTH);

    private QuerySignature(SharedSessionContractImplementor session) {
        this.session = session;
    }

    /** @throws IllegalArgumentException if a parameter has a value without a text that is the same each time */
    static byte[] of(SqmQuery<?> query, DomainQueryExecutionContext context, List<SortColumn> columns) {
        SqmSelectStatement<?> select = (SqmSelectStatement<?>) query.getSqmStatement();
        QuerySignature signature = new QuerySignature(context.getSession());
        signature.add(String.valueOf(context.getSession().getTenantIdentifier()));
        signature.add(select.getQuerySpec().getRootList().get(0).getModel().getHibernateEntityName());
        signature.add(select.getQuerySource() == SqmQuerySource.CRITERIA ? select.toHqlString() : query.getQueryString());
        columns.forEach(column -> signature.add(column.signature()));
        context.getQueryParameterBindings().visitBindings(signature::add);
        return signature.parts.toString().getBytes(UTF_8);
    }

    /** With its length, so that no part can borrow characters of the next. */
    private void add(String part) {
        parts.append(part.length()).append(':').append(part);
    }

    private void add(QueryParameter<?> parameter, QueryParameterBinding<?> binding) {
        String name = parameter.getName() != null ? parameter.getName() : String.valueOf(parameter.getPosition());
        add(name);
        if (!binding.isBound()) {
            return;
        }
        Collection<?> values = binding.isMultiValued() ? binding.getBindValues()
                : Collections.singletonList(binding.getBindValue());
        add(String.valueOf(values.size()));
        for (Object value : values) {
            String text = text(relational(binding.getBindType(), value));
            if (text == null) {
                throw new IllegalArgumentException("A cursor cannot be bound to the value of parameter '" + name + "': "
                        + value.getClass().getName() + " has no text that is the same each time; use a basic type");
            }
            add(text);
        }
    }

    private static Object relational(Object type, Object value) {
        return value != null && type instanceof JdbcMapping mapping && mapping.getValueConverter() != null
                ? mapping.convertToRelationalValue(value)
                : value;
    }

    /** @return null if the value has no text that is the same each time */
    private String text(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Date date) {
            return value instanceof java.sql.Timestamp ? value.toString() : String.valueOf(date.getTime());
        }
        if (value instanceof CharSequence || value instanceof Number || value instanceof Boolean || value instanceof Character
                || value instanceof UUID || value.getClass().getPackageName().equals("java.time")) {
            return value.toString();
        }
        EntityPersister entity = session.getFactory().getMappingMetamodel()
                .findEntityDescriptor(Hibernate.getClass(value).getName());
        return entity == null ? null : text(entity.getIdentifier(Hibernate.unproxy(value), session));
    }
}
