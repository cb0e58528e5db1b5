package io.genjin.intake;

import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of customers, from upload to the last row.
 *
 * @param totalRows  rows with content below the headings
 * @param doneRows   rows whose outcome is stored: imported, duplicate or refused
 * @param takenBack  how many of the imported were taken back
 * @param failure    key of the sentence that says why it stopped
 * @param finishedAt when its last row was imported, or the last customer taken back
 */
public record ImportBatch(
        DealershipId dealership,
        BatchId id,
        String fileName,
        String kind,
        BatchStatus status,
        ImportPlan plan,
        int totalRows,
        int doneRows,
        int imported,
        int duplicates,
        int refused,
        int takenBack,
        @Nullable String failure,
        StaffId uploadedBy,
        Instant uploadedAt,
        @Nullable StaffId startedBy,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** Whether the product is still at work on it. */
    public boolean isBusy() {
        return status == BatchStatus.RUNNING || status == BatchStatus.TAKEN_BACK && finishedAt == null;
    }

    public boolean canStart() {
        return status == BatchStatus.UPLOADED || status == BatchStatus.FAILED;
    }

    public boolean canBeTakenBack() {
        return status != BatchStatus.TAKEN_BACK;
    }

    /** Hundredths of the rows that are done. */
    public int percent() {
        return totalRows == 0 ? 100 : (int) (doneRows * 100L / totalRows);
    }

    ImportBatch planned(ImportPlan changed) {
        return copy(
                status, changed, doneRows, imported, duplicates, refused, takenBack, null, startedBy, startedAt, null);
    }

    /** Begins, or goes on where it stopped: the rows' receipt stays that of the first start. */
    ImportBatch started(StaffId by, Instant at) {
        return copy(
                BatchStatus.RUNNING,
                plan,
                doneRows,
                imported,
                duplicates,
                refused,
                takenBack,
                null,
                startedBy == null ? by : startedBy,
                startedAt == null ? at : startedAt,
                null);
    }

    ImportBatch advanced(int newly, int known, int wrong) {
        return copy(
                status,
                plan,
                doneRows + newly + known + wrong,
                imported + newly,
                duplicates + known,
                refused + wrong,
                takenBack,
                null,
                startedBy,
                startedAt,
                null);
    }

    ImportBatch done(Instant at) {
        return copy(
                BatchStatus.DONE,
                plan,
                doneRows,
                imported,
                duplicates,
                refused,
                takenBack,
                null,
                startedBy,
                startedAt,
                at);
    }

    ImportBatch failed(String why) {
        return copy(
                BatchStatus.FAILED,
                plan,
                doneRows,
                imported,
                duplicates,
                refused,
                takenBack,
                why,
                startedBy,
                startedAt,
                null);
    }

    ImportBatch takingBack(int more) {
        return copy(
                BatchStatus.TAKEN_BACK,
                plan,
                doneRows,
                imported,
                duplicates,
                refused,
                takenBack + more,
                null,
                startedBy,
                startedAt,
                null);
    }

    ImportBatch takenBackAt(Instant at) {
        return copy(status, plan, doneRows, imported, duplicates, refused, takenBack, null, startedBy, startedAt, at);
    }

    private ImportBatch copy(
            BatchStatus status,
            ImportPlan plan,
            int doneRows,
            int imported,
            int duplicates,
            int refused,
            int takenBack,
            @Nullable String failure,
            @Nullable StaffId startedBy,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {
        return new ImportBatch(
                dealership,
                id,
                fileName,
                kind,
                status,
                plan,
                totalRows,
                doneRows,
                imported,
                duplicates,
                refused,
                takenBack,
                failure,
                uploadedBy,
                uploadedAt,
                startedBy,
                startedAt,
                finishedAt);
    }
}
