package io.genjin.erasure;

import io.genjin.privacy.ErasedWords;
import io.genjin.shared.DealershipId;
import io.genjin.vault.Vault;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The journal of a customer who is erased: the words go, and each entry that lost some keeps the sealed digest of what it said. By it
 * the sealed record stays whole, and shows how many entries were erased (S-R69, S-R75).
 */
final class ErasedEntries {

    private final Vault vault;
    private final JdbcClient jdbc;
    private final DealershipId dealership;

    ErasedEntries(Vault vault, JdbcClient jdbc, DealershipId dealership) {
        this.vault = vault;
        this.jdbc = jdbc;
        this.dealership = dealership;
    }

    /** What one entry says. */
    record Entry(UUID id, String details, byte[] digest, byte @Nullable [] kept) {}

    /** The columns of an {@link Entry}. */
    static final String COLUMNS =
            "id, details::text, sha256(convert_to(details::text, 'UTF8')) as digest, erased_digest";

    void clear(List<Entry> entries, Anonymous anonymous) {
        for (Entry entry : entries) {
            String clean = anonymous.json(entry.details());
            byte[] now = jdbc.sql("select sha256(convert_to((:clean::jsonb)::text, 'UTF8'))")
                    .param("clean", clean)
                    .query(byte[].class)
                    .single();
            if (!Arrays.equals(now, entry.digest())) {
                jdbc.sql("""
                                update journal_entry
                                   set details = :clean::jsonb, erased_digest = :kept
                                 where dealership_id = :dealership
                                   and id = :id
                                """)
                        .param("clean", clean)
                        .param("kept", kept(entry, now))
                        .param("dealership", dealership.value())
                        .param("id", entry.id())
                        .update();
            }
        }
    }

    /** A digest that does not open stays as it is: an entry that somebody changed after its words were erased is still found. */
    private byte[] kept(Entry entry, byte[] now) {
        byte[] before = entry.kept();
        if (before == null) {
            return ErasedWords.seal(vault, dealership, entry.id(), entry.digest(), now);
        }
        byte[] then = ErasedWords.open(vault, dealership, entry.id(), before, entry.digest());
        return then == null ? before : ErasedWords.seal(vault, dealership, entry.id(), then, now);
    }
}
