package io.genjin.reception;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.reception.DailySheet.Correction;
import io.genjin.reception.DailySheet.Explanation;
import io.genjin.reception.DailySheet.Setting;
import io.genjin.reception.DailySheet.Signed;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.Signature;
import io.genjin.shared.TypedId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the sheet of a day, and stores what belongs to a day rather than to a party. */
@Repository
public class DailySheets {

    private final JdbcClient jdbc;
    private final Visits visits;
    private final Steps steps;
    private final Dealerships dealerships;

    DailySheets(JdbcClient jdbc, Visits visits, Steps steps, Dealerships dealerships) {
        this.jdbc = jdbc;
        this.visits = visits;
        this.steps = steps;
        this.dealerships = dealerships;
    }

    @Transactional(readOnly = true)
    public DailySheet of(LocalDate day, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        DealershipId in = dealership.id();
        List<Visit> all = visits.of(in, day);
        List<Explanation> explanations = explanations(in, day);
        Map<Integer, Integer> hours = hours(in, day);
        int counted = hours.values().stream().mapToInt(Integer::intValue).sum();
        int explained = explanations.stream().mapToInt(Explanation::parties).sum();
        return new DailySheet(
                day,
                all,
                steps.of(dealership, all),
                HeadTotals.of(all, counted, !hours.isEmpty(), explained),
                hours,
                setting(in),
                signatures(in, day),
                explanations,
                corrections(in, day));
    }

    boolean isSealed(DealershipId in, LocalDate day) {
        return signatures(in, day).size() == DailySheet.DUTIES.size();
    }

    List<Signed> signatures(DealershipId in, LocalDate day) {
        return jdbc.sql("""
                        select duty, signed_by, signed_at, signature
                          from sheet_signature
                         where dealership_id = :dealership
                           and day = :day
                         order by signed_at, duty
                        """)
                .param("dealership", in.value())
                .param("day", day)
                .query((row, number) -> new Signed(
                        Role.valueOf(row.getString("duty")),
                        new StaffId(row.getObject("signed_by", UUID.class)),
                        Moments.read(row, "signed_at"),
                        Signature.of(row.getString("signature"))))
                .list();
    }

    /** @return whether it is the first signature of this duty and of this person */
    void sign(DealershipId in, LocalDate day, Signed signed) {
        jdbc.sql("""
                        insert into sheet_signature (dealership_id, day, duty, signed_by, signed_at, signature)
                        values (:dealership, :day, :duty, :by, :at, :signature)
                        """)
                .param("dealership", in.value())
                .param("day", day)
                .param("duty", signed.duty().name())
                .param("by", signed.by().value())
                .param("at", Moments.bound(signed.at()))
                .param("signature", signed.signature().text())
                .update();
    }

    private List<Explanation> explanations(DealershipId in, LocalDate day) {
        return jdbc.sql("""
                        select parties, reason, explained_by, explained_at
                          from unexplained_party
                         where dealership_id = :dealership
                           and day = :day
                         order by explained_at, id
                        """)
                .param("dealership", in.value())
                .param("day", day)
                .query((row, number) -> new Explanation(
                        row.getInt("parties"),
                        row.getString("reason"),
                        new StaffId(row.getObject("explained_by", UUID.class)),
                        Moments.read(row, "explained_at")))
                .list();
    }

    void explain(DealershipId in, LocalDate day, Explanation explanation) {
        jdbc.sql("""
                        insert into unexplained_party (dealership_id, id, day, parties, reason, explained_by, explained_at)
                        values (:dealership, :id, :day, :parties, :reason, :by, :at)
                        """)
                .param("dealership", in.value())
                .param("id", TypedId.newValue())
                .param("day", day)
                .param("parties", explanation.parties())
                .param("reason", explanation.reason())
                .param("by", explanation.by().value())
                .param("at", Moments.bound(explanation.at()))
                .update();
    }

    private List<Correction> corrections(DealershipId in, LocalDate day) {
        return jdbc.sql("""
                        select visit_id, words, corrected_by, corrected_at
                          from sheet_correction
                         where dealership_id = :dealership
                           and day = :day
                         order by corrected_at, id
                        """)
                .param("dealership", in.value())
                .param("day", day)
                .query((row, number) -> {
                    UUID visit = row.getObject("visit_id", UUID.class);
                    return new Correction(
                            visit == null ? null : new VisitId(visit),
                            row.getString("words"),
                            new StaffId(row.getObject("corrected_by", UUID.class)),
                            Moments.read(row, "corrected_at"));
                })
                .list();
    }

    void correct(DealershipId in, LocalDate day, Correction correction) {
        jdbc.sql("""
                        insert into sheet_correction (dealership_id, id, day, visit_id, words, corrected_by, corrected_at)
                        values (:dealership, :id, :day, :visit, :words, :by, :at)
                        """)
                .param("dealership", in.value())
                .param("id", TypedId.newValue())
                .param("day", day)
                .param(
                        "visit",
                        correction.visit() == null ? null : correction.visit().value())
                .param("words", correction.words())
                .param("by", correction.by().value())
                .param("at", Moments.bound(correction.at()))
                .update();
    }

    private Map<Integer, Integer> hours(DealershipId in, LocalDate day) {
        Map<Integer, Integer> hours = new TreeMap<>();
        jdbc.sql("""
                        select hour, parties
                          from head_count
                         where dealership_id = :dealership
                           and day = :day
                        """).param("dealership", in.value()).param("day", day).query(row -> {
            hours.put(row.getInt("hour"), row.getInt("parties"));
        });
        return hours;
    }

    /** Parties counted in an hour. */
    void count(DealershipId in, LocalDate day, int hour, int parties, StaffId by, Instant at) {
        jdbc.sql("""
                        insert into head_count (dealership_id, day, hour, parties, counted_by, counted_at)
                        values (:dealership, :day, :hour, :parties, :by, :at)
                            on conflict (dealership_id, day, hour)
                            do update set parties = excluded.parties,
                                          counted_by = excluded.counted_by,
                                          counted_at = excluded.counted_at
                        """)
                .param("dealership", in.value())
                .param("day", day)
                .param("hour", hour)
                .param("parties", parties)
                .param("by", by.value())
                .param("at", Moments.bound(at))
                .update();
    }

    int counted(DealershipId in, LocalDate day, int hour) {
        return hours(in, day).getOrDefault(hour, 0);
    }

    Setting setting(DealershipId in) {
        return jdbc.sql("""
                        select count_callers, count_events
                          from reception_setting
                         where dealership_id = :dealership
                        """)
                .param("dealership", in.value())
                .query((row, number) -> new Setting(row.getBoolean("count_callers"), row.getBoolean("count_events")))
                .optional()
                .orElse(Setting.USUAL);
    }

    void set(DealershipId in, Setting setting, StaffId by, Instant at) {
        jdbc.sql("""
                        insert into reception_setting (dealership_id, count_callers, count_events, set_by, set_at)
                        values (:dealership, :callers, :events, :by, :at)
                            on conflict (dealership_id)
                            do update set count_callers = excluded.count_callers,
                                          count_events = excluded.count_events,
                                          set_by = excluded.set_by,
                                          set_at = excluded.set_at
                        """)
                .param("dealership", in.value())
                .param("callers", setting.callers())
                .param("events", setting.events())
                .param("by", by.value())
                .param("at", Moments.bound(at))
                .update();
    }
}
