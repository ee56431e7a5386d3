package io.quarkiverse.binds.runtime.session;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.ForeignKeyDescriptor;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;

/** Finds the associations that Hibernate may have loaded with a statement, by its table and the column of its condition. */
final class LoadedAssociations {

    private static final Pattern TABLE = Pattern.compile("\\sfrom\\s+(\\S+)", Pattern.CASE_INSENSITIVE);
    /** The only condition, on one column: {@code where b1_0.author_id=?}, also for a batch of keys. */
    private static final Pattern CONDITION = Pattern.compile(
            "\\swhere\\s+\\(?(?:\\w+\\.)?([^\\s=.]+?)\\s*(?:=\\s*\\?|in\\s*\\()",
            Pattern.CASE_INSENSITIVE);

    private final String table;
    private final String column;
    private final Set<String> names = new TreeSet<>();

    private LoadedAssociations(String table, String column) {
        this.table = table;
        this.column = column;
    }

    /** @return names as {@code Author.books}, sorted; empty if there are none */
    static Set<String> of(SessionFactoryImplementor factory, String sql) {
        Matcher from = TABLE.matcher(sql);
        Matcher where = CONDITION.matcher(sql);
        if (!from.find() || !where.find()) {
            return Set.of();
        }
        LoadedAssociations found = new LoadedAssociations(plain(from.group(1)), plain(where.group(1)));
        factory.getMappingMetamodel().forEachCollectionDescriptor(found::add);
        factory.getMappingMetamodel().forEachEntityDescriptor(entity -> found.add(entity, factory));
        return found.names;
    }

    private void add(CollectionPersister collection) {
        ForeignKeyDescriptor key = collection.getAttributeMapping().getKeyDescriptor();
        if (table.equals(plain(key.getKeyTable()))
                && column.equals(plain(key.getKeyPart().getSelectable(0).getSelectionExpression()))) {
            names.add(simple(collection.getRole()));
        }
    }

    /** Adds the associations to an entity that was read by its id. */
    private void add(EntityPersister loaded, SessionFactoryImplementor factory) {
        if (!table.equals(plain(loaded.getIdentifierTableName()))
                || !column.equals(plain(loaded.getRootTableIdentifierColumnNames()[0]))) {
            return;
        }
        factory.getMappingMetamodel().forEachEntityDescriptor(owner -> owner.forEachAttributeMapping(attribute -> {
            if (attribute instanceof ToOneAttributeMapping toOne
                    && toOne.getAssociatedEntityMappingType().getEntityName().equals(loaded.getEntityName())) {
                names.add(simple(owner.getEntityName()) + "." + attribute.getAttributeName());
            }
        }));
    }

    /** The last name of a qualified table or column, without quotes, in lower case. */
    private static String plain(String name) {
        return name.substring(name.lastIndexOf('.') + 1).replaceAll("[`\"\\[\\]]", "").toLowerCase(Locale.ROOT);
    }

    /** Removes the package: {@code org.acme.Author.books} becomes {@code Author.books}. */
    private static String simple(String name) {
        return name.replaceFirst("^(?:[a-z]\\w*\\.)+", "");
    }
}
