package io.genjin.staff;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Sign-in names with their password hashes. They stand outside the tenant, because a name is looked up before its dealership
 * is known (ADR 0006).
 */
@Repository
class Accounts {

    /** Wrong passwords within {@link #WINDOW} after which an account rests (S-R2). */
    static final int MOST_FAILURES = 5;

    static final Duration WINDOW = Duration.ofMinutes(15);
    static final Duration LOCK = Duration.ofMinutes(15);

    /** One sign-in name: whose it is and what its password hashes to. */
    record Account(
            String username,
            DealershipId dealership,
            StaffId staff,
            @Nullable String passwordHash) {}

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> find(String username) {
        return jdbc.sql(
                        "select username, dealership_id, staff_id, password_hash from account where username = :username")
                .param("username", username)
                .query((row, number) -> new Account(
                        row.getString("username"),
                        new DealershipId(row.getInt("dealership_id")),
                        new StaffId(row.getObject("staff_id", UUID.class)),
                        row.getString("password_hash")))
                .optional();
    }

    /**
     * Takes one of the few tries that an account has, before the password is looked at: of fifty guesses at once at most five
     * are verified (S-R2). False when the account rests.
     */
    boolean takeTry(String username, Instant now) {
        return jdbc.sql("""
                                update account
                                   set failures = case when first_failure_at is null or first_failure_at < :windowStart
                                                       then 1 else failures + 1 end,
                                       first_failure_at = case when first_failure_at is null or first_failure_at < :windowStart
                                                               then :now else first_failure_at end,
                                       locked_until = case when first_failure_at >= :windowStart and failures + 1 >= :most
                                                           then :lockedUntil else locked_until end
                                 where username = :username
                                   and (locked_until is null or locked_until <= :now)
                                """)
                        .param("username", username)
                        .param("now", Moments.bound(now))
                        .param("windowStart", Moments.bound(now.minus(WINDOW)))
                        .param("lockedUntil", Moments.bound(now.plus(LOCK)))
                        .param("most", MOST_FAILURES)
                        .update()
                == 1;
    }

    /** A right password gives the tries back. */
    void succeeded(String username, Instant now) {
        jdbc.sql("""
                        update account
                           set failures = 0, first_failure_at = null, locked_until = null, last_sign_in_at = :now
                         where username = :username
                        """)
                .param("username", username)
                .param("now", Moments.bound(now))
                .update();
    }

    /** What was proved gives the tries back, without anybody having come in by it. */
    void giveBack(String username) {
        jdbc.sql("""
                        update account
                           set failures = 0, first_failure_at = null, locked_until = null
                         where username = :username
                        """).param("username", username).update();
    }

    Optional<Instant> lockedUntil(String username) {
        return jdbc.sql("select locked_until from account where username = :username and locked_until is not null")
                .param("username", username)
                .query((row, number) -> Moments.read(row, "locked_until"))
                .optional();
    }

    /** How long an account still rests whose try was refused a moment ago. */
    Duration restOf(String username, Instant now) {
        return lockedUntil(username).map(until -> Duration.between(now, until)).orElse(Duration.ZERO);
    }

    void add(String username, DealershipId dealership, StaffId staff, @Nullable String passwordHash, Instant now) {
        jdbc.sql("""
                        insert into account (username, dealership_id, staff_id, password_hash, failures, created_at)
                        values (:username, :dealership, :staff, :hash, 0, :now)
                        """)
                .param("username", username)
                .param("dealership", dealership.value())
                .param("staff", staff.value())
                .param("hash", passwordHash)
                .param("now", Moments.bound(now))
                .update();
    }

    void setPassword(String username, String passwordHash) {
        jdbc.sql("""
                        update account
                           set password_hash = :hash, failures = 0, first_failure_at = null, locked_until = null
                         where username = :username
                        """).param("username", username).param("hash", passwordHash).update();
    }
}
