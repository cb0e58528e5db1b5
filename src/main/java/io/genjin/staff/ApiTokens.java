package io.genjin.staff;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bearer tokens of the API: shown once, kept as hashes, expiring, revocable (S-R14). They act with the rights of the person
 * who made them, and die with that person's account.
 */
@Component
public class ApiTokens {

    /** How long a token from name and password lives. */
    public static final Duration LIFE = Duration.ofHours(12);

    /** How long another node may go on taking a token that was revoked here; this one forgets it at once. */
    private static final Duration KEPT = Duration.ofSeconds(2);

    private static final int NAME_BYTES = 8;

    /** A token as it is shown, once. */
    public record Issued(String token, Instant expiresAt) {}

    /**
     * Whose token it is.
     *
     * @param token what it is called where it must not be told: the beginning of its hash
     */
    public record Holder(DealershipId dealership, StaffId staff, String token) {}

    /** A token in its owner's list; the token itself is not known any more. */
    public record Listed(
            byte[] hash,
            String name,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    private final JdbcClient jdbc;
    private final SecureRandom chance = new SecureRandom();
    private final Clock wallClock = Clock.systemUTC();
    private final AtomicLong revocations = new AtomicLong();
    private final Cache<ByteBuffer, Optional<Holder>> recent =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT).build();

    ApiTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public Issued issue(StaffMember member, String name, Duration life) {
        byte[] secret = new byte[32];
        chance.nextBytes(secret);
        String token = "gj_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = wallClock.instant();
        Instant expiresAt = now.plus(life);
        jdbc.sql("""
                        insert into api_token (token_hash, dealership_id, staff_id, name, created_at, expires_at)
                        values (:hash, :dealership, :staff, :name, :now, :expires)
                        """)
                .param("hash", hash(token))
                .param("dealership", member.dealership().value())
                .param("staff", member.id().value())
                .param("name", name)
                .param("now", Moments.bound(now))
                .param("expires", Moments.bound(expiresAt))
                .update();
        return new Issued(token, expiresAt);
    }

    /** Whose token this is; nobody's when it is unknown, expired or revoked. */
    public Optional<Holder> holder(String token) {
        byte[] hash = hash(token);
        ByteBuffer key = ByteBuffer.wrap(hash);
        Optional<Holder> holder = recent.getIfPresent(key);
        if (holder == null) {
            // not while the cache is held: a database that is away would make all requests of one token wait in a row
            long seen = revocations.get();
            holder = read(hash);
            recent.put(key, holder);
            if (revocations.get() != seen) {
                // read before a revocation that has been written since
                recent.invalidate(key);
            }
        }
        return holder;
    }

    private Optional<Holder> read(byte[] hash) {
        OffsetDateTime now = Moments.bound(wallClock.instant());
        Optional<Holder> holder = jdbc.sql("""
                        select dealership_id, staff_id
                          from api_token
                         where token_hash = :hash
                           and revoked_at is null
                           and expires_at > :now
                        """)
                .param("hash", hash)
                .param("now", now)
                .query((row, number) -> new Holder(
                        new DealershipId(row.getInt("dealership_id")),
                        new StaffId(row.getObject("staff_id", UUID.class)),
                        HexFormat.of().formatHex(hash, 0, NAME_BYTES)))
                .optional();
        if (holder.isPresent()) {
            jdbc.sql("""
                            update api_token
                               set last_used_at = :now
                             where token_hash = :hash
                               and (last_used_at is null or last_used_at < :before)
                            """)
                    .param("hash", hash)
                    .param("now", now)
                    .param("before", now.minusMinutes(5))
                    .update();
        }
        return holder;
    }

    @Transactional(readOnly = true)
    public List<Listed> of(StaffMember member) {
        return jdbc.sql("""
                        select token_hash, name, created_at, expires_at, last_used_at
                          from api_token
                         where dealership_id = :dealership
                           and staff_id = :staff
                           and revoked_at is null
                           and expires_at > :now
                         order by created_at desc
                        """)
                .param("dealership", member.dealership().value())
                .param("staff", member.id().value())
                .param("now", Moments.bound(wallClock.instant()))
                .query((row, number) -> new Listed(
                        row.getBytes("token_hash"),
                        row.getString("name"),
                        Moments.read(row, "created_at"),
                        Moments.read(row, "expires_at"),
                        Moments.readOrNull(row, "last_used_at")))
                .list();
    }

    /** Ends all tokens of a person, as a new password, another duty or a closed account do (S-R12). */
    @Transactional
    public void revokeAll(DealershipId dealership, StaffId staff) {
        jdbc.sql("""
                        update api_token
                           set revoked_at = :now
                         where dealership_id = :dealership
                           and staff_id = :staff
                           and revoked_at is null
                        """)
                .param("now", Moments.bound(wallClock.instant()))
                .param("dealership", dealership.value())
                .param("staff", staff.value())
                .update();
        forgetRecent();
    }

    /** Ends one token of the person. */
    @Transactional
    public void revoke(StaffMember member, byte[] hash) {
        jdbc.sql("""
                        update api_token
                           set revoked_at = :now
                         where token_hash = :hash
                           and dealership_id = :dealership
                           and staff_id = :staff
                        """)
                .param("now", Moments.bound(wallClock.instant()))
                .param("hash", hash)
                .param("dealership", member.dealership().value())
                .param("staff", member.id().value())
                .update();
        forgetRecent();
    }

    /** Until the change is committed others read the token as it was; after that this node takes it no more (S-R12). */
    private void forgetRecent() {
        Sessions.afterCommit(() -> {
            revocations.incrementAndGet();
            recent.invalidateAll();
        });
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
