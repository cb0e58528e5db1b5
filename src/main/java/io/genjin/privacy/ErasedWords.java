package io.genjin.privacy;

import io.genjin.shared.DealershipId;
import io.genjin.vault.SealBroken;
import io.genjin.vault.Vault;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the journal keeps of words that were erased with a customer: the digest they had, sealed for this entry and for
 * what stands in it now. So the record stays whole after an erasure (S-R69), while nobody without the keys can pass off a change
 * as one, or change the entry again (S-R75).
 */
public final class ErasedWords {

    private ErasedWords() {}

    /**
     * Seals the digest.
     *
     * @param then the digest of the words before
     * @param now  the digest of what stands there since
     */
    public static byte[] seal(Vault vault, DealershipId dealership, UUID entry, byte[] then, byte[] now) {
        return vault.sealBytes(then, context(dealership, entry, now));
    }

    /** The digest of the words before; none when no eraser sealed it for this entry and what stands there now. */
    public static byte @Nullable [] open(Vault vault, DealershipId dealership, UUID entry, byte[] sealed, byte[] now) {
        try {
            return vault.openBytes(sealed, context(dealership, entry, now));
        } catch (SealBroken notByTheEraser) {
            return null;
        }
    }

    private static String context(DealershipId dealership, UUID entry, byte[] now) {
        return "journal_entry.erased_digest|" + dealership.value() + "|" + entry + "|"
                + HexFormat.of().formatHex(now);
    }
}
