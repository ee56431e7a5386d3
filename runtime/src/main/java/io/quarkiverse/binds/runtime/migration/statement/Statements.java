package io.quarkiverse.binds.runtime.migration.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.migration.comparison.Change;
import io.quarkiverse.binds.runtime.migration.comparison.RenameHints;

/** Writes changes as SQL statements of one kind of database. Immutable. */
public final class Statements {

    private final CatalogKind kind;
    private final Renderer renderer;
    private final Losses losses;

    private Statements(CatalogKind kind) {
        this.kind = kind;
        this.renderer = renderer(kind);
        this.losses = new Losses(kind);
    }

    public static Statements of(CatalogKind kind) {
        return new Statements(kind);
    }

    private static Renderer renderer(CatalogKind kind) {
        return switch (kind) {
            case MYSQL, MARIADB -> new MySqlRenderer(kind);
            case POSTGRESQL -> new PostgreSqlRenderer();
            case H2 -> new H2Renderer();
        };
    }

    /**
     * Writes the statements for all changes of a comparison.
     *
     * @return in the order in which they have to be executed
     */
    public List<SqlStatement> render(List<Change> changes) {
        Map<String, List<Change>> byTable = changes.stream()
                .collect(Collectors.groupingBy(change -> change.table().toLowerCase(Locale.ROOT)));
        List<Rendered> all = new ArrayList<>();
        List<Change.DropTable> dropped = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof Change.DropTable drop) {
                dropped.add(drop);
            } else {
                all.addAll(renderer.render(change, byTable.get(change.table().toLowerCase(Locale.ROOT))));
            }
        }
        all.addAll(new DroppedTables(renderer, changes).render(dropped));
        all.sort(Comparator.comparing(Rendered::phase));
        Risks risks = new Risks(new Identifiers(kind), new EarlierNames(byTable));
        List<Change> drops = changes.stream()
                .filter(change -> change instanceof Change.DropTable || change instanceof Change.DropColumn).toList();
        return all.stream().map(rendered -> statement(rendered, drops, risks)).toList();
    }

    private SqlStatement statement(Rendered rendered, List<Change> drops, Risks risks) {
        List<String> comments = new ArrayList<>();
        rendered.changes().forEach(change -> RenameHints.of(change, drops).ifPresent(comments::add));
        comments.addAll(rendered.comments());
        String reason = rendered.changes().stream().flatMap(change -> losses.of(change).stream()).distinct()
                .collect(Collectors.joining("; "));
        return new SqlStatement(rendered.sql(), !reason.isEmpty(), reason.isEmpty() ? null : reason, comments,
                rendered.changes().stream().flatMap(change -> risks.of(change).stream()).toList(), rendered.changes());
    }

    /** Whether the statement for a change deletes rows or values, or may change values. */
    public boolean losesData(Change change) {
        return losses.of(change).isPresent();
    }
}
