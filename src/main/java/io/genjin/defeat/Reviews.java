package io.genjin.defeat;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores reviews of why there was no deal, and what managers decided after their analysis. */
@Repository
class Reviews {

    private final JdbcClient jdbc;

    Reviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(DealershipId dealership, Review review) {
        jdbc.sql("""
                        insert into not_closed_review (dealership_id, id, prospect_id, summary, reasons, revisit, by_id,
                                                       reviewed_at)
                        values (:dealership, :id, :prospect, :summary, :reasons, :revisit, :by, :at)
                        """)
                .params(row(dealership, review))
                .param("revisit", review.revisit(), java.sql.Types.BOOLEAN)
                .update();
    }

    /** Says more of a review whose question was left open. */
    void change(DealershipId dealership, Review review) {
        jdbc.sql("""
                        update not_closed_review
                           set summary = :summary, reasons = :reasons, revisit = :revisit, by_id = :by, reviewed_at = :at
                         where dealership_id = :dealership
                           and id = :id
                           and prospect_id = :prospect
                        """)
                .params(row(dealership, review))
                .param("revisit", review.revisit(), java.sql.Types.BOOLEAN)
                .update();
    }

    private static Map<String, Object> row(DealershipId dealership, Review review) {
        return Map.of(
                "dealership", dealership.value(),
                "id", review.id(),
                "prospect", review.prospect().value(),
                "summary", review.summary(),
                "reasons", codes(review.reasons()),
                "by", review.by().value(),
                "at", Moments.bound(review.at()));
    }

    /** Newest first. */
    List<Review> of(DealershipId dealership, ProspectId prospect) {
        return jdbc.sql("""
                        select id, summary, reasons, revisit, by_id, reviewed_at
                          from not_closed_review
                         where dealership_id = :dealership
                           and prospect_id = :prospect
                         order by reviewed_at desc, id desc
                        """)
                .param("dealership", dealership.value())
                .param("prospect", prospect.value())
                .query((row, number) -> new Review(
                        row.getObject("id", UUID.class),
                        prospect,
                        row.getString("summary"),
                        reasons(row.getString("reasons")),
                        row.getObject("revisit", Boolean.class),
                        new StaffId(row.getObject("by_id", UUID.class)),
                        Moments.read(row, "reviewed_at")))
                .list();
    }

    /** The review whose question is still open, if there is one. */
    Optional<Review> open(DealershipId dealership, ProspectId prospect) {
        return of(dealership, prospect).stream().findFirst().filter(review -> review.revisit() == null);
    }

    /** What a manager decided: which way, why, and what was adjusted, as codes in one line. */
    record Decided(CauseDecision.Way way, String comment, String adjusted, StaffId by, Instant at) {}

    void decided(DealershipId dealership, ProspectId prospect, UUID id, Decided decision) {
        jdbc.sql("""
                        insert into cause_decision (dealership_id, id, prospect_id, way, comment, adjusted, by_id, decided_at)
                        values (:dealership, :id, :prospect, :way, :comment, :adjusted, :by, :at)
                        """)
                .param("dealership", dealership.value())
                .param("id", id)
                .param("prospect", prospect.value())
                .param("way", decision.way().name())
                .param("comment", decision.comment())
                .param("adjusted", decision.adjusted())
                .param("by", decision.by().value())
                .param("at", Moments.bound(decision.at()))
                .update();
    }

    /** Newest first. */
    List<Decided> decisions(DealershipId dealership, ProspectId prospect) {
        return jdbc.sql("""
                        select way, comment, adjusted, by_id, decided_at
                          from cause_decision
                         where dealership_id = :dealership
                           and prospect_id = :prospect
                         order by decided_at desc, id desc
                        """)
                .param("dealership", dealership.value())
                .param("prospect", prospect.value())
                .query((row, number) -> new Decided(
                        CauseDecision.Way.valueOf(row.getString("way")),
                        row.getString("comment"),
                        row.getString("adjusted"),
                        new StaffId(row.getObject("by_id", UUID.class)),
                        Moments.read(row, "decided_at")))
                .list();
    }

    static String codes(Collection<DefeatReason> reasons) {
        return reasons.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    static Set<DefeatReason> reasons(String codes) {
        Set<DefeatReason> all = EnumSet.noneOf(DefeatReason.class);
        Arrays.stream(codes.split(","))
                .filter(code -> !code.isEmpty())
                .map(DefeatReason::valueOf)
                .forEach(all::add);
        return all;
    }
}
