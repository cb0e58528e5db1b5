package io.genjin.pdi.web;

import io.genjin.dealership.Dealerships;
import io.genjin.pdi.PdiCar;
import io.genjin.pdi.PdiDesk;
import io.genjin.pdi.PdiGroup;
import io.genjin.pdi.PdiInspection;
import io.genjin.pdi.PdiInspectionId;
import io.genjin.pdi.PdiItem;
import io.genjin.pdi.PdiMark;
import io.genjin.pdi.PdiVerdict;
import io.genjin.shared.Page;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cars to inspect and their inspections for other systems, such as a workshop's. */
@RestController
@RequestMapping("/api/v1/pdi")
class PdiApi {

    private final PdiDesk desk;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;

    PdiApi(PdiDesk desk, StaffDirectory staff, Dealerships dealerships, Once once) {
        this.desk = desk;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
    }

    /** A technician by sign-in name and name. */
    record Technician(String username, String name) {}

    /** A car to be put on the list. */
    record CarBody(
            @Nullable String vin,
            @Nullable String model,
            @Nullable String colour) {}

    /**
     * A car with the state of its inspection.
     *
     * @param wantedAt when the customer comes for it
     */
    record CarView(
            String vin,
            String model,
            @Nullable String colour,
            PdiCar.State state,
            @Nullable OffsetDateTime wantedAt,
            @Nullable String place) {}

    /** A car with its inspections, newest first. */
    record FileView(CarView car, List<InspectionView> inspections) {}

    /** What was found of one item; {@code words} are needed when it is not in order. */
    record MarkBody(
            PdiMark.@Nullable Finding finding, @Nullable String words) {}

    /** What was found of a group's items; an item without finding is taken back, one not named stays. */
    record GroupBody(@Nullable Map<PdiItem, MarkBody> marks) {}

    /**
     * A mark of an inspection.
     *
     * @param round the inspection that looked at the item
     */
    record MarkView(
            PdiGroup group,
            PdiMark.Finding finding,
            @Nullable String words,
            int round,
            boolean photographed) {}

    /**
     * An inspection.
     *
     * @param missing items nobody has looked at
     * @param rework  items that are not in order
     * @param allowed results that may be signed now
     */
    record InspectionView(
            String id,
            String vin,
            int round,
            OffsetDateTime startedAt,
            Map<PdiItem, MarkView> marks,
            List<PdiItem> missing,
            List<PdiItem> rework,
            List<PdiVerdict.Result> allowed,
            PdiVerdict.@Nullable Result result,
            @Nullable String failReason,
            @Nullable Integer mileageKm,
            @Nullable Technician signedBy,
            @Nullable OffsetDateTime signedAt) {}

    /** How an inspection ends; signed by strokes or by a typed name. */
    record SignatureBody(
            PdiVerdict.@Nullable Result result,
            @Nullable String failReason,
            @Nullable Integer mileageKm,
            @Nullable String signature,
            @Nullable String signatureName) {}

    @GetMapping("/cars")
    Page<CarView> cars(StaffMember me) {
        return new Page<>(desk.toInspect(me).stream().map(car -> view(car, me)).toList(), null);
    }

    @PostMapping("/cars")
    @Answers(value = CarView.class, status = 201)
    ResponseEntity<?> ask(
            @RequestBody CarBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, body, me.dealership(), me.id(), () -> {
            PdiCar car = desk.ask(body.vin(), body.model(), body.colour(), me);
            return ResponseEntity.created(URI.create("/api/v1/pdi/cars/" + car.vin()))
                    .body(view(car, me));
        });
    }

    @GetMapping("/cars/{vin}")
    FileView car(@PathVariable String vin, StaffMember me) {
        PdiDesk.File file = desk.file(PdiPages.read(vin), me.dealership());
        return new FileView(
                view(file.car(), me),
                file.inspections().stream().map(one -> view(one, me)).toList());
    }

    /** Begins an inspection, or answers the one that is open. */
    @PostMapping("/cars/{vin}/inspections")
    @Answers(value = InspectionView.class, status = 201)
    ResponseEntity<InspectionView> begin(@PathVariable String vin, StaffMember me) {
        PdiInspection inspection = desk.begin(PdiPages.read(vin), me);
        return ResponseEntity.created(URI.create("/api/v1/pdi/inspections/" + inspection.id()))
                .body(view(inspection, me));
    }

    @GetMapping("/inspections/{id}")
    InspectionView inspection(@PathVariable PdiInspectionId id, StaffMember me) {
        return view(desk.get(id, me.dealership()), me);
    }

    @PutMapping("/inspections/{id}/groups/{group}")
    InspectionView save(
            @PathVariable PdiInspectionId id, @PathVariable String group, @RequestBody GroupBody body, StaffMember me) {
        Map<PdiItem, PdiDesk.Marked> marked = new EnumMap<>(PdiItem.class);
        if (body.marks() != null) {
            body.marks().forEach((item, mark) -> marked.put(item, new PdiDesk.Marked(mark.finding(), mark.words())));
        }
        return view(desk.save(id, Codes.read(PdiGroup.values(), group), marked, null, me), me);
    }

    @PostMapping("/inspections/{id}/signature")
    @Answers(value = InspectionView.class, status = 200)
    ResponseEntity<?> sign(
            @PathVariable PdiInspectionId id,
            @RequestBody SignatureBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(
                key,
                new PdiInspectionPages.Asked(id, body),
                me.dealership(),
                me.id(),
                () -> ResponseEntity.ok(view(
                        desk.sign(
                                id,
                                body.result(),
                                body.failReason(),
                                body.mileageKm(),
                                body.signature(),
                                body.signatureName(),
                                me),
                        me)));
    }

    private CarView view(PdiCar car, StaffMember me) {
        return new CarView(
                car.vin().value(),
                car.model(),
                car.colour(),
                car.state(),
                car.wantedAt() == null ? null : local(car.wantedAt(), me),
                car.place());
    }

    private InspectionView view(PdiInspection one, StaffMember me) {
        Map<PdiItem, MarkView> marks = new EnumMap<>(PdiItem.class);
        one.marks()
                .forEach((item, mark) -> marks.put(
                        item,
                        new MarkView(
                                item.group(), mark.finding(), mark.words(), mark.round(), mark.picture() != null)));
        PdiVerdict verdict = one.verdict();
        PdiInspection.Signed signed = one.signed();
        return new InspectionView(
                one.id().toString(),
                one.vin().value(),
                one.round(),
                local(one.startedAt(), me),
                marks,
                verdict.missing(),
                verdict.rework(),
                signed == null ? List.copyOf(verdict.allowed()) : List.of(),
                signed == null ? null : signed.result(),
                signed == null ? null : signed.failReason(),
                one.mileageKm(),
                signed == null ? null : technician(signed.by(), me),
                signed == null ? null : local(signed.at(), me));
    }

    private Technician technician(StaffId id, StaffMember me) {
        StaffMember member = staff.get(me.dealership(), id);
        return new Technician(member.username(), member.name());
    }

    private OffsetDateTime local(Instant at, StaffMember me) {
        return at.atZone(dealerships.get(me.dealership()).zone()).toOffsetDateTime();
    }
}
