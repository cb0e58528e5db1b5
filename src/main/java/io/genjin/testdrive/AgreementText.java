package io.genjin.testdrive;

import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of the words that customers sign. A new version counts for later agreements; those signed keep theirs.
 *
 * @param body the paragraphs, one a line
 * @param by   nobody for the version that came with the product
 */
public record AgreementText(
        int version,
        String title,
        String body,
        Instant since,
        @Nullable StaffId by) {

    public List<String> paragraphs() {
        return body.lines().filter(line -> !line.isBlank()).toList();
    }
}
