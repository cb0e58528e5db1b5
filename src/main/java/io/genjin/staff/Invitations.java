package io.genjin.staff;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * One-time codes by which people set their first or a new password. Like the sign-in names they stand outside the tenant: a
 * code is looked up before its dealership is known. Only hashes are kept (S-R15).
 */
@Repository
class Invitations {

    static final Duration LIFE = Duration.ofDays(7);

    private static final int SECRET_BYTES = 32;

    /** Whose code it is. */
    record Holder(String username, DealershipId dealership, StaffId staff) {}

    private final JdbcClient jdbc;
    private final SecureRandom chance = new SecureRandom();

    Invitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new code; an earlier one and the password end with it. */
    Invitation issue(StaffMember member, Instant now) {
        byte[] secret = new byte[SECRET_BYTES];
        chance.nextBytes(secret);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant until = now.plus(LIFE);
        jdbc.sql("""
                        update account
                           set password_hash = null, invitation_hash = :hash, invited_until = :until
                         where username = :username
                           and dealership_id = :dealership
                        """)
                .param("hash", hash(code))
                .param("until", Moments.bound(until))
                .param("username", member.username())
                .param("dealership", member.dealership().value())
                .update();
        return new Invitation(member.id(), member.username(), code, until);
    }

    /** Whose code this is; nobody's when it is unknown, used or older than seven days. */
    Optional<Holder> find(String code, Instant now) {
        return jdbc.sql("""
                        select username, dealership_id, staff_id
                          from account
                         where invitation_hash = :hash
                           and invited_until > :now
                        """)
                .param("hash", hash(code))
                .param("now", Moments.bound(now))
                .query((row, number) -> new Holder(
                        row.getString("username"),
                        new DealershipId(row.getInt("dealership_id")),
                        new StaffId(row.getObject("staff_id", UUID.class))))
                .optional();
    }

    /** Sets the password and spends the code in one statement: of two who send it at once, one succeeds. */
    boolean spend(String code, Holder holder, String passwordHash, Instant now) {
        return jdbc.sql("""
                                update account
                                   set password_hash = :passwordHash, invitation_hash = null, invited_until = null,
                                       failures = 0, first_failure_at = null, locked_until = null
                                 where username = :username
                                   and dealership_id = :dealership
                                   and invitation_hash = :hash
                                   and invited_until > :now
                                """)
                        .param("passwordHash", passwordHash)
                        .param("username", holder.username())
                        .param("dealership", holder.dealership().value())
                        .param("hash", hash(code))
                        .param("now", Moments.bound(now))
                        .update()
                == 1;
    }

    /** Ends an open code, as leaving the dealership does. */
    void withdraw(StaffMember member) {
        jdbc.sql("""
                        update account
                           set invitation_hash = null, invited_until = null
                         where username = :username
                           and dealership_id = :dealership
                        """)
                .param("username", member.username())
                .param("dealership", member.dealership().value())
                .update();
    }

    /** Those who have a password; the others wait for their first or for a new one. */
    Set<StaffId> withPassword(DealershipId dealership) {
        return jdbc
                .sql("select staff_id from account where dealership_id = :dealership and password_hash is not null")
                .param("dealership", dealership.value())
                .query((row, number) -> new StaffId(row.getObject("staff_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
