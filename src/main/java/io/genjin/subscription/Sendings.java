package io.genjin.subscription;

import io.genjin.shared.Conditions;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.subscription.Sending.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The letters that came due, each once, and how sending them went. */
@Repository
class Sendings {

    /** A node that took a letter and fell silent so long is thought dead, and another takes it. */
    static final Duration LEASE = Duration.ofMinutes(5);

    private static final String COLUMNS =
            "d.subscription_id, d.due_at, d.state, d.tries, d.try_at, d.outcome, d.said, d.settled_at";

    private final JdbcClient jdbc;

    Sendings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts a letter into the queue; those of the same subscription that still wait are overtaken by it. */
    void add(Subscription subscription, Instant due, Instant now) {
        jdbc.sql("""
                        update subscription_sending
                           set state = 'GIVEN_UP', outcome = :outcome, settled_at = :now
                         where dealership_id = :dealership
                           and subscription_id = :subscription
                           and state = 'OPEN'
                        """)
                .param("outcome", Outcome.SUPERSEDED.name())
                .param("now", Moments.bound(now))
                .param("dealership", subscription.dealership().value())
                .param("subscription", subscription.id().value())
                .update();
        jdbc.sql("""
                        insert into subscription_sending (dealership_id, subscription_id, due_at, state, tries, try_at)
                        values (:dealership, :subscription, :due, 'OPEN', 0, :now)
                            on conflict do nothing
                        """)
                .param("dealership", subscription.dealership().value())
                .param("subscription", subscription.id().value())
                .param("due", Moments.bound(due))
                .param("now", Moments.bound(now))
                .update();
    }

    /** Takes the letter that waits longest, for this node alone until its lease is over. */
    Optional<Sending> take(DealershipId dealership, Instant now) {
        Optional<Sending> next = jdbc.sql("""
                        select %s
                          from subscription_sending d
                         where d.dealership_id = :dealership
                           and d.state = 'OPEN'
                           and d.try_at <= :now
                           and (d.leased_until is null or d.leased_until < :now)
                         order by d.try_at, d.subscription_id
                         limit 1
                           for update skip locked
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("now", Moments.bound(now))
                .query((row, number) -> read(row))
                .optional();
        next.ifPresent(sending -> jdbc.sql("""
                        update subscription_sending
                           set tries = tries + 1, leased_until = :until
                         where dealership_id = :dealership
                           and subscription_id = :subscription
                           and due_at = :due
                        """)
                .param("until", Moments.bound(now.plus(LEASE)))
                .param("dealership", dealership.value())
                .param("subscription", sending.subscription().value())
                .param("due", Moments.bound(sending.due()))
                .update());
        return next.map(sending -> new Sending(
                sending.subscription(),
                sending.due(),
                sending.state(),
                sending.tries() + 1,
                sending.tryAt(),
                sending.outcome(),
                sending.said(),
                sending.settledAt()));
    }

    /**
     * Writes down how a try went. A node whose lease was over writes nothing over what the next one wrote.
     *
     * @param again when it is tried again; nothing when it is settled
     */
    void tried(
            DealershipId dealership,
            Sending taken,
            Outcome outcome,
            @Nullable String said,
            @Nullable Instant again,
            Instant now) {
        State state = outcome == Outcome.SENT ? State.SENT : again == null ? State.GIVEN_UP : State.OPEN;
        jdbc.sql("""
                        update subscription_sending
                           set state = :state, outcome = :outcome, said = :said, try_at = :again, leased_until = null,
                               settled_at = :settled
                         where dealership_id = :dealership
                           and subscription_id = :subscription
                           and due_at = :due
                           and tries = :tries
                           and state = 'OPEN'
                        """)
                .param("state", state.name())
                .param("outcome", outcome.name())
                .param("said", said)
                .param("again", Moments.bound(again == null ? now : again))
                .param("settled", Moments.boundOrNull(state == State.OPEN ? null : now))
                .param("dealership", dealership.value())
                .param("subscription", taken.subscription().value())
                .param("due", Moments.bound(taken.due()))
                .param("tries", taken.tries())
                .update();
    }

    /** The letters of these subscriptions, the newest first, so many of each. */
    List<Sending> of(DealershipId dealership, List<SubscriptionId> subscriptions, int each) {
        if (subscriptions.isEmpty()) {
            return List.of();
        }
        Conditions where = Conditions.in(dealership, "r.dealership_id")
                .and("r.subscription_id in (:subscriptions)")
                .with("subscriptions", subscriptions);
        return jdbc.sql("""
                        select %s
                          from (select r.*,
                                       row_number() over (partition by r.subscription_id order by r.due_at desc) as place
                                  from subscription_sending r
                                 where %s) d
                         where d.place <= :each
                         order by d.due_at desc, d.subscription_id
                        """.formatted(COLUMNS, where.sql()))
                .params(where.params())
                .param("each", each)
                .query((row, number) -> read(row))
                .list();
    }

    /** The newest letters that did not simply go out. */
    List<Sending> troubled(DealershipId dealership, int most) {
        return jdbc.sql("""
                        select %s
                          from subscription_sending d
                         where d.dealership_id = :dealership
                           and d.outcome is not null
                           and d.outcome not in ('SENT', 'SUPERSEDED', 'STOPPED')
                         order by d.due_at desc, d.subscription_id
                         limit :most
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("most", most)
                .query((row, number) -> read(row))
                .list();
    }

    int sentSince(DealershipId dealership, Instant since) {
        return jdbc.sql("""
                        select count(*)
                          from subscription_sending
                         where dealership_id = :dealership
                           and state = 'SENT'
                           and settled_at >= :since
                        """)
                .param("dealership", dealership.value())
                .param("since", Moments.bound(since))
                .query(Integer.class)
                .single();
    }

    private static Sending read(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new Sending(
                new SubscriptionId(row.getObject("subscription_id", UUID.class)),
                Moments.read(row, "due_at"),
                State.valueOf(row.getString("state")),
                row.getInt("tries"),
                Moments.read(row, "try_at"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("said"),
                Moments.readOrNull(row, "settled_at"));
    }
}
