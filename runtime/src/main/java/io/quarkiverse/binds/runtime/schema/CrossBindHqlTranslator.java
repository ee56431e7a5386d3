package io.quarkiverse.binds.runtime.schema;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.hql.HqlTranslator;
import org.hibernate.query.hql.internal.StandardHqlTranslator;
import org.hibernate.query.sqm.UnknownEntityException;
import org.hibernate.query.sqm.internal.SqmCreationOptionsStandard;
import org.hibernate.query.sqm.tree.SqmStatement;

import io.quarkiverse.binds.runtime.config.BindNames;

/**
 * Hibernate's translator of HQL, with another error for a query that names an entity of another bind: whichever kind of session
 * makes the query, it is translated here. Hibernate makes one per persistence unit by the name of this class. Thread-safe.
 */
public final class CrossBindHqlTranslator implements HqlTranslator {

    private volatile SessionFactoryImplementor factory;
    private volatile HqlTranslator delegate;

    /** Keeps the factory, which is still being built: the translator of Hibernate cannot be made yet. */
    void translateFor(SessionFactoryImplementor built) {
        factory = built;
    }

    @Override
    public <R> SqmStatement<R> translate(String hql, Class<R> expectedResultType) {
        try {
            return delegate().translate(hql, expectedResultType);
        } catch (UnknownEntityException e) {
            String other = PersistenceUnitMetadata.persistenceUnitOf(e.getEntityName());
            throw other == null ? e : new UnknownEntityException(message(hql, e.getEntityName(), other), e.getEntityName(), e);
        }
    }

    private HqlTranslator delegate() {
        HqlTranslator translator = delegate;
        if (translator == null) {
            translator = new StandardHqlTranslator(factory.getQueryEngine().getCriteriaBuilder(),
                    new SqmCreationOptionsStandard(factory.getSessionFactoryOptions()));
            delegate = translator;
        }
        return translator;
    }

    private String message(String hql, String entity, String other) {
        return "The query [" + hql + "] runs in " + BindNames.display(PersistenceUnitMetadata.name(factory))
                + ", but its entity " + entity
                + " lives in " + BindNames.display(other) + ", and a query runs in one database: query " + entity
                + " by itself, with db.query(...) or the session of its bind, db.session(\"" + other
                + "\"), and give the ids that it finds to the other query";
    }
}
