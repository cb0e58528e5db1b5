package io.genjin.pdi;

import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.Vin;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One inspection of one car before delivery (PDI检查表, 3.7). It is filled in group by group while the technician walks round the
 * car, and is final once signed. After rework a new one begins with what was not in order; all else is carried over with its
 * round, and may be looked at again.
 */
public class PdiInspection {

    private final PdiInspectionId id;
    private final DealershipId dealership;
    private final Vin vin;
    private final int round;
    private final StaffId technician;
    private final Instant startedAt;
    private final Map<PdiItem, PdiMark> marks;
    private @Nullable Integer mileageKm;
    private @Nullable Signed signed;

    /** How it ended: what was signed, by whom and how it was written. */
    public record Signed(
            PdiVerdict.Result result,
            @Nullable String failReason,
            boolean firstTime,
            String signature,
            StaffId by,
            Instant at) {}

    PdiInspection(
            PdiInspectionId id,
            DealershipId dealership,
            Vin vin,
            int round,
            StaffId technician,
            Instant startedAt,
            Map<PdiItem, PdiMark> marks,
            @Nullable Integer mileageKm,
            @Nullable Signed signed) {
        this.id = id;
        this.dealership = dealership;
        this.vin = vin;
        this.round = round;
        this.technician = technician;
        this.startedAt = startedAt;
        this.marks = new EnumMap<>(PdiItem.class);
        this.marks.putAll(marks);
        this.mileageKm = mileageKm;
        this.signed = signed;
    }

    /** The next inspection of a car: after rework only what was not in order is blank, otherwise everything. */
    static PdiInspection begin(
            DealershipId dealership, Vin vin, @Nullable PdiInspection before, StaffId technician, Instant at) {
        PdiInspection next = new PdiInspection(
                PdiInspectionId.next(),
                dealership,
                vin,
                before == null ? 1 : before.round + 1,
                technician,
                at,
                Map.of(),
                null,
                null);
        if (before != null && before.isReworkAsked()) {
            before.marks.forEach((item, mark) -> {
                if (!mark.needsRework()) {
                    next.marks.put(item, mark);
                }
            });
        }
        return next;
    }

    /** What was found of one group; what is not named stays as it was. */
    void mark(Map<PdiItem, PdiMark> found) {
        mustBeOpen();
        found.forEach((item, mark) -> {
            if (!mark.saysTheSame(marks.get(item))) {
                marks.put(item, mark);
            }
        });
    }

    /** A photograph belongs to what somebody looked at in this round. */
    void photograph(PdiItem item, UUID picture) {
        mustBeOpen();
        PdiMark mark = marks.get(item);
        if (mark == null || isCarriedOver(item)) {
            throw new FieldsRefused(Field.of("picture", "pdi.markFirst"));
        }
        marks.put(item, new PdiMark(mark.finding(), mark.words(), picture, mark.round(), mark.by(), mark.at()));
    }

    /** Takes marks back, as long as nothing is signed. */
    void blank(Set<PdiItem> items) {
        mustBeOpen();
        items.forEach(marks::remove);
    }

    void sign(
            PdiVerdict.Result result,
            @Nullable String failReason,
            int mileageKm,
            String signature,
            StaffId by,
            Instant at) {
        mustBeOpen();
        PdiVerdict verdict = verdict();
        if (!verdict.allowed().contains(result)) {
            throw new PdiResultNotAllowed(verdict);
        }
        if (result == PdiVerdict.Result.FAIL && (failReason == null || failReason.isBlank())) {
            throw new IllegalArgumentException("a failure has its reason");
        }
        this.mileageKm = mileageKm;
        boolean firstTime = round == 1 && result == PdiVerdict.Result.PASS;
        signed = new Signed(result, result == PdiVerdict.Result.FAIL ? failReason : null, firstTime, signature, by, at);
    }

    private void mustBeOpen() {
        if (signed != null) {
            throw new PdiSigned();
        }
    }

    public PdiInspectionId id() {
        return id;
    }

    public DealershipId dealership() {
        return dealership;
    }

    public Vin vin() {
        return vin;
    }

    /** 1 for the first time somebody looked at the car, 2 after the first rework. */
    public int round() {
        return round;
    }

    /** Who began it; the one who signs answers for it. */
    public StaffId technician() {
        return technician;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Map<PdiItem, PdiMark> marks() {
        return Collections.unmodifiableMap(marks);
    }

    public @Nullable PdiMark mark(PdiItem item) {
        return marks.get(item);
    }

    public @Nullable UUID picture(PdiItem item) {
        PdiMark mark = marks.get(item);
        return mark == null ? null : mark.picture();
    }

    public @Nullable Integer mileageKm() {
        return mileageKm;
    }

    public @Nullable Signed signed() {
        return signed;
    }

    public boolean isSigned() {
        return signed != null;
    }

    public PdiVerdict verdict() {
        return PdiVerdict.of(marks);
    }

    public boolean isReworkAsked() {
        return signed != null && signed.result() == PdiVerdict.Result.REWORK;
    }

    /** Whether the mark was set in an earlier round and not looked at again. */
    public boolean isCarriedOver(PdiItem item) {
        PdiMark mark = marks.get(item);
        return mark != null && mark.round() < round;
    }

    /** How many items of a group have been looked at. */
    public long done(PdiGroup group) {
        return group.items().stream().filter(marks::containsKey).count();
    }

    /** The first group in which something is still to be looked at. */
    public @Nullable PdiGroup next() {
        for (PdiGroup group : PdiGroup.values()) {
            if (done(group) < group.items().size()) {
                return group;
            }
        }
        return null;
    }

    /** When a group was last written to, by which a second writer recognises that a first was faster; 0 when never. */
    public long stamp(PdiGroup group) {
        return group.items().stream()
                .map(marks::get)
                .filter(mark -> mark != null)
                .mapToLong(mark -> mark.at().toEpochMilli())
                .max()
                .orElse(0);
    }

    /** Items that this round is about: all of them, or after rework those that were not in order. */
    public List<PdiItem> ofThisRound() {
        EnumSet<PdiItem> items = EnumSet.allOf(PdiItem.class);
        items.removeIf(this::isCarriedOver);
        return List.copyOf(items);
    }
}
