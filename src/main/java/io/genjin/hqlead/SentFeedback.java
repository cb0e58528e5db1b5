package io.genjin.hqlead;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Moments;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** That a day's feedback went to HQ: a person here marked it as sent, or HQ fetched it. The first time of each way is kept. */
@Service
public class SentFeedback {

    /** How it reached HQ. */
    public enum Way {
        MARKED,
        FETCHED
    }

    /** One way by which it went: who, by name, and when first. */
    public record Sent(Way way, String by, Instant at) {}

    private final JdbcClient jdbc;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SentFeedback(JdbcClient jdbc, Dealerships dealerships, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /** A person of the dealership has sent it; again changes nothing. */
    @Transactional
    public void mark(LocalDate day, StaffMember by) {
        keep(by.dealership(), day, Way.MARKED, by);
    }

    /** HQ has fetched it; the caller is in the dealership's scope. */
    @Transactional
    public void fetched(DealershipId in, LocalDate day, StaffMember by) {
        keep(in, day, Way.FETCHED, by);
    }

    private void keep(DealershipId in, LocalDate day, Way way, StaffMember by) {
        Dealership dealership = dealerships.get(in);
        Instant now = clock.instant();
        if (day.isAfter(dealership.dayOf(now))) {
            throw new FieldsRefused(Field.of("date", "field.future"));
        }
        int stored = jdbc.sql("""
                        insert into hq_feedback_sent (dealership_id, day, way, by_name, sent_at)
                        values (:dealership, :day, :way, :by, :now)
                            on conflict do nothing
                        """)
                .param("dealership", in.value())
                .param("day", day)
                .param("way", way.name())
                .param("by", by.name())
                .param("now", Moments.bound(now))
                .update();
        if (stored == 1) {
            boolean ours = by.dealership().equals(in);
            events.publishEvent(HqLeadFact.of(in, HqLeadFact.Kind.HQ_FEEDBACK_SENT, ours ? by : null, now)
                    .with("day", day.toString())
                    .with("way", way.name())
                    .with("by", ours ? null : by.name()));
        }
    }

    /** The ways by which the day's feedback went, the earliest first; none when it did not. */
    @Transactional(readOnly = true)
    public List<Sent> of(DealershipId in, LocalDate day) {
        return jdbc.sql("""
                        select way, by_name, sent_at
                          from hq_feedback_sent
                         where dealership_id = :dealership
                           and day = :day
                         order by sent_at, way
                        """)
                .param("dealership", in.value())
                .param("day", day)
                .query((row, number) -> new Sent(
                        Way.valueOf(row.getString("way")), row.getString("by_name"), Moments.read(row, "sent_at")))
                .list();
    }
}
