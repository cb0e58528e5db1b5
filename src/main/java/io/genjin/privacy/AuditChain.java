package io.genjin.privacy;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.privacy.AuditFinding.Fault;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.vault.Vault;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the records that only grow, block after block, and reads them again: whoever changes, removes or slips in an entry, with
 * whatever rights in the database, is found, and the entry is named (S-R75). Writing an entry costs nothing more: what landed is
 * sealed minutes later. Entries are taken in the order of their ids, which sort by the moment they were made; those of
 * transactions that still run are waited for. An entry whose words were erased with a customer counts by the digest that its words
 * had, which only the eraser can seal.
 */
@Service
public class AuditChain {

    private static final Logger LOG = LoggerFactory.getLogger(AuditChain.class);

    private static final int BLOCK = 2_000;
    /** A turn seals so much of each record: enough for a day's import, too little to be felt. What is left follows in the next. */
    private static final int MOST_BLOCKS = 50;

    private static final int MOST_FINDINGS = 50;
    private static final int SHORT_PRINT = 8;
    private static final int PACKED = 16 + SHORT_PRINT;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** @param forged whether the entry says that its words were erased, and the eraser never did that */
    private record Print(UUID id, byte[] hash, boolean forged) {

        byte[] shortened() {
            return Arrays.copyOf(hash, SHORT_PRINT);
        }
    }

    private record Block(int no, UUID last, int entries, byte[] prints, byte[] hash, byte[] seal, Instant sealedAt) {}

    private final JdbcClient jdbc;
    private final Dealerships dealerships;
    private final Vault vault;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AuditChain(
            JdbcClient jdbc,
            Dealerships dealerships,
            Vault vault,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.dealerships = dealerships;
        this.vault = vault;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
    }

    /** Seals what has landed in every dealership; what does not fit into one turn follows in the next. */
    public void sealAll() {
        Instant horizon = horizon();
        dealerships.all().forEach(one -> seal(one.id(), horizon));
    }

    /** Reads everything again that was sealed. */
    public void verifyAll() {
        dealerships.all().forEach(this::verifyAndTell);
    }

    /** What is broken stands in the log, and rings at the bell of those who answer for the records. */
    void verifyAndTell(Dealership one) {
        AuditState state = verify(one.id());
        if (state.isWhole()) {
            return;
        }
        state.findings()
                .forEach(found -> LOG.error(
                        "The audit record of dealership {} is broken: {} block {}, entry {}: {}",
                        one.code(),
                        found.record(),
                        found.block(),
                        found.entry(),
                        found.fault()));
        AuditBroken fact = new AuditBroken(one.id(), state.findings().size(), clock.instant());
        Tenancy.within(one.id(), () -> transaction.executeWithoutResult(status -> events.publishEvent(fact)));
    }

    /** Before this moment nothing can land any more: a little before now, and before whatever still runs began. */
    Instant horizon() {
        return jdbc.sql("""
                        select least(clock_timestamp() - interval '2 minutes', min(a.xact_start) - interval '10 seconds') as horizon
                          from pg_stat_activity a
                         where a.usename = current_user
                           and a.pid <> pg_backend_pid()
                        """)
                .query((row, number) ->
                        row.getObject("horizon", OffsetDateTime.class).toInstant())
                .single();
    }

    void seal(DealershipId dealership, Instant horizon) {
        UUID before = firstAt(horizon);
        Tenancy.within(dealership, () -> {
            for (AuditRecord record : AuditRecord.values()) {
                int turns = 0;
                while (turns < MOST_BLOCKS && Boolean.TRUE.equals(sealBlock(dealership, record, before))) {
                    turns++;
                }
            }
        });
    }

    /** The next block in a transaction of its own; false when nothing is left, or another node is sealing. */
    private @Nullable Boolean sealBlock(DealershipId dealership, AuditRecord record, UUID before) {
        return transaction.execute(status -> {
            Block last = newest(dealership, record);
            UUID after = last == null ? BEFORE_ALL : last.last();
            List<Print> prints = prints(dealership, record, after, before, BLOCK);
            if (prints.isEmpty()) {
                return false;
            }
            int no = last == null ? 1 : last.no() + 1;
            byte[] hash = hash(record, no, last == null ? new byte[0] : last.hash(), prints);
            int written = jdbc.sql("""
                            insert into audit_block (dealership_id, record, no, last_id, entries, prints, hash, seal, sealed_at)
                            values (:dealership, :record, :no, :last, :entries, :prints, :hash, :seal, :now)
                            on conflict (dealership_id, record, no) do nothing
                            """)
                    .param("dealership", dealership.value())
                    .param("record", record.name())
                    .param("no", no)
                    .param("last", prints.get(prints.size() - 1).id())
                    .param("entries", prints.size())
                    .param("prints", packed(prints))
                    .param("hash", hash)
                    .param("seal", seal(dealership, hash))
                    .param("now", Moments.bound(clock.instant()))
                    .update();
            return written == 1 && prints.size() == BLOCK;
        });
    }

    /** How far the records are sealed, without reading them. */
    public AuditState state(DealershipId dealership) {
        return new AuditState(sealed(dealership), erased(dealership), false, List.of());
    }

    /** Reads every sealed entry again. */
    public AuditState verify(DealershipId dealership) {
        return Tenancy.within(dealership, () -> {
            List<AuditFinding> findings = new ArrayList<>();
            for (AuditRecord record : AuditRecord.values()) {
                verify(dealership, record, findings);
            }
            int told = Math.min(findings.size(), MOST_FINDINGS);
            return new AuditState(sealed(dealership), erased(dealership), true, List.copyOf(findings.subList(0, told)));
        });
    }

    private void verify(DealershipId dealership, AuditRecord record, List<AuditFinding> findings) {
        UUID after = BEFORE_ALL;
        byte[] previous = new byte[0];
        int due = 1;
        for (Block block = from(dealership, record, due); block != null; block = from(dealership, record, due)) {
            if (findings.size() >= MOST_FINDINGS) {
                return;
            }
            if (block.no() == due) {
                check(dealership, record, block, after, previous, findings);
            } else {
                findings.add(new AuditFinding(record, due, null, Fault.CHAIN_BROKEN));
            }
            after = block.last();
            previous = block.hash();
            due = block.no() + 1;
        }
    }

    /** Whether the block holds what stands between its end and that of the one before it, and carries our seal. */
    private void check(
            DealershipId dealership,
            AuditRecord record,
            Block block,
            UUID after,
            byte[] previous,
            List<AuditFinding> findings) {
        List<Print> prints = prints(dealership, record, after, next(block.last()), block.entries() + BLOCK);
        boolean whole = prints.stream().noneMatch(Print::forged)
                && MessageDigest.isEqual(block.hash(), hash(record, block.no(), previous, prints))
                && MessageDigest.isEqual(block.seal(), seal(dealership, block.hash()));
        if (whole && Arrays.equals(block.prints(), packed(prints))) {
            return;
        }
        int before = findings.size();
        if (!whole) {
            compare(record, block, prints, findings);
        }
        if (findings.size() == before) {
            findings.add(new AuditFinding(record, block.no(), null, Fault.CHAIN_BROKEN));
        }
    }

    private static void compare(AuditRecord record, Block block, List<Print> prints, List<AuditFinding> findings) {
        Map<UUID, byte[]> sealed = unpacked(block.prints());
        for (Print print : prints) {
            byte[] then = sealed.remove(print.id());
            if (then == null) {
                findings.add(new AuditFinding(record, block.no(), print.id(), Fault.ADDED));
            } else if (print.forged() || !Arrays.equals(then, print.shortened())) {
                findings.add(new AuditFinding(record, block.no(), print.id(), Fault.CHANGED));
            }
        }
        sealed.keySet().forEach(id -> findings.add(new AuditFinding(record, block.no(), id, Fault.REMOVED)));
    }

    private List<Print> prints(DealershipId dealership, AuditRecord record, UUID after, UUID before, int most) {
        return inside(() -> jdbc.sql(record.prints())
                .param("dealership", dealership.value())
                .param("after", after)
                .param("before", before)
                .param("most", most)
                .query((row, number) -> print(dealership, row))
                .list());
    }

    private Print print(DealershipId dealership, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte[] print = row.getBytes("print");
        byte[] words = row.getBytes("words");
        if (words == null) {
            return new Print(id, print, false);
        }
        byte[] sealed = row.getBytes("erased_digest");
        byte[] then = sealed == null ? words : ErasedWords.open(vault, dealership, id, sealed, words);
        MessageDigest sum = sha256();
        sum.update(print);
        return new Print(id, sum.digest(then == null ? words : then), then == null);
    }

    private @Nullable Block newest(DealershipId dealership, AuditRecord record) {
        return jdbc.sql(blocks("order by no desc"))
                .param("dealership", dealership.value())
                .param("record", record.name())
                .param("from", 1)
                .query(AuditChain::block)
                .optional()
                .orElse(null);
    }

    private @Nullable Block from(DealershipId dealership, AuditRecord record, int no) {
        return inside(() -> jdbc.sql(blocks("order by no"))
                        .param("dealership", dealership.value())
                        .param("record", record.name())
                        .param("from", no)
                        .query(AuditChain::block)
                        .optional())
                .orElse(null);
    }

    private static String blocks(String order) {
        return """
                select no, last_id, entries, prints, hash, seal, sealed_at
                  from audit_block
                 where dealership_id = :dealership
                   and record = :record
                   and no >= :from
                 %s
                 limit 1
                """.formatted(order);
    }

    private static Block block(ResultSet row, int number) throws SQLException {
        return new Block(
                row.getInt("no"),
                row.getObject("last_id", UUID.class),
                row.getInt("entries"),
                row.getBytes("prints"),
                row.getBytes("hash"),
                row.getBytes("seal"),
                Moments.read(row, "sealed_at"));
    }

    private List<AuditState.Sealed> sealed(DealershipId dealership) {
        return inside(() -> Arrays.stream(AuditRecord.values())
                .map(record -> {
                    Block last = newest(dealership, record);
                    return last == null
                            ? new AuditState.Sealed(record, 0, 0, null, null)
                            : new AuditState.Sealed(
                                    record, last.no(), entries(dealership, record), last.sealedAt(), last.hash());
                })
                .toList());
    }

    /** Entries of the journal whose words were erased with a customer. */
    private long erased(DealershipId dealership) {
        return inside(() -> jdbc.sql("""
                        select count(*)
                          from journal_entry
                         where dealership_id = :dealership
                           and erased_digest is not null
                        """)
                .param("dealership", dealership.value())
                .query(Long.class)
                .single());
    }

    private long entries(DealershipId dealership, AuditRecord record) {
        return jdbc.sql("""
                        select coalesce(sum(entries), 0)
                          from audit_block
                         where dealership_id = :dealership
                           and record = :record
                        """)
                .param("dealership", dealership.value())
                .param("record", record.name())
                .query(Long.class)
                .single();
    }

    private <T> T inside(Supplier<T> question) {
        return Objects.requireNonNull(transaction.execute(status -> question.get()));
    }

    private byte[] seal(DealershipId dealership, byte[] hash) {
        return vault.fingerprint("audit", HexFormat.of().formatHex(hash), dealership);
    }

    private static byte[] hash(AuditRecord record, int no, byte[] previous, List<Print> prints) {
        MessageDigest sum = sha256();
        sum.update(previous);
        sum.update(ByteBuffer.allocate(8).putInt(record.ordinal()).putInt(no).array());
        for (Print print : prints) {
            sum.update(bytes(print.id()));
            sum.update(print.hash());
        }
        return sum.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] packed(List<Print> prints) {
        ByteBuffer packed = ByteBuffer.allocate(prints.size() * PACKED);
        prints.forEach(print -> packed.put(bytes(print.id())).put(print.shortened()));
        return packed.array();
    }

    private static Map<UUID, byte[]> unpacked(byte[] packed) {
        Map<UUID, byte[]> prints = new LinkedHashMap<>();
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        while (bytes.remaining() >= PACKED) {
            UUID id = new UUID(bytes.getLong(), bytes.getLong());
            byte[] print = new byte[SHORT_PRINT];
            bytes.get(print);
            prints.put(id, print);
        }
        return prints;
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** The smallest id that could be made at {@code moment}. */
    private static UUID firstAt(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16, 0);
    }

    private static UUID next(UUID id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + 1);
    }
}
