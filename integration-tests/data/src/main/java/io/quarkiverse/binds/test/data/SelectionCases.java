package io.quarkiverse.binds.test.data;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

import jakarta.persistence.OptimisticLockException;

import io.quarkiverse.binds.CommitPolicy;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWorkOptions;

/** Uses of selections on H2, most of which are refused. */
public enum SelectionCases {

    GROUPED {
        @Override
        Object run(Db db) {
            return db.selection(EntryOnH2.class, "select e from EntryOnH2 e join e.labels l group by e having count(l) > 1");
        }
    },
    LIMITED {
        @Override
        Object run(Db db) {
            return db.selection(EntryOnH2.class, "from EntryOnH2 order by number limit 10");
        }
    },
    LIMITED_BY_CALL {
        @Override
        Object run(Db db) {
            return db.selection(db.query(EntryOnH2.class, "").setMaxResults(10));
        }
    },
    UNION {
        @Override
        Object run(Db db) {
            return db.selection(EntryOnH2.class, "from EntryOnH2 where number = 1 union from EntryOnH2 where number = 2");
        }
    },
    TWO_ROOTS {
        @Override
        Object run(Db db) {
            return db.selection(EntryOnH2.class, "select e from EntryOnH2 e, TodoOnH2 t where t.number = e.number");
        }
    },
    OF_ANOTHER_ROOT {
        @Override
        Object run(Db db) {
            return db.selection(EntryOnH2.class, "select e from TodoOnH2 t join EntryOnH2 e on e.number = t.number");
        }
    },
    CRITERIA {
        @Override
        Object run(Db db) {
            var criteria = db.session("h2").getCriteriaBuilder().createQuery(EntryOnH2.class);
            criteria.from(EntryOnH2.class);
            return db.selection(db.session("h2").createSelectionQuery(criteria));
        }
    },
    NATIVE_SQL {
        @Override
        Object run(Db db) {
            return db.selection(db.session("h2").createNativeQuery("select * from entry_on_h2", EntryOnH2.class));
        }
    },
    COMPOSITE_ID {
        @Override
        Object run(Db db) {
            return db.selection(Seat.class, "");
        }
    },
    UNBOUNDED {
        @Override
        Object run(Db db) {
            return db.selection(Voucher.class, "").count();
        }
    },
    /** Ids from a sequence in blocks increase on one instance, and are warned of. */
    IDS_IN_BLOCKS {
        @Override
        Object run(Db db) {
            return db.selection(TodoOnH2.class, "number < 0").count();
        }
    },
    BOUND_THAT_CAN_BE_NULL {
        @Override
        Object run(Db db) {
            return db.selection(Voucher.class, "").boundBy("used").count();
        }
    },
    BOUND_OF_TEXT {
        @Override
        Object run(Db db) {
            return db.selection(Voucher.class, "").boundBy("text").count();
        }
    },
    BOUND_BY_NOTHING {
        @Override
        Object run(Db db) {
            return db.selection(Voucher.class, "").boundBy("createt").count();
        }
    },
    BOUND_TOO_LATE {
        @Override
        Object run(Db db) {
            var selection = db.selection(EntryOnH2.class, "");
            selection.count();
            return selection.boundBy("created");
        }
    },
    /** Two rows, one row later; they are processed in chunks of one. */
    BOUNDED_BY_CREATION {
        @Override
        Object run(Db db) {
            db.query(Voucher.class, "").getResultList().forEach(db::delete);
            addVoucher(db, 1);
            addVoucher(db, 2);
            db.commit();
            var selection = db.selection(Voucher.class, "").boundBy("created");
            String token = selection.token();
            addVoucher(db, 3);
            db.commit();
            return db.openSelection(Voucher.class, token).forEachChunk(1, chunk -> chunk.entities().get(0).text = "seen")
                    + " of "
                    + db.query(Voucher.class, "").getResultCount();
        }
    },
    MISSING_PARAMETER {
        @Override
        Object run(Db db) {
            return db.selection(EntryOnH2.class, "number > ?1 and price > ?2", 1);
        }
    },
    ENTITY_AS_PARAMETER {
        @Override
        Object run(Db db) {
            return db.selection(EntryOnH2.class, "title = ?1", new Object());
        }
    },
    ENUM_OF_NO_KNOWN_TYPE {
        @Override
        Object run(Db db) {
            return db.selection(EntryOnH2.class, "cast(?1 as string) = 'x'", Entry.State.DRAFT);
        }
    },
    TOO_MANY_IDS {
        @Override
        Object run(Db db) {
            return db.selection(EntryOnH2.class, "").without(LongStream.rangeClosed(1, 10_001).boxed().toList());
        }
    },
    TOKEN_TOO_LONG {
        @Override
        Object run(Db db) {
            return db.selection(EntryOnH2.class, "")
                    .without(LongStream.rangeClosed(1, 5000).mapToObj(i -> i * 1_000_003).toList()).token();
        }
    },
    MANY_NEIGHBOURS_FIT {
        @Override
        Object run(Db db) {
            String token = db.selection(EntryOnH2.class, "")
                    .without(LongStream.rangeClosed(1, 5000).boxed().toList()).token();
            return token.length() < 8192 ? "fits" : "is too long: " + token.length();
        }
    },
    ID_OF_ANOTHER_TYPE {
        @Override
        Object run(Db db) {
            return db.selection(EntryOnH2.class, "").without("12").count();
        }
    },
    NO_TIME {
        @Override
        Object run(Db db) {
            return db.selection(EntryOnH2.class, "").token(Duration.ZERO);
        }
    },
    TIME_WITHOUT_END {
        @Override
        Object run(Db db) {
            return db.openSelection(EntryOnH2.class,
                    db.selection(EntryOnH2.class, "number < 0").token(Duration.ofSeconds(Long.MAX_VALUE))).count();
        }
    },
    CHUNK_TOO_LARGE {
        @Override
        Object run(Db db) {
            return db.selection(EntryOnH2.class, "").forEachChunk(10_001, chunk -> {
            });
        }
    },
    EXPLICIT_COMMIT {
        @Override
        Object run(Db db) {
            return db.selection(EntryOnH2.class, "")
                    .options(UnitOfWorkOptions.defaults().commit(CommitPolicy.EXPLICIT));
        }
    },
    UNCOMMITTED_CHANGES {
        @Override
        Object run(Db db) {
            entry(db).processed++;
            return db.selection(EntryOnH2.class, "").delete();
        }
    },
    FAILED_UPDATE {
        @Override
        Object run(Db db) {
            return db.selection(EntryOnH2.class, "").update("set nothing = true");
        }
    },
    READ_ONLY_UPDATE {
        @Override
        Object run(Db db) {
            return db.selection(EntryOnH2.class, "").options(UnitOfWorkOptions.defaults().asReadOnly()).delete();
        }
    },
    ENABLED_FILTER {
        @Override
        Object run(Db db) {
            db.session("h2").enableFilter("cheap");
            return db.selection(EntryOnH2.class, "");
        }
    },
    IDS_AFTER_CURSOR {
        @Override
        Object run(Db db) {
            String[] cursor = new String[1];
            var selection = db.selection(EntryOnH2.class, "").onProgress(done -> cursor[0] = done.cursor());
            selection.forEachChunk(10, chunk -> {
            });
            return selection.resumeAt(cursor[0]).without(1);
        }
    },
    FAILED_LISTENER {
        @Override
        Object run(Db db) {
            return db.selection(EntryOnH2.class, "").onProgress(done -> {
                throw new IllegalStateException("no progress");
            }).forEachChunk(15, chunk -> {
            });
        }
    },
    /** A chunk that fails once with an optimistic lock is run again. */
    RETRIED {
        @Override
        Object run(Db db) {
            int[] calls = { 0 };
            long rows = db.selection(EntryOnH2.class, "number <= 10").options(UnitOfWorkOptions.defaults().retries(2))
                    .forEachChunk(5, chunk -> {
                        chunk.entities().forEach(entry -> entry.processed++);
                        if (calls[0]++ == 1) {
                            throw new OptimisticLockException("once");
                        }
                    });
            return rows + " rows in " + calls[0] + " calls, processed "
                    + db.query(EntryOnH2.class, "processed = 1").getResultCount();
        }
    },
    /** Outside of units of work each read has its own. */
    WITHOUT_UNIT_OF_WORK {
        @Override
        Object run(Db db) throws Exception {
            return CompletableFuture.supplyAsync(() -> {
                var selection = db.selection(EntryOnH2.class, "number <= 10");
                return db.openSelection(EntryOnH2.class, selection.token()).forEachChunk(4, chunk -> {
                }) + " of " + selection.without(List.of()).count();
            }, task -> new Thread(task).start()).get();
        }
    };

    abstract Object run(Db db) throws Exception;

    private static void addVoucher(Db db, int second) {
        Voucher voucher = new Voucher();
        voucher.created = Instant.ofEpochSecond(second);
        db.add(voucher);
    }

    private static EntryOnH2 entry(Db db) {
        return db.first(db.query(EntryOnH2.class, "order by number")).orElseThrow();
    }
}
