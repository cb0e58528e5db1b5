package io.genjin.staff;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.staff.DoorRules.SecondFactorRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the administrator says what the dealership asks at its door. */
@Service
public class DoorRulesDesk {

    private static final int GRACE_DAYS = 14;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final SecondFactors factors;
    private final EarlierPasswords passwords;
    private final Clock clock;
    private final DoorRules atFirst;
    private final Clock wallClock = Clock.systemUTC();

    DoorRulesDesk(
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            SecondFactors factors,
            EarlierPasswords passwords,
            Clock clock,
            @Value("${genjin.second-factor:REQUIRED}") SecondFactorRule atFirst) {
        this.jdbc = jdbc;
        this.events = events;
        this.factors = factors;
        this.passwords = passwords;
        this.clock = clock;
        this.atFirst = new DoorRules(PasswordPreset.LONG, atFirst, GRACE_DAYS);
    }

    /** The dealership's own rules, or those that Genjin comes with. */
    @Transactional(readOnly = true)
    public DoorRules of(DealershipId dealership) {
        return jdbc.sql("""
                        select passwords, second_factor, grace_days
                          from door_rules
                         where dealership_id = :dealership
                        """)
                .param("dealership", dealership.value())
                .query((row, number) -> new DoorRules(
                        PasswordPreset.valueOf(row.getString("passwords")),
                        SecondFactorRule.valueOf(row.getString("second_factor")),
                        row.getInt("grace_days")))
                .optional()
                .orElse(atFirst);
    }

    /**
     * What somebody who has just proved their password still owes. Whoever is asked for a second factor for the first time is
     * remembered: the days of grace count from then.
     */
    @Transactional
    public Owing owedBy(StaffMember member, Instant now) {
        DoorRules rules = of(member.dealership());
        boolean worn = passwords
                .countedFrom(member)
                .filter(since -> since.plus(rules.passwords().life()).isBefore(now))
                .isPresent();
        boolean lacks = rules.obliges(member)
                && !factors.of(member).map(SecondFactors.Standing::isOn).orElse(false);
        if (!lacks) {
            return new Owing(worn, null, false);
        }
        // the database keeps microseconds and would round the rest up, past this very moment
        Instant until =
                factors.ask(member, now.truncatedTo(ChronoUnit.MICROS)).plus(Duration.ofDays(rules.graceDays()));
        return new Owing(worn, until, !until.isAfter(now));
    }

    @Transactional
    public void change(DoorRules rules, StaffMember by) {
        DoorRules before = of(by.dealership());
        if (before.equals(rules)) {
            return;
        }
        Instant now = wallClock.instant();
        jdbc.sql("""
                        insert into door_rules (dealership_id, passwords, second_factor, grace_days, changed_by, changed_at)
                        values (:dealership, :passwords, :factor, :grace, :by, :now)
                        on conflict (dealership_id) do update
                           set passwords = excluded.passwords, second_factor = excluded.second_factor,
                               grace_days = excluded.grace_days, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .param("dealership", by.dealership().value())
                .param("passwords", rules.passwords().name())
                .param("factor", rules.secondFactor().name())
                .param("grace", rules.graceDays())
                .param("by", by.id().value())
                .param("now", Moments.bound(now))
                .update();
        events.publishEvent(StaffFact.of(StaffFact.Kind.DOOR_RULES_CHANGED, by, by, clock.instant())
                .with("passwordsBefore", before.passwords())
                .with("passwords", rules.passwords())
                .with("secondFactorBefore", before.secondFactor())
                .with("secondFactor", rules.secondFactor())
                .with("graceDaysBefore", before.graceDays())
                .with("graceDays", rules.graceDays()));
    }
}
