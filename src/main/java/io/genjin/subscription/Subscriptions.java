package io.genjin.subscription;

import io.genjin.shared.Conditions;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffId;
import io.genjin.subscription.Rhythm.Every;
import io.genjin.subscription.Subscription.Ended;
import io.genjin.subscription.Subscription.Language;
import io.genjin.subscription.Subscription.Why;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who gets which page in which rhythm. */
@Repository
class Subscriptions {

    private static final String COLUMNS = """
            s.id, s.dealership_id, s.subscriber_id, s.page, s.every, s.weekday, s.month_day, s.at_time, s.open_days_only,
                               s.language, s.since, s.settled, s.ended_why, s.ended_at, s.version""";

    private final JdbcClient jdbc;

    Subscriptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Subscription one) {
        Rhythm rhythm = one.rhythm();
        jdbc.sql("""
                        insert into subscription (dealership_id, id, subscriber_id, page, every, weekday, month_day, at_time,
                                                  open_days_only, language, since, settled, version)
                        values (:dealership, :id, :subscriber, :page, :every, :weekday, :monthDay, :at, :openDaysOnly, :language,
                                :since, :settled, :version)
                        """)
                .param("dealership", one.dealership().value())
                .param("id", one.id().value())
                .param("subscriber", one.subscriber().value())
                .param("page", one.page())
                .param("every", rhythm.every().name())
                .param("weekday", weekday(rhythm))
                .param("monthDay", rhythm.dayOfMonth())
                .param("at", rhythm.at())
                .param("openDaysOnly", rhythm.openDaysOnly())
                .param("language", one.language().name())
                .param("since", Moments.bound(one.since()))
                .param("settled", Moments.bound(one.settled()))
                .param("version", one.version())
                .update();
    }

    private static @Nullable Integer weekday(Rhythm rhythm) {
        DayOfWeek day = rhythm.weekday();
        return day == null ? null : (Integer) day.getValue();
    }

    /** False when somebody changed or ended it meanwhile. */
    boolean save(Subscription one, int seen) {
        Rhythm rhythm = one.rhythm();
        Ended ended = one.ended();
        return jdbc.sql("""
                        update subscription
                           set every = :every, weekday = :weekday, month_day = :monthDay, at_time = :at,
                               open_days_only = :openDaysOnly, language = :language, since = :since, settled = :settled,
                               ended_why = :why, ended_at = :endedAt, version = version + 1
                         where dealership_id = :dealership
                           and id = :id
                           and version = :seen
                        """)
                        .param("every", rhythm.every().name())
                        .param("weekday", weekday(rhythm))
                        .param("monthDay", rhythm.dayOfMonth())
                        .param("at", rhythm.at())
                        .param("openDaysOnly", rhythm.openDaysOnly())
                        .param("language", one.language().name())
                        .param("since", Moments.bound(one.since()))
                        .param("settled", Moments.bound(one.settled()))
                        .param("why", ended == null ? null : ended.why().name())
                        .param("endedAt", Moments.boundOrNull(ended == null ? null : ended.at()))
                        .param("dealership", one.dealership().value())
                        .param("id", one.id().value())
                        .param("seen", seen)
                        .update()
                == 1;
    }

    /** Everything due until {@code until} is dealt with. */
    void settle(Subscription one, Instant until) {
        jdbc.sql("""
                        update subscription
                           set settled = :until
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("until", Moments.bound(until))
                .param("dealership", one.dealership().value())
                .param("id", one.id().value())
                .update();
    }

    /** The person's, the running ones first, then the newest. */
    List<Subscription> of(DealershipId dealership, StaffId subscriber) {
        return read(
                Conditions.in(dealership, "s.dealership_id")
                        .and("s.subscriber_id = :subscriber")
                        .with("subscriber", subscriber),
                "order by s.ended_at is not null, s.id desc");
    }

    /** All that go on. */
    List<Subscription> on(DealershipId dealership) {
        return read(Conditions.in(dealership, "s.dealership_id").and("s.ended_at is null"), "order by s.id");
    }

    Optional<Subscription> find(DealershipId dealership, SubscriptionId id) {
        return read(
                        Conditions.in(dealership, "s.dealership_id")
                                .and("s.id = :id")
                                .with("id", id),
                        "")
                .stream()
                .findFirst();
    }

    /** Held until the transaction ends; nothing when another node holds it. */
    Optional<Subscription> holdIfFree(DealershipId dealership, SubscriptionId id) {
        return read(
                        Conditions.in(dealership, "s.dealership_id")
                                .and("s.id = :id")
                                .with("id", id),
                        "for no key update skip locked")
                .stream()
                .findFirst();
    }

    private List<Subscription> read(Conditions where, String tail) {
        return jdbc.sql("""
                        select %s
                          from subscription s
                         where %s
                         %s
                        """.formatted(COLUMNS, where.sql(), tail))
                .params(where.params())
                .query((row, number) -> read(row))
                .list();
    }

    private static Subscription read(ResultSet row) throws SQLException {
        Integer weekday = row.getObject("weekday", Integer.class);
        Instant endedAt = Moments.readOrNull(row, "ended_at");
        return new Subscription(
                new SubscriptionId(row.getObject("id", UUID.class)),
                new DealershipId(row.getInt("dealership_id")),
                new StaffId(row.getObject("subscriber_id", UUID.class)),
                row.getString("page"),
                new Rhythm(
                        Every.valueOf(row.getString("every")),
                        weekday == null ? null : DayOfWeek.of(weekday),
                        row.getObject("month_day", Integer.class),
                        row.getObject("at_time", LocalTime.class),
                        row.getBoolean("open_days_only")),
                Language.valueOf(row.getString("language")),
                Moments.read(row, "since"),
                Moments.read(row, "settled"),
                endedAt == null ? null : new Ended(Why.valueOf(row.getString("ended_why")), endedAt),
                row.getInt("version"));
    }
}
