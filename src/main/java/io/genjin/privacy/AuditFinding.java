package io.genjin.privacy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was sealed.
 *
 * @param block which block of the record
 * @param entry which entry; none when the block itself was touched
 */
public record AuditFinding(
        AuditRecord record, int block, @Nullable UUID entry, Fault fault) {

    /** What was done to it. */
    public enum Fault {
        CHANGED,
        REMOVED,
        ADDED,
        /** The block does not follow from the one before it, or does not carry our seal. */
        CHAIN_BROKEN
    }
}
