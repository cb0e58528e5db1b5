package io.genjin.toolbox.web;

import io.genjin.prospect.Source;
import io.genjin.prospect.web.ProspectView;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import io.genjin.toolbox.Consultants;
import io.genjin.toolbox.GradeStatusSheet;
import io.genjin.toolbox.GradeStatusSheet.Cell;
import io.genjin.toolbox.GradeStatusSheet.Ending;
import io.genjin.toolbox.GradeStatusSheet.Event;
import io.genjin.toolbox.GradeStatusSheet.Line;
import io.genjin.toolbox.GradeStatusSheet.Plan;
import io.genjin.toolbox.GradeStatusSheets;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sheet of customers and their grades for other systems. */
@RestController
class GradeSheetApi {

    private static final int MOST_LINES = 100;

    /** One day on which something was planned, done or happened. */
    record SheetDay(
            LocalDate date, @Nullable Plan plan, @Nullable Grade grade, boolean answered, List<Event> events) {}

    /** One prospect's month; name and card number only of customers that the reader may see today. */
    record SheetLine(
            String prospectId,
            @Nullable String cardNo,
            @Nullable String customerName,
            @Nullable String mainModel,
            ProspectView.Person owner,
            Source source,
            @Nullable Grade gradeAtBegin,
            @Nullable Grade gradeAtEnd,
            Ending ending,
            boolean carriedOver,
            List<SheetDay> days) {}

    /** The month in numbers. */
    record SheetSummary(
            Map<Grade, Long> atBegin,
            long arrived,
            long handedIn,
            long ordered,
            long delivered,
            long defeated,
            long invalid,
            long handedOut,
            Map<Grade, Long> carriedOver,
            long reached,
            long missed) {}

    /** The sheet of a month as it stood at the end of {@code asOf}, or now. */
    record SheetView(
            YearMonth month,
            LocalDate asOf,
            ProspectView.@Nullable Person consultant,
            SheetSummary summary,
            List<SheetLine> items,
            @Nullable String next) {}

    private final GradeStatusSheets sheets;
    private final GradeStatusWorkbook workbook;
    private final Consultants consultants;
    private final StaffDirectory staff;

    GradeSheetApi(
            GradeStatusSheets sheets, GradeStatusWorkbook workbook, Consultants consultants, StaffDirectory staff) {
        this.sheets = sheets;
        this.workbook = workbook;
        this.consultants = consultants;
        this.staff = staff;
    }

    @GetMapping("/api/v1/grade-status-sheet")
    SheetView sheet(
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me) {
        if (limit < 1 || limit > MOST_LINES) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
        GradeStatusSheets.Named named = sheets.of(month, consultants.chosen(consultant, me), me);
        SheetPart part = SheetPart.of(named.sheet().lines(), cursor, limit);
        StaffMember whose = named.consultant();
        return new SheetView(
                named.sheet().month(),
                named.sheet().asOf(),
                whose == null ? null : new ProspectView.Person(whose.username(), whose.name()),
                summary(named.sheet()),
                part.lines().stream().map(line -> line(line, named, me)).toList(),
                part.next());
    }

    private static SheetSummary summary(GradeStatusSheet sheet) {
        return new SheetSummary(
                sheet.atBegin(),
                sheet.with(Event.ARRIVED),
                sheet.with(Event.HANDED_IN),
                sheet.with(Event.ORDERED),
                sheet.endedAs(Ending.DELIVERED),
                sheet.endedAs(Ending.DEFEATED),
                sheet.endedAs(Ending.INVALID),
                sheet.endedAs(Ending.HANDED_OUT),
                sheet.carriedOver(),
                sheet.reached(),
                sheet.days(Plan.MISSED));
    }

    private SheetLine line(Line line, GradeStatusSheets.Named named, StaffMember me) {
        GradeStatusSheets.Label label = named.labels().get(line.prospect());
        return new SheetLine(
                line.prospect().toString(),
                label == null ? null : String.valueOf(label.cardNo()),
                label == null ? null : label.customerName(),
                label == null ? null : label.mainModel(),
                person(line.owner(), me),
                line.source(),
                line.gradeAtBegin(),
                line.gradeAtEnd(),
                line.ending(),
                line.ending().isCarriedOver(),
                line.cells().stream()
                        .filter(cell -> !cell.isEmpty())
                        .map(cell -> day(cell, named.sheet().month()))
                        .toList());
    }

    private ProspectView.Person person(StaffId id, StaffMember me) {
        StaffMember member = staff.get(me.dealership(), id);
        return new ProspectView.Person(member.username(), member.name());
    }

    private static SheetDay day(Cell cell, YearMonth month) {
        return new SheetDay(
                month.atDay(cell.day()), cell.plan(), cell.grade(), cell.answered(), List.copyOf(cell.events()));
    }

    @GetMapping(value = "/api/v1/grade-status-sheet.xlsx", produces = GradeStatusWorkbook.TYPE)
    ResponseEntity<byte[]> file(
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me,
            HttpServletRequest request) {
        return workbook.answer(month, consultants.chosen(consultant, me), me, request);
    }
}
