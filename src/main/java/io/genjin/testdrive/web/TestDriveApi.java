package io.genjin.testdrive.web;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffMember;
import io.genjin.testdrive.AgreementDesk;
import io.genjin.testdrive.BookingDesk;
import io.genjin.testdrive.Declined;
import io.genjin.testdrive.DriveDesk;
import io.genjin.testdrive.DriveFile;
import io.genjin.testdrive.DriveId;
import io.genjin.testdrive.DriveMode;
import io.genjin.testdrive.Evaluation;
import io.genjin.testdrive.Licence;
import io.genjin.testdrive.MonthOfDrives;
import io.genjin.testdrive.TestDrive;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bookings, agreements, drives and evaluations for other systems. */
@RestController
@RequestMapping("/api/v1")
class TestDriveApi {

    private final BookingDesk bookings;
    private final AgreementDesk agreements;
    private final DriveDesk desk;
    private final DriveFile file;
    private final MonthOfDrives month;
    private final Dealerships dealerships;
    private final Once once;

    TestDriveApi(
            BookingDesk bookings,
            AgreementDesk agreements,
            DriveDesk desk,
            DriveFile file,
            MonthOfDrives month,
            Dealerships dealerships,
            Once once) {
        this.bookings = bookings;
        this.agreements = agreements;
        this.desk = desk;
        this.file = file;
        this.month = month;
        this.dealerships = dealerships;
        this.once = once;
    }

    /**
     * A booking.
     *
     * @param from when it begins; nothing means at once
     */
    record BookingBody(
            @Nullable String car,
            @Nullable String route,
            @Nullable DriveMode mode,
            @Nullable OffsetDateTime from,
            @Nullable String note) {}

    /** To when a booking moves. */
    record MoveBody(@Nullable OffsetDateTime from) {}

    /** Why it does not take place. */
    record CancelBody(TestDrive.@Nullable CancelReason reason) {}

    /** Why an offer was declined. */
    record DeclineBody(
            Declined.@Nullable Reason reason, @Nullable String note) {}

    /**
     * What is signed.
     *
     * @param licencePicture    a JPEG or PNG in Base64
     * @param customerSignature strokes: {@code 10,20 14,26;400,200 410,210}
     */
    record AgreementBody(
            @Nullable DriveMode mode,
            @Nullable Integer version,
            @Nullable String driverName,
            @Nullable String licenceNumber,
            Licence.@Nullable LicenceClass licenceClass,
            @Nullable LocalDate licenceIssuedOn,
            @Nullable LocalDate licenceValidUntil,
            @Nullable String licencePicture,
            @Nullable String customerSignature,
            @Nullable String customerSignatureName,
            @Nullable String staffSignature,
            @Nullable String staffSignatureName) {}

    /** What the odometer shows at the start. */
    record StartBody(@Nullable Integer km) {}

    /**
     * The car is back.
     *
     * @param damagePicture a JPEG or PNG in Base64
     */
    record ReturnBody(
            @Nullable Integer km,
            @Nullable DriveMode mode,
            @Nullable String damage,
            @Nullable String damagePicture,
            @Nullable Boolean offRoad) {}

    /**
     * What the customer said.
     *
     * @param scores from 1 to 5, of power, handling, comfort, braking, space, noise, overall
     */
    record EvaluationBody(
            @Nullable Map<String, @Nullable Integer> scores,
            @Nullable Integer staffScore,
            Evaluation.@Nullable WouldBuy wouldBuy,
            @Nullable String objections,
            @Nullable NextStepReason nextReason,
            @Nullable String nextNote,
            @Nullable LocalDate nextDate,
            @Nullable String lateReason) {}

    /** What was asked about what, by which a repeated key is recognised. */
    record Asked(String id, Record body) {}

    @PostMapping("/prospects/{id}/test-drives")
    @Answers(value = DriveView.class, status = 201)
    ResponseEntity<?> book(
            @PathVariable ProspectId id,
            @RequestBody BookingBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new Asked(id.toString(), body), me.dealership(), me.id(), () -> {
            TestDrive drive = bookings.book(
                    id,
                    new BookingDesk.Wish(
                            Ids.car(body.car()),
                            Ids.route(body.route()),
                            body.mode(),
                            body.from() == null ? null : body.from().toInstant(),
                            body.note()),
                    me);
            return ResponseEntity.created(URI.create("/api/v1/test-drives/" + drive.id()))
                    .body(view(drive.id(), me));
        });
    }

    /** The test drives of one customer, newest first. */
    record DrivesView(boolean testDriven, List<DriveView> items) {}

    @GetMapping("/prospects/{id}/test-drives")
    DrivesView of(@PathVariable ProspectId id, StaffMember me) {
        DriveFile.OfCustomer all = file.of(id, me);
        return new DrivesView(
                all.testDriven(),
                all.drives().stream().map(drive -> view(drive.id(), me)).toList());
    }

    @PostMapping("/prospects/{id}/test-drive-refusals")
    @Answers(status = 204)
    ResponseEntity<?> decline(
            @PathVariable ProspectId id,
            @RequestBody DeclineBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new Asked(id.toString(), body), me.dealership(), me.id(), () -> {
            bookings.decline(id, body.reason(), body.note(), me);
            return ResponseEntity.noContent().build();
        });
    }

    @GetMapping("/test-drives/{id}")
    DriveView get(@PathVariable DriveId id, StaffMember me) {
        return view(id, me);
    }

    @PostMapping("/test-drives/{id}/moves")
    @Answers(value = DriveView.class, status = 200)
    ResponseEntity<?> move(
            @PathVariable DriveId id,
            @RequestBody MoveBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return done(
                id,
                body,
                key,
                me,
                () -> bookings.move(id, body.from() == null ? null : body.from().toInstant(), me));
    }

    @PostMapping("/test-drives/{id}/cancellation")
    @Answers(value = DriveView.class, status = 200)
    ResponseEntity<?> cancel(
            @PathVariable DriveId id,
            @RequestBody CancelBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return done(id, body, key, me, () -> bookings.cancel(id, body.reason(), me));
    }

    @PostMapping("/test-drives/{id}/agreement")
    @Answers(value = DriveView.class, status = 200)
    ResponseEntity<?> sign(
            @PathVariable DriveId id,
            @RequestBody AgreementBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return done(
                id,
                body,
                key,
                me,
                () -> agreements.sign(
                        id,
                        new AgreementDesk.Signing(
                                body.mode(),
                                body.version(),
                                body.driverName(),
                                body.licenceNumber(),
                                body.licenceClass(),
                                body.licenceIssuedOn(),
                                body.licenceValidUntil(),
                                photo(body.licencePicture(), "licencePicture"),
                                new AgreementDesk.Signed(body.customerSignature(), body.customerSignatureName()),
                                new AgreementDesk.Signed(body.staffSignature(), body.staffSignatureName())),
                        me));
    }

    @PostMapping("/test-drives/{id}/start")
    @Answers(value = DriveView.class, status = 200)
    ResponseEntity<?> start(
            @PathVariable DriveId id,
            @RequestBody StartBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return done(id, body, key, me, () -> desk.start(id, body.km(), me));
    }

    @PostMapping("/test-drives/{id}/return")
    @Answers(value = DriveView.class, status = 200)
    ResponseEntity<?> bringBack(
            @PathVariable DriveId id,
            @RequestBody ReturnBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return done(
                id,
                body,
                key,
                me,
                () -> desk.bringBack(
                        id,
                        new DriveDesk.Return(
                                body.km(),
                                body.mode(),
                                body.damage(),
                                photo(body.damagePicture(), "damagePicture"),
                                Boolean.TRUE.equals(body.offRoad())),
                        me));
    }

    @PostMapping("/test-drives/{id}/evaluation")
    @Answers(value = DriveView.class, status = 200)
    ResponseEntity<?> evaluate(
            @PathVariable DriveId id,
            @RequestBody EvaluationBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return done(
                id,
                body,
                key,
                me,
                () -> desk.evaluate(
                        id,
                        new DriveDesk.Said(
                                body.scores() == null ? Map.of() : new TreeMap<>(body.scores()),
                                body.staffScore(),
                                body.wouldBuy(),
                                body.objections(),
                                body.nextReason(),
                                body.nextNote(),
                                body.nextDate(),
                                body.lateReason()),
                        me));
    }

    /**
     * The figures of a month.
     *
     * @param agreementCoverage drives with a signed agreement of all; nothing when there was none
     * @param k12               customers who rode or drove of those who came
     * @param k13               customers who ordered of those who rode or drove
     */
    record MonthView(
            YearMonth month,
            Map<MonthOfDrives.Figure, Integer> figures,
            @Nullable BigDecimal agreementCoverage,
            @Nullable BigDecimal k12,
            @Nullable BigDecimal k13,
            Map<Declined.Reason, Integer> declined,
            List<RowView> rows) {}

    /** One ride or drive of the month, with what looks wrong about it. */
    record RowView(
            String id,
            String prospectId,
            DriveMode mode,
            OffsetDateTime returnedAt,
            int km,
            long minutes,
            boolean agreed,
            boolean evaluated,
            List<MonthOfDrives.Mark> marks) {}

    @GetMapping("/test-drive-month")
    MonthView month(
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) MonthOfDrives.@Nullable Figure figure,
            StaffMember me) {
        MonthOfDrives.Month told = this.month.of(month, me);
        Dealership where = dealerships.get(me.dealership());
        return new MonthView(
                told.month(),
                told.figures(),
                told.coverage(),
                told.k12(),
                told.k13(),
                told.declined(),
                told.members(figure == null ? MonthOfDrives.Figure.TAKEN : figure).stream()
                        .map(row -> new RowView(
                                row.drive().toString(),
                                row.prospect().toString(),
                                row.mode(),
                                DriveView.at(row.returnedAt(), where),
                                row.km(),
                                row.minutes(),
                                row.agreed(),
                                row.evaluated(),
                                List.copyOf(row.marks())))
                        .toList());
    }

    private ResponseEntity<?> done(DriveId id, Record body, @Nullable String key, StaffMember me, Runnable act) {
        return once.answer(key, new Asked(id.toString(), body), me.dealership(), me.id(), () -> {
            act.run();
            return ResponseEntity.ok(view(id, me));
        });
    }

    private DriveView view(DriveId id, StaffMember me) {
        return DriveView.of(file.open(id, me), dealerships.get(me.dealership()));
    }

    private static byte @Nullable [] photo(@Nullable String base64, String field) {
        if (base64 == null || base64.isBlank()) {
            return null;
        }
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw new FieldsRefused(Field.of(field, "field.unreadable"));
        }
    }
}
