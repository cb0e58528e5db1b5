package io.genjin.report.web;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.ProspectLabels;
import io.genjin.report.DailyReport;
import io.genjin.report.DailyReport.Row;
import io.genjin.report.DailyReport.Value;
import io.genjin.report.Figure;
import io.genjin.report.FigureMembers;
import io.genjin.report.FigureMembers.Question;
import io.genjin.report.Freeze;
import io.genjin.report.FrozenMembers;
import io.genjin.report.Span;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports for other systems; each figure says its definition, and each number opens its members. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportApi {

    private static final int MOST_ROWS = 100;

    /** What kind of number a figure is. */
    enum Unit {
        COUNT,
        /** A fraction between 0 and, mostly, 1; null when there is nothing to divide by. */
        RATIO,
        /** A count of what stands now, or stood at closing time: never of a month. */
        STOCK
    }

    /** A figure with its definition, in the language asked for. */
    record FigureView(String code, String name, String definition, String definitionId, Unit unit) {}

    /** A person by sign-in name and name. */
    record Person(String username, String name) {}

    /**
     * A number: as it was at closing time when the report is frozen, else as it is.
     *
     * @param dayCorrection of a frozen report, what came to be since, or went
     * @param dayNow        of a frozen report, what it comes to by now
     */
    record ValueView(
            @Nullable BigDecimal day,
            @Nullable BigDecimal month,
            @Nullable BigDecimal dayCorrection,
            @Nullable BigDecimal monthCorrection,
            @Nullable BigDecimal dayNow,
            @Nullable BigDecimal monthNow,
            @Nullable Integer target,
            @Nullable BigDecimal achievement) {

        static ValueView of(Value value) {
            return new ValueView(
                    value.day(),
                    value.month(),
                    value.dayCorrection(),
                    value.monthCorrection(),
                    value.dayNow(),
                    value.monthNow(),
                    value.target(),
                    value.achievement());
        }
    }

    /** That and when the report was frozen. */
    record FrozenView(OffsetDateTime knownUntil, OffsetDateTime frozenAt, boolean stood) {}

    /** The figures of one person; of the whole dealership when there is no person. */
    record RowView(@Nullable Person consultant, Map<String, ValueView> values) {}

    /**
     * The report of a day.
     *
     * @param frozen missing while the day is not frozen, or never was
     */
    record Answer(
            LocalDate date,
            @Nullable FrozenView frozen,
            ClosedDays.@Nullable Closure closed,
            List<FigureView> figures,
            List<RowView> rows) {}

    /** One row behind a number; customer and words only of prospects that the reader may see. */
    record MemberView(
            String id,
            LocalDate date,
            OffsetDateTime at,
            @Nullable String prospectId,
            @Nullable String customerName,
            @Nullable String maskedMobile,
            @Nullable Person person,
            @Nullable Person actor,
            @Nullable String kind,
            String text) {}

    private final DailyReport reports;
    private final FigureMembers members;
    private final FrozenMembers frozen;
    private final DailySheet sheets;
    private final MemberLines lines;
    private final Dealerships dealerships;
    private final ClosedDays closedDays;
    private final Screens screens;

    ReportApi(
            DailyReport reports,
            FigureMembers members,
            FrozenMembers frozen,
            DailySheet sheets,
            MemberLines lines,
            Dealerships dealerships,
            ClosedDays closedDays,
            Screens screens) {
        this.reports = reports;
        this.members = members;
        this.frozen = frozen;
        this.sheets = sheets;
        this.lines = lines;
        this.dealerships = dealerships;
        this.closedDays = closedDays;
        this.screens = screens;
    }

    @GetMapping("/daily")
    Answer daily(@RequestParam(required = false) @Nullable LocalDate date, StaffMember me, HttpServletRequest request) {
        Screen s = screens.of(request);
        DailyReport.Report report = reports.of(date, null, me);
        return new Answer(
                report.date(),
                frozen(report.frozen(), dealerships.get(me.dealership()).zone()),
                closedDays.on(me.dealership(), report.date()).orElse(null),
                Arrays.stream(Figure.values()).map(figure -> view(figure, s)).toList(),
                report.rows().stream().map(ReportApi::view).toList());
    }

    private static @Nullable FrozenView frozen(@Nullable Freeze freeze, ZoneId zone) {
        return freeze == null
                ? null
                : new FrozenView(
                        freeze.knownUntil().atZone(zone).toOffsetDateTime(),
                        freeze.frozenAt().atZone(zone).toOffsetDateTime(),
                        freeze.stood());
    }

    private static FigureView view(Figure figure, Screen s) {
        return new FigureView(
                figure.name(),
                s.code("figure", figure),
                s.code("figureDefinition", figure),
                figure.definitionId(),
                figure.isRatio() ? Unit.RATIO : figure.isStock() ? Unit.STOCK : Unit.COUNT);
    }

    private static RowView view(Row row) {
        Map<String, ValueView> values = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            values.put(figure.name(), ValueView.of(row.of(figure)));
        }
        return new RowView(person(row.consultant()), values);
    }

    private static @Nullable Person person(@Nullable StaffMember member) {
        return member == null ? null : new Person(member.username(), member.name());
    }

    @GetMapping("/daily/members")
    Page<MemberView> members(
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam Figure figure,
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(defaultValue = "day") Span span,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            HttpServletRequest request) {
        return opened(reports.question(date, figure, consultant, span, me), limit, cursor, me, request);
    }

    @GetMapping("/rows")
    Page<MemberView> rows(
            @RequestParam Figure figure,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(required = false) @Nullable Instant known,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            HttpServletRequest request) {
        Question question = members.question(from, until, figure, consultant, me);
        return opened(members.asKnown(known, question), limit, cursor, me, request);
    }

    @GetMapping("/daily/frozen-rows")
    Page<MemberView> frozenRows(
            @RequestParam LocalDate date,
            @RequestParam Figure figure,
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(defaultValue = "day") Span span,
            @RequestParam(defaultValue = "FROZEN") FrozenMembers.View view,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            HttpServletRequest request) {
        checked(limit);
        ZoneId zone = dealerships.get(me.dealership()).zone();
        return lines.read(
                        frozen.question(date, span, figure, consultant, view, me),
                        limit,
                        cursor,
                        me,
                        screens.of(request))
                .map(line -> view(line, zone));
    }

    @GetMapping(value = "/daily.xlsx", produces = DailySheet.TYPE)
    ResponseEntity<byte[]> sheet(
            @RequestParam(required = false) @Nullable LocalDate date, StaffMember me, HttpServletRequest request) {
        return sheets.answer(date, me, screens.of(request));
    }

    private static void checked(int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
    }

    private Page<MemberView> opened(
            Question question, int limit, @Nullable String cursor, StaffMember me, HttpServletRequest request) {
        checked(limit);
        ZoneId zone = dealerships.get(me.dealership()).zone();
        return lines.read(question, limit, cursor, me, screens.of(request)).map(line -> view(line, zone));
    }

    private static MemberView view(MemberLines.Line line, ZoneId zone) {
        ProspectLabels.Label customer = line.customer();
        return new MemberView(
                line.id().toString(),
                line.day(),
                line.at().atZone(zone).toOffsetDateTime(),
                customer == null ? null : customer.id().toString(),
                customer == null ? null : customer.customerName(),
                customer == null ? null : customer.maskedMobile(),
                person(line.person()),
                person(line.actor()),
                line.kind(),
                line.what());
    }
}
