package io.genjin.quality;

import io.genjin.shared.Moments;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Marks what the rhythm demanded: met and missed (K03b). Each contact's entry names the days on which demands were met since
 * it was written and the days on which they were not after all, so that the last word on a day holds (1.12 rule 7).
 */
@Component
class RhythmMarks {

    private final JdbcClient jdbc;

    RhythmMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Mark> in(Period period) {
        List<Mark> marks = new ArrayList<>(met(period));
        marks.addAll(missed(period));
        marks.addAll(unknown(period));
        return marks;
    }

    private record Demand(UUID prospect, LocalDate day) {}

    private List<Mark> met(Period period) {
        Map<Demand, Mark> met = new LinkedHashMap<>();
        jdbc.sql("""
                        select e.id, e.prospect_id, e.owner_id, e.happened_at, said.day, said.met
                          from journal_entry e
                         cross join lateral (select d.day, true as met
                                               from jsonb_array_elements_text(coalesce(e.details -> 'met', '[]'::jsonb)) as d (day)
                                              union all
                                             select d.day, false
                                               from jsonb_array_elements_text(coalesce(e.details -> 'unmet', '[]'::jsonb)) as d (day)) said
                         where e.dealership_id = :dealership
                           and e.recorded_at >= :begin
                           and e.prospect_id is not null
                           and e.kind = 'FOLLOW_UP_RECORDED'
                         order by e.recorded_at, e.id
                        """).params(period.params()).query(row -> {
            LocalDate day = LocalDate.parse(row.getString("day"));
            Demand demand = new Demand(row.getObject("prospect_id", UUID.class), day);
            if (!row.getBoolean("met")) {
                met.remove(demand);
            } else if (period.contains(day)) {
                UUID entry = row.getObject("id", UUID.class);
                met.put(
                        demand,
                        Mark.of(
                                        "RHYTHM_MET",
                                        ToldFacts.person(row, "owner_id"),
                                        day,
                                        Moments.read(row, "happened_at"),
                                        demand.prospect(),
                                        entry)
                                .as(UUID.nameUUIDFromBytes((entry + "/" + day).getBytes(StandardCharsets.US_ASCII))));
            }
        });
        return List.copyOf(met.values());
    }

    /** On the day they fell due, for who owned the customer then; what a contact written later undid was no miss. */
    private List<Mark> missed(Period period) {
        return jdbc.sql("""
                        select e.id, e.prospect_id, e.owner_id, e.happened_at, e.happened_on,
                               coalesce((e.details ->> 'excused')::boolean, false) as excused
                          from journal_entry e
                         where e.dealership_id = :dealership
                           and e.happened_on between :from and :to
                           and e.kind = 'RHYTHM_MISSED'
                           and not exists (select 1
                                             from journal_entry w
                                            where w.dealership_id = :dealership
                                              and w.corrects_id = e.id
                                              and w.kind = 'MISS_WITHDRAWN')
                           and not exists (select 1
                                             from journal_entry b
                                            where b.dealership_id = :dealership
                                              and b.prospect_id = e.prospect_id
                                              and b.kind = 'IMPORT_TAKEN_BACK')
                        """)
                .params(period.params())
                .query((row, number) -> Mark.of(
                        row.getBoolean("excused") ? "RHYTHM_EXCUSED" : "RHYTHM_MISSED",
                        ToldFacts.person(row, "owner_id"),
                        row.getObject("happened_on", LocalDate.class),
                        Moments.read(row, "happened_at"),
                        row.getObject("prospect_id", UUID.class),
                        row.getObject("id", UUID.class)))
                .list();
    }

    /** Contacts of a version that did not yet write down whether they met a demand. */
    private List<Mark> unknown(Period period) {
        return jdbc.sql("""
                        select e.id, e.prospect_id, e.owner_id, e.happened_at, e.happened_on
                          from journal_entry e
                         where e.dealership_id = :dealership
                           and e.happened_on between :from and :to
                           and e.kind = 'FOLLOW_UP_RECORDED'
                           and e.details ->> 'counts' = 'true'
                           and e.details ->> 'latest' is null
                        """)
                .params(period.params())
                .query((row, number) -> Mark.of(
                        "RHYTHM_UNKNOWN",
                        ToldFacts.person(row, "owner_id"),
                        row.getObject("happened_on", LocalDate.class),
                        Moments.read(row, "happened_at"),
                        row.getObject("prospect_id", UUID.class),
                        row.getObject("id", UUID.class)))
                .list();
    }
}
