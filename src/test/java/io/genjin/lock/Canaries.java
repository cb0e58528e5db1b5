package io.genjin.lock;

import io.genjin.lock.Person.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Words that are written into every text about somebody else's customers, so that any answer that carries one of them is seen
 * to tell what it must not (S-R22, S-R23): one word for all that another dealership wrote, one for a colleague's customers.
 */
final class Canaries {

    static final String ELSEWHERE = "鸦乙";
    static final String COLLEAGUE = "鸦丙";

    private static final Set<String> NOT_MARKED =
            Set.of("dealership", "account", "staff_member", "policy_version", "flyway_schema_history");

    private final Set<Person> consultants = new HashSet<>();

    /** Consultants, who must not read a word of a colleague's customers. */
    Canaries(Person... consultants) {
        this.consultants.addAll(List.of(consultants));
    }

    /** Marks what is written about the rows of a dealership, or about one consultant's customers; says how many columns were. */
    static int mark(Connection owner, int dealership, String consultant) throws SQLException {
        String word = consultant.isEmpty() ? ELSEWHERE : COLLEAGUE;
        int marked = 0;
        try (Statement statement = owner.createStatement()) {
            for (String[] column : columns(owner, !consultant.isEmpty())) {
                String whose = consultant.isEmpty()
                        ? ""
                        : """
                         and %s in (select p.id from prospect p join staff_member s
                                       on s.dealership_id = p.dealership_id and s.id = p.owner_id
                                    where s.username = '%s' and p.first_owner_id = p.owner_id
                                      and not exists (select 1 from ownership_change c
                                                       where c.dealership_id = p.dealership_id and c.prospect_id = p.id))
                        """.formatted(column[0].equals("prospect") ? "id" : "prospect_id", consultant);
                String change = column[2].equals("jsonb")
                        ? "regexp_replace(%1$s::text, '([一-龥])([^\"]*\")', '%2$s\\1\\2', 'g')::jsonb"
                        : "'%2$s' || %1$s";
                String update = "update %s set %s = %s where dealership_id = %d and %s::text ~ '[一-龥]' %s"
                        .formatted(
                                column[0], column[1], change.formatted(column[1], word), dealership, column[1], whose);
                try {
                    marked += statement.executeUpdate(update) > 0 ? 1 : 0;
                } catch (SQLException kept) {
                    // a text of a fixed set of words, or one that nothing may change: it carries nobody's words
                    if (!kept.getSQLState().startsWith("23")
                            && !kept.getSQLState().startsWith("22")) {
                        throw kept;
                    }
                }
            }
        }
        return marked;
    }

    private static List<String[]> columns(Connection owner, boolean ofCustomers) throws SQLException {
        String sql = """
                select c.table_name, c.column_name, c.data_type
                  from information_schema.columns c
                  join information_schema.tables t
                    on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
                 where c.table_schema = 'public'
                   and c.data_type in ('text', 'jsonb')
                   and c.is_generated = 'NEVER'
                   and (%1$s or c.column_name not in ('model', 'main_model', 'competitor_model', 'colour'))
                   and exists (select 1 from information_schema.columns d
                                where d.table_schema = 'public' and d.table_name = c.table_name
                                  and d.column_name = 'dealership_id')
                   and (%1$s or c.table_name = 'prospect'
                        or exists (select 1 from information_schema.columns d
                                    where d.table_schema = 'public' and d.table_name = c.table_name
                                      and d.column_name = 'prospect_id'))
                 order by 1, 2
                """.formatted(!ofCustomers);
        List<String[]> columns = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                if (!NOT_MARKED.contains(rows.getString(1))) {
                    columns.add(new String[] {rows.getString(1), rows.getString(2), rows.getString(3)});
                }
            }
        }
        return columns;
    }

    /** The words in an answer that its reader must not read; sheets are unpacked for it. */
    List<String> in(Answer answer, Person reader) {
        List<String> told = new ArrayList<>();
        String text = all(answer.response().body());
        if (text.contains(ELSEWHERE)) {
            told.add("of another dealership: " + around(text, ELSEWHERE));
        }
        if (consultants.contains(reader) && text.contains(COLLEAGUE)) {
            told.add("of a colleague's customer: " + around(text, COLLEAGUE));
        }
        return told;
    }

    private static String around(String text, String word) {
        int place = text.indexOf(word);
        return text.substring(Math.max(0, place - 60), Math.min(text.length(), place + 30))
                .replaceAll("\\s+", " ");
    }

    private static String all(byte[] body) {
        if (body.length < 4 || body[0] != 'P' || body[1] != 'K') {
            return new String(body, StandardCharsets.UTF_8);
        }
        StringBuilder text = new StringBuilder();
        try {
            Path kept = Files.createTempFile("answer", ".zip");
            Files.write(kept, body);
            try (ZipFile zip = new ZipFile(kept.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            Files.delete(kept);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return text.toString();
    }
}
