package io.quarkiverse.binds.test.observability;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.criteria.CriteriaDelete;

import org.hibernate.StatelessSession;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

import io.quarkiverse.binds.Attributes;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.test.observability.ChangeWatcher.Scenario;
import io.quarkiverse.binds.test.observability.ChangeWatcher.Watch;
import io.quarkus.hibernate.orm.PersistenceUnit;

/** The ways to change rows. */
@ApplicationScoped
public class ChangeScenarios {

    private static final AtomicLong IDS = new AtomicLong();

    @Inject
    Db db;

    @Inject
    Databases databases;

    @Inject
    StatelessSession stateless;

    @Inject
    @PersistenceUnit("stock")
    StatelessSession stock;

    Map<String, Scenario> all() {
        Map<String, Scenario> all = new TreeMap<>();
        all.put("insert", this::insert);
        all.put("insert-then-update", this::insertThenUpdate);
        all.put("insert-then-delete", this::insertThenDelete);
        all.put("update-then-delete", this::updateThenDelete);
        all.put("delete-then-insert", this::deleteThenInsert);
        all.put("other-instance", this::otherInstance);
        all.put("no-change", this::noChange);
        all.put("collection", this::collection);
        all.put("cascade", this::cascade);
        all.put("reference", this::deletedReference);
        all.put("bulk", this::bulk);
        all.put("bulk-two-tables", this::bulkOnTwoTables);
        all.put("sql", this::sql);
        all.put("selection", this::selection);
        all.put("chunks", this::chunks);
        all.put("stateless", this::stateless);
        all.put("get-or-create", this::getOrCreate);
        all.put("upsert", this::upsert);
        all.put("tenant", this::tenant);
        return all;
    }

    /** An item that is stored before the events are watched. */
    Item stored(String name) {
        Item item = item(name);
        db.run(() -> {
            db.add(item);
            db.commit();
        });
        return db.session("stock").find(Item.class, item.id);
    }

    static Item item(String name) {
        Item item = new Item();
        item.name = name;
        return item;
    }

    private static long id() {
        return IDS.incrementAndGet();
    }

    private void insert(Watch watch) {
        db.add(item("lamp"));
        db.commit();
        watch.add("again");
        db.commit();
    }

    private void insertThenUpdate(Watch watch) {
        Item item = item("lamp");
        db.add(item);
        db.flush();
        item.name = "torch";
        db.flush();
        item.amount++;
        db.commit();
    }

    private void insertThenDelete(Watch watch) {
        Item item = item("lamp");
        db.add(item);
        db.flush();
        db.delete(item);
        db.commit();
    }

    private void updateThenDelete(Watch watch) {
        Item item = stored("lamp");
        item.amount++;
        db.flush();
        db.delete(item);
        watch.lines().clear();
        db.commit();
    }

    private void deleteThenInsert(Watch watch) {
        Album album = new Album(id(), "first " + id());
        db.add(album);
        db.commit();
        watch.lines().clear();
        db.delete(album);
        db.flush();
        db.add(new Album(album.id, "second"));
        db.flush();
        db.query(Album.class, "title = ?1", "second").getSingleResult().title = "third";
        db.commit();
        db.delete(db.get(Album.class, album.id));
        db.commit();
    }

    /** The same row through two instances. */
    private void otherInstance(Watch watch) {
        Item item = item("lamp");
        db.add(item);
        db.flush();
        db.session("stock").clear();
        db.get(Item.class, item.id).name = "torch";
        db.commit();
    }

    private void noChange(Watch watch) {
        Item item = stored("lamp");
        watch.lines().clear();
        item.name = "lamp";
        db.commit();
        db.query(Item.class, "name = ?1", "lamp").getResultList();
        db.commit();
        db.query(Item.class, "name = ?1", "nothing").getResultList();
        db.session("stock").createMutationQuery("delete from Item where name = 'nothing'").executeUpdate();
        db.commit();
    }

    private void collection(Watch watch) {
        Album album = new Album(id(), "collection " + id());
        album.tracks.add("one");
        db.add(album);
        db.commit();
        watch.lines().clear();
        album.tracks.add("two");
        db.commit();
        Author author = new Author();
        author.name = "Ann";
        db.add(author);
        db.commit();
        watch.lines().removeIf(line -> line.contains("Ann"));
        Book book = new Book();
        book.title = "inverse side";
        book.author = author;
        author.books.add(book); // the rows of this collection are written by the other side
        db.commit();
        album.title = "deleted";
        db.delete(album);
        db.commit();
    }

    private void cascade(Watch watch) {
        Author author = new Author();
        author.name = "Ann";
        Book book = new Book();
        book.title = "Tales";
        book.author = author;
        author.books.add(book);
        db.add(author);
        db.commit();
        db.delete(author);
        db.commit();
    }

    private void deletedReference(Watch watch) {
        Item item = stored("lamp");
        watch.lines().clear();
        db.session("stock").clear();
        db.delete(db.session("stock").getReference(Item.class, item.id));
        db.commit();
    }

    private void bulk(Watch watch) {
        String name = "bulk " + id();
        db.add(item(name));
        db.add(item(name));
        db.commit();
        watch.lines().clear();
        db.session("stock").createMutationQuery("update Item set amount = 7 where name = ?1").setParameter(1, name)
                .executeUpdate();
        Item.update("amount = 8 where name = ?1", name);
        HibernateCriteriaBuilder builder = db.session("stock").getCriteriaBuilder();
        CriteriaDelete<Item> delete = builder.createCriteriaDelete(Item.class);
        delete.where(builder.equal(delete.from(Item.class).get("amount"), builder.parameter(Integer.class, "amount")));
        db.session("stock").createMutationQuery(delete).setParameter("amount", 8).executeUpdate();
        db.commit();
    }

    private void bulkOnTwoTables(Watch watch) {
        db.session().createMutationQuery("delete from LiveAlbum").executeUpdate();
        db.add(new LiveAlbum(id(), "live " + id()));
        db.add(new LiveAlbum(id(), "live " + id()));
        db.commit();
        watch.lines().clear();
        db.session().createMutationQuery("update LiveAlbum set year = 1999, author = null").executeUpdate();
        db.session().createMutationQuery("delete from LiveAlbum").executeUpdate();
        db.commit();
    }

    private void sql(Watch watch) {
        db.bind("stock").sql("insert into item (id, name, amount) values (?, ?, 0)", -id(), "sql").update();
        db.session("stock").createNativeMutationQuery("delete from item where name = ?1").setParameter(1, "sql")
                .executeUpdate();
        db.commit();
    }

    private void selection(Watch watch) {
        String name = "selection " + id();
        db.add(item(name), item(name));
        db.commit();
        watch.lines().clear();
        db.selection(Item.class, "name = ?1", name).update("set amount = 3");
    }

    private void chunks(Watch watch) {
        String name = "chunk " + id();
        db.add(item(name), item(name), item(name));
        db.commit();
        watch.lines().clear();
        db.selection(Item.class, "name = ?1", name).forEachChunk(2,
                chunk -> chunk.entities().forEach(item -> item.name = "done"));
    }

    private void stateless(Watch watch) {
        Item item = item("lamp");
        stock.insert(item);
        db.commit();
        item.amount++;
        stock.update(item);
        db.commit();
        stock.delete(item);
        db.commit();
        Album album = new Album(id(), "upserted " + id());
        stateless.upsert(album);
        db.commit();
        stateless.upsert(album);
        stateless.delete(album);
        db.commit();
    }

    private void getOrCreate(Watch watch) {
        String title = "unique " + id();
        db.getOrCreate(Album.class, Attributes.<Album> of(Map.of("title", title)), album -> album.id = id());
        db.commit();
        db.getOrCreate(Album.class, Attributes.<Album> of(Map.of("title", title)), album -> {
            album.id = id();
            album.author = new Author(); // inserted before the album, and undone with it
            album.author.name = "Undone";
        });
        db.commit();
    }

    private void upsert(Watch watch) {
        db.upsert(Item.class, Map.of("id", id() + 1_000_000), Map.of("name", "upserted"));
        db.commit();
    }

    private void tenant(Watch watch) {
        databases.run("acme", () -> {
            Todo todo = new Todo();
            todo.title = "sweep";
            db.add(todo);
            db.flush();
            Todo.update("title = ?1", "mop");
            db.commit();
        });
    }

}
