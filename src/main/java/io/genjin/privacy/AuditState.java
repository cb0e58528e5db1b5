package io.genjin.privacy;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the records of a dealership are sealed, and what was found broken.
 *
 * @param erased  entries of the journal whose words were erased with a customer, so that no erasing is silent
 * @param checked whether every block was read again; if not, only how far they are is told
 */
public record AuditState(List<Sealed> records, long erased, boolean checked, List<AuditFinding> findings) {

    /** One record: its last block and how many entries are sealed. */
    public record Sealed(
            AuditRecord record,
            int blocks,
            long entries,
            @Nullable Instant sealedAt,
            byte @Nullable [] hash) {

        /** The last block's hash as people write it down to compare it later. */
        public String mark() {
            return hash == null ? "" : HexFormat.of().formatHex(hash, 0, 16);
        }
    }

    public boolean isWhole() {
        return checked && findings.isEmpty();
    }
}
