package io.genjin.pdi;

import io.genjin.picture.Picture;
import io.genjin.picture.PictureId;
import io.genjin.picture.Pictures;
import io.genjin.picture.Purpose;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.Signature;
import io.genjin.shared.Vin;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where cars are put on the technicians' list, inspected group by group, and signed off (2.9, 3.7). */
@Service
@Transactional
public class PdiDesk {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_WORDS = 300;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_KM = 9999;
    private static final int MOST_SHOWN = 200;
    private static final int MOST_PASSED_SHOWN = 20;

    private final PdiCars cars;
    private final PdiInspections inspections;
    private final ProspectDesk prospects;
    private final Pictures pictures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PdiDesk(
            PdiCars cars,
            PdiInspections inspections,
            ProspectDesk prospects,
            Pictures pictures,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cars = cars;
        this.inspections = inspections;
        this.prospects = prospects;
        this.pictures = pictures;
        this.events = events;
        this.clock = clock;
    }

    /** One item as it was marked: nothing chosen takes the mark back. */
    public record Marked(
            PdiMark.@Nullable Finding finding, @Nullable String words) {}

    /** A car with all its inspections, the newest first. */
    public record File(PdiCar car, List<PdiInspection> inspections) {

        /** The one that is being filled in, if any. */
        public @Nullable PdiInspection open() {
            return inspections.stream()
                    .filter(one -> !one.isSigned())
                    .findFirst()
                    .orElse(null);
        }

        /** The newest that was signed, if any. */
        public @Nullable PdiInspection lastSigned() {
            return inspections.stream()
                    .filter(PdiInspection::isSigned)
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * A car that a technician or the yard wants inspected, by its VIN as typed; one that is on the list already stays as it is.
     *
     * @throws FieldsRefused naming what is wrong with the number
     */
    public PdiCar ask(@Nullable String vin, @Nullable String model, @Nullable String colour, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        Vin number = TypedVin.read(vin, "vin", wrong);
        String name = PlainText.line(model, LONGEST_NAME, "model", wrong);
        if (name == null) {
            wrong.add(Field.of("model", "field.required"));
        }
        String paint = PlainText.line(colour, LONGEST_NAME, "colour", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        PdiCar car = new PdiCar(
                Objects.requireNonNull(number),
                Objects.requireNonNull(name),
                paint,
                null,
                null,
                null,
                PdiCar.State.WAITING,
                clock.instant());
        cars.add(by.dealership(), car, by.id());
        return cars.hold(by.dealership(), car.vin());
    }

    /**
     * The car of an order: put on the list, or known there from now on as this customer's, to be ready by {@code wantedAt}.
     *
     * @param wantedAt nothing while no appointment is made
     */
    public PdiCar want(
            Vin vin,
            String model,
            @Nullable String colour,
            ProspectId prospect,
            @Nullable Instant wantedAt,
            @Nullable String place,
            StaffMember by) {
        Instant now = clock.instant();
        PdiCar wanted = new PdiCar(vin, model, colour, prospect, wantedAt, place, PdiCar.State.WAITING, now);
        cars.add(by.dealership(), wanted, by.id());
        cars.describe(by.dealership(), wanted, now);
        return cars.hold(by.dealership(), vin);
    }

    /** The customer's car is nobody's any more: its inspections stay, the customer and the appointment go. */
    public void release(ProspectId customer, DealershipId dealership) {
        cars.release(dealership, customer, clock.instant());
    }

    /** Begins an inspection, or goes on with the one that is open: two who tap at once get the same (S-R55). */
    public PdiInspection begin(Vin vin, StaffMember by) {
        cars.hold(by.dealership(), vin);
        Optional<PdiInspection> newest = inspections.newest(by.dealership(), vin);
        if (newest.isPresent() && !newest.get().isSigned()) {
            return newest.get();
        }
        Instant now = clock.instant();
        PdiInspection begun = PdiInspection.begin(by.dealership(), vin, newest.orElse(null), by.id(), now);
        inspections.add(begun);
        if (newest.map(PdiInspection::signed).isEmpty()) {
            cars.become(by.dealership(), vin, PdiCar.State.UNDER_WAY, now);
        }
        return begun;
    }

    /**
     * Keeps what was found of one group, finished or not.
     *
     * @param stamp what the writer had before them ({@link PdiInspection#stamp}); nothing compares with nothing
     * @throws PdiGroupChanged when a colleague wrote something else to the group meanwhile
     */
    public PdiInspection save(
            PdiInspectionId id, PdiGroup group, Map<PdiItem, Marked> marked, @Nullable Long stamp, StaffMember by) {
        PdiInspection inspection = hold(id, by);
        Instant now = clock.instant();
        List<Field> wrong = new ArrayList<>();
        Map<PdiItem, PdiMark> found = new EnumMap<>(PdiItem.class);
        Set<PdiItem> blank = EnumSet.noneOf(PdiItem.class);
        for (Map.Entry<PdiItem, Marked> entry : marked.entrySet()) {
            PdiItem item = entry.getKey();
            if (item.group() != group) {
                continue;
            }
            Marked mark = entry.getValue();
            String words = PlainText.line(mark.words(), LONGEST_WORDS, "words." + item, wrong);
            if (mark.finding() == null) {
                if (words != null) {
                    wrong.add(Field.of("finding." + item, "pdi.findingMissing"));
                }
                blank.add(item);
            } else if (mark.finding() == PdiMark.Finding.NOT_OK && words == null) {
                wrong.add(Field.of("words." + item, "pdi.wordsMissing"));
            } else {
                found.put(
                        item,
                        PdiMark.of(mark.finding(), words, inspection.picture(item), inspection.round(), by.id(), now));
            }
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        if (stamp != null && stamp != inspection.stamp(group) && differs(inspection, found, blank)) {
            throw new PdiGroupChanged();
        }
        inspection.mark(found);
        inspection.blank(blank);
        inspections.update(inspection);
        return inspection;
    }

    private static boolean differs(PdiInspection inspection, Map<PdiItem, PdiMark> found, Set<PdiItem> blank) {
        return blank.stream().anyMatch(inspection.marks()::containsKey)
                || found.entrySet().stream()
                        .anyMatch(entry -> !entry.getValue().saysTheSame(inspection.mark(entry.getKey())));
    }

    /**
     * Keeps a photograph of what is not in order; a later one takes its place.
     *
     * @throws FieldsRefused at {@code picture} when it is none that can be kept
     */
    public PdiInspection photograph(PdiInspectionId id, PdiItem item, byte[] photograph, StaffMember by) {
        PdiInspection inspection = hold(id, by);
        PictureId picture =
                pictures.add(by.dealership(), Purpose.DAMAGE, "picture", photograph, by.id(), clock.instant());
        inspection.photograph(item, picture.value());
        inspections.update(inspection);
        return inspection;
    }

    /** The photograph of an item. */
    @Transactional(readOnly = true)
    public Picture picture(PdiInspectionId id, PdiItem item, DealershipId dealership) {
        UUID picture = inspections.get(dealership, id).picture(item);
        if (picture == null) {
            throw new NothingHere(item);
        }
        return pictures.read(dealership, new PictureId(picture), Purpose.DAMAGE);
    }

    /**
     * Signs the inspection; from then on it is never changed.
     *
     * @throws PdiResultNotAllowed when the marks say something else
     * @throws PdiSigned when it was signed before
     */
    public PdiInspection sign(
            PdiInspectionId id,
            PdiVerdict.@Nullable Result result,
            @Nullable String failReason,
            @Nullable Integer mileageKm,
            @Nullable String strokes,
            @Nullable String signatureName,
            StaffMember by) {
        PdiInspection inspection = hold(id, by);
        if (inspection.isSigned()) {
            throw new PdiSigned();
        }
        List<Field> wrong = new ArrayList<>();
        if (result == null) {
            wrong.add(Field.of("result", "field.required"));
        }
        String reason = PlainText.text(failReason, LONGEST_REASON, "failReason", wrong);
        if (result == PdiVerdict.Result.FAIL && reason == null) {
            wrong.add(Field.of("failReason", "field.required"));
        }
        if (mileageKm == null) {
            wrong.add(Field.of("mileage", "field.required"));
        } else if (mileageKm < 0 || mileageKm > MOST_KM) {
            wrong.add(Field.of("mileage", "field.mileage", MOST_KM));
        }
        Signature signature = Signature.read(strokes, signatureName, "signature", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Instant now = clock.instant();
        inspection.sign(
                Objects.requireNonNull(result),
                reason,
                Objects.requireNonNull(mileageKm),
                Objects.requireNonNull(signature).text(),
                by.id(),
                now);
        inspections.update(inspection);
        cars.become(by.dealership(), inspection.vin(), state(result), now);
        PdiCar car = cars.find(by.dealership(), inspection.vin()).orElseThrow();
        ProspectId prospect = car.prospect();
        events.publishEvent(PdiFact.of(inspection, prospect == null ? null : prospects.get(by.dealership(), prospect)));
        return inspection;
    }

    private static PdiCar.State state(PdiVerdict.Result result) {
        return switch (result) {
            case PASS -> PdiCar.State.PASSED;
            case REWORK -> PdiCar.State.REWORK;
            case FAIL -> PdiCar.State.FAILED;
        };
    }

    /** The inspection, with the car held until the transaction ends. */
    private PdiInspection hold(PdiInspectionId id, StaffMember by) {
        cars.hold(by.dealership(), inspections.get(by.dealership(), id).vin());
        return inspections.get(by.dealership(), id);
    }

    /** Cars that have not passed, those whose customer comes first on top. */
    @Transactional(readOnly = true)
    public List<PdiCar> toInspect(StaffMember reader) {
        return cars.open(reader.dealership(), MOST_SHOWN);
    }

    /** Cars that passed lately. */
    @Transactional(readOnly = true)
    public List<PdiCar> passed(StaffMember reader) {
        return cars.passed(reader.dealership(), MOST_PASSED_SHOWN);
    }

    @Transactional(readOnly = true)
    public File file(Vin vin, DealershipId dealership) {
        PdiCar car = cars.find(dealership, vin).orElseThrow(() -> new NothingHere(vin));
        return new File(car, inspections.of(dealership, vin));
    }

    @Transactional(readOnly = true)
    public Optional<PdiCar> car(Vin vin, DealershipId dealership) {
        return cars.find(dealership, vin);
    }

    @Transactional(readOnly = true)
    public PdiInspection get(PdiInspectionId id, DealershipId dealership) {
        return inspections.get(dealership, id);
    }

    /** First inspections signed in a span of time (PDI pass at first time, 2.9). */
    @Transactional(readOnly = true)
    public List<PdiInspection> firstSigned(DealershipId dealership, Instant from, Instant before) {
        return inspections.firstSigned(dealership, from, before);
    }
}
