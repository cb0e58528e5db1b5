package io.genjin.bench;

import io.genjin.database.OpenDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Indexes and foreign keys of the tables being filled: taken off before, put back and checked after, which is faster. */
final class Indexes {

    private final List<String> indexes = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();

    private Indexes() {}

    static Indexes takeOff(Connection owner, Collection<String> tables) throws SQLException {
        Indexes taken = new Indexes();
        List<String> drops = new ArrayList<>();
        String names = "'" + String.join("','", tables) + "'";
        try (Statement statement = owner.createStatement()) {
            try (ResultSet row = statement.executeQuery("""
                    select conrelid::regclass::text, conname, pg_get_constraintdef(oid)
                      from pg_constraint
                     where contype = 'f' and conrelid::regclass::text in (%s)
                    """.formatted(names))) {
                while (row.next()) {
                    drops.add("alter table " + row.getString(1) + " drop constraint " + row.getString(2));
                    taken.keys.add("alter table " + row.getString(1) + " add constraint " + row.getString(2) + " "
                            + row.getString(3));
                }
            }
            try (ResultSet row = statement.executeQuery("""
                    select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
                      from pg_index i
                     where i.indrelid::regclass::text in (%s)
                       and not i.indisprimary
                       and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
                    """.formatted(names))) {
                while (row.next()) {
                    drops.add("drop index " + row.getString(1));
                    taken.indexes.add(row.getString(2));
                }
            }
            for (String drop : drops) {
                statement.execute(drop);
            }
        }
        return taken;
    }

    void putBack(OpenDatabase database, ExecutorService threads) throws InterruptedException, ExecutionException {
        all(database, threads, indexes);
        for (String key : keys) {
            all(database, threads, List.of(key));
        }
    }

    private static void all(OpenDatabase database, ExecutorService threads, List<String> statements)
            throws InterruptedException, ExecutionException {
        List<Callable<Void>> work = new ArrayList<>();
        for (String sql : statements) {
            work.add(() -> {
                try (Connection owner = database.enterAsOwner();
                        Statement statement = owner.createStatement()) {
                    statement.execute("set maintenance_work_mem = '512MB'");
                    statement.execute(sql);
                }
                return null;
            });
        }
        for (Future<Void> done : threads.invokeAll(work)) {
            done.get();
        }
    }
}
