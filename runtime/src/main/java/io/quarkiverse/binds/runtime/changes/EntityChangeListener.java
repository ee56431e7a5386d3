package io.quarkiverse.binds.runtime.changes;

import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.AbstractCollectionEvent;
import org.hibernate.event.spi.AbstractDatabaseOperationEvent;
import org.hibernate.event.spi.PostCollectionRecreateEvent;
import org.hibernate.event.spi.PostCollectionRecreateEventListener;
import org.hibernate.event.spi.PostCollectionRemoveEvent;
import org.hibernate.event.spi.PostCollectionRemoveEventListener;
import org.hibernate.event.spi.PostCollectionUpdateEvent;
import org.hibernate.event.spi.PostCollectionUpdateEventListener;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.event.spi.PostUpsertEvent;
import org.hibernate.event.spi.PostUpsertEventListener;
import org.hibernate.persister.entity.EntityPersister;

import io.quarkiverse.binds.ModelChange.Operation;

/** Records what Hibernate does to the rows of the entities of one persistence unit. Thread-safe. */
final class EntityChangeListener implements PostInsertEventListener, PostUpdateEventListener, PostDeleteEventListener,
        PostUpsertEventListener, PostCollectionRecreateEventListener, PostCollectionUpdateEventListener,
        PostCollectionRemoveEventListener {

    private static final long serialVersionUID = 1L;

    private final transient ChangeEvents events;
    private final String bind;

    EntityChangeListener(ChangeEvents events, String bind) {
        this.events = events;
        this.bind = bind;
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        record(event, Operation.INSERT);
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        record(event, Operation.UPDATE);
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        record(event, Operation.DELETE);
    }

    @Override
    public void onPostUpsert(PostUpsertEvent event) {
        record(event, Operation.UPSERT);
    }

    @Override
    public void onPostRecreateCollection(PostCollectionRecreateEvent event) {
        recordOwner(event);
    }

    @Override
    public void onPostUpdateCollection(PostCollectionUpdateEvent event) {
        recordOwner(event);
    }

    @Override
    public void onPostRemoveCollection(PostCollectionRemoveEvent event) {
        recordOwner(event);
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }

    private void record(AbstractDatabaseOperationEvent event, Operation operation) {
        record(event.getSession(), event.getPersister(), event.getId(), event.getEntity(), operation);
    }

    private void record(SharedSessionContractImplementor session, EntityPersister persister, Object id, Object entity,
            Operation operation) {
        TransactionChanges changes = events.current();
        if (changes != null) { // without a transaction each statement commits by itself
            changes.changed(session, bind, session.generateEntityKey(id, persister), entity, operation);
        }
    }

    /** Counts the change of a collection as an update of its owner if the owner's side writes the rows of the collection. */
    private void recordOwner(AbstractCollectionEvent event) {
        SharedSessionContractImplementor session = event.getSession();
        Object owner = event.getAffectedOwnerOrNull();
        Object id = event.getAffectedOwnerIdOrNull();
        if (session == null || owner == null || id == null) {
            return; // a stateless session, which reports the owner itself, or a collection that has moved to another owner
        }
        PersistentCollection<?> collection = event.getCollection();
        String role = collection.getRole();
        if (role != null && session.getFactory().getMappingMetamodel().getCollectionDescriptor(role).isInverse()) {
            return;
        }
        EntityPersister persister = session.getEntityPersister(event.getAffectedOwnerEntityName(), owner);
        record(session, persister, id, owner, Operation.UPDATE);
    }
}
