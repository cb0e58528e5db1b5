package io.genjin.staff;

import io.genjin.shared.Moments;
import io.genjin.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The second factors of people: sealed secrets, the steps already used, and recovery codes as hashes (S-R8). */
@Repository
class SecondFactors {

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;

    /** How far a person is: asked, begun, confirmed. */
    record Standing(
            byte @Nullable [] sealed,
            @Nullable Instant confirmedAt,
            @Nullable Instant askedAt,
            int recoveryCodes) {

        boolean isOn() {
            return confirmedAt != null;
        }
    }

    private final JdbcClient jdbc;
    private final Vault vault;
    private final SecureRandom chance = new SecureRandom();

    SecondFactors(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Transactional(readOnly = true)
    public Optional<Standing> of(StaffMember member) {
        return jdbc.sql("""
                        select f.sealed_secret, f.confirmed_at, f.asked_at,
                               (select count(*)
                                  from recovery_code c
                                 where c.dealership_id = f.dealership_id
                                   and c.staff_id = f.staff_id) as codes
                          from second_factor f
                         where f.dealership_id = :dealership
                           and f.staff_id = :staff
                        """)
                .param("dealership", member.dealership().value())
                .param("staff", member.id().value())
                .query((row, number) -> new Standing(
                        row.getBytes("sealed_secret"),
                        Moments.readOrNull(row, "confirmed_at"),
                        Moments.readOrNull(row, "asked_at"),
                        row.getInt("codes")))
                .optional();
    }

    /** When the person was first asked, which is now if never before. */
    @Transactional
    public Instant ask(StaffMember member, Instant now) {
        return jdbc.sql("""
                        insert into second_factor (dealership_id, staff_id, last_step, asked_at)
                        values (:dealership, :staff, 0, :now)
                        on conflict (dealership_id, staff_id) do update
                           set asked_at = coalesce(second_factor.asked_at, excluded.asked_at)
                        returning asked_at
                        """)
                .param("dealership", member.dealership().value())
                .param("staff", member.id().value())
                .param("now", Moments.bound(now))
                .query((row, number) -> Moments.read(row, "asked_at"))
                .single();
    }

    /** A new secret, which counts for nothing until a code proves that it arrived; one that counts already stays. */
    @Transactional
    public void begin(StaffMember member) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        chance.nextBytes(secret);
        jdbc.sql("""
                        insert into second_factor (dealership_id, staff_id, sealed_secret, last_step)
                        values (:dealership, :staff, :sealed, 0)
                        on conflict (dealership_id, staff_id) do update
                           set sealed_secret = excluded.sealed_secret, last_step = 0
                         where second_factor.confirmed_at is null
                        """)
                .param("dealership", member.dealership().value())
                .param("staff", member.id().value())
                .param("sealed", vault.sealBytes(secret, context(member)))
                .update();
    }

    byte[] open(StaffMember member, byte[] sealed) {
        return vault.openBytes(sealed, context(member));
    }

    /**
     * Spends a code of the authenticator: each counts once. A last step that lies in the future was used before the clock went
     * back, and locks nobody out.
     */
    @Transactional
    public boolean spend(StaffMember member, String code, Instant now) {
        byte[] sealed = of(member).map(Standing::sealed).orElse(null);
        if (sealed == null) {
            return false;
        }
        Long step = Totp.stepOf(open(member, sealed), code.replaceAll("\\s", ""), now)
                .orElse(null);
        return step != null
                && jdbc.sql("""
                                update second_factor
                                   set last_step = :step
                                 where dealership_id = :dealership
                                   and staff_id = :staff
                                   and (last_step < :step or last_step > :latest)
                                """)
                                .param("step", step)
                                .param("latest", Totp.stepAt(now) + 1)
                                .param("dealership", member.dealership().value())
                                .param("staff", member.id().value())
                                .update()
                        == 1;
    }

    @Transactional
    public boolean spendRecoveryCode(StaffMember member, String code) {
        return jdbc.sql("""
                                delete from recovery_code
                                 where dealership_id = :dealership
                                   and staff_id = :staff
                                   and code_hash = :hash
                                """)
                        .param("dealership", member.dealership().value())
                        .param("staff", member.id().value())
                        .param("hash", hash(code))
                        .update()
                == 1;
    }

    @Transactional
    public void confirm(StaffMember member, Instant now) {
        jdbc.sql("""
                        update second_factor
                           set confirmed_at = :now
                         where dealership_id = :dealership
                           and staff_id = :staff
                           and confirmed_at is null
                        """)
                .param("now", Moments.bound(now))
                .param("dealership", member.dealership().value())
                .param("staff", member.id().value())
                .update();
    }

    /** Ten new recovery codes; earlier ones end. They can be shown only now. */
    @Transactional
    public List<String> newRecoveryCodes(StaffMember member) {
        endRecoveryCodes(member);
        List<String> codes = new ArrayList<>();
        for (int place = 0; place < RECOVERY_CODES; place++) {
            byte[] secret = new byte[RECOVERY_BYTES];
            chance.nextBytes(secret);
            String code = Totp.written(secret).toLowerCase(Locale.ROOT);
            codes.add(code.substring(0, 8) + "-" + code.substring(8));
            jdbc.sql("""
                            insert into recovery_code (dealership_id, staff_id, code_hash)
                            values (:dealership, :staff, :hash)
                            """)
                    .param("dealership", member.dealership().value())
                    .param("staff", member.id().value())
                    .param("hash", hash(code))
                    .update();
        }
        return codes;
    }

    /** Ends the factor; whoever must have one is asked anew from {@code now}. */
    @Transactional
    public void end(StaffMember member, Instant now) {
        jdbc.sql("""
                        update second_factor
                           set sealed_secret = null, confirmed_at = null, last_step = 0, asked_at = :now
                         where dealership_id = :dealership
                           and staff_id = :staff
                        """)
                .param("now", Moments.bound(now))
                .param("dealership", member.dealership().value())
                .param("staff", member.id().value())
                .update();
        endRecoveryCodes(member);
    }

    private void endRecoveryCodes(StaffMember member) {
        jdbc.sql("""
                        delete from recovery_code
                         where dealership_id = :dealership
                           and staff_id = :staff
                        """)
                .param("dealership", member.dealership().value())
                .param("staff", member.id().value())
                .update();
    }

    private static String context(StaffMember member) {
        return "staff.second-factor|" + member.dealership().value() + "|"
                + member.id().value();
    }

    private static byte[] hash(String code) {
        try {
            String plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
            return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
