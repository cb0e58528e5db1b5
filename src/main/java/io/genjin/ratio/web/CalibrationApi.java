package io.genjin.ratio.web;

import io.genjin.dealership.Dealerships;
import io.genjin.ratio.Calibration;
import io.genjin.ratio.Calibrations;
import io.genjin.ratio.Calibrations.Part;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How grades came true, for other systems. */
@RestController
@RequestMapping("/api/v1/reports/calibration")
class CalibrationApi {

    private static final int MOST_ROWS = 100;

    /** One grade: customers on Mondays, those who bought in its time, distinct customers, and what is said of it. */
    record GradeView(
            Grade grade,
            @Nullable Integer days,
            long graded,
            long ordered,
            long delivered,
            long people,
            @Nullable BigDecimal share,
            Calibration.@Nullable Verdict verdict) {}

    /** One person; the dealership when there is no person. */
    record CalibratedRow(RatioApi.@Nullable Someone consultant, List<GradeView> grades) {}

    /** A month of the dealership, or of the one person asked for. */
    record CalibratedMonth(YearMonth month, List<GradeView> grades) {}

    /** How grades came true in some months. */
    record CalibrationView(
            YearMonth from,
            YearMonth until,
            List<CalibratedRow> rows,
            List<CalibratedMonth> months,
            Map<Grade, Long> pending) {}

    private final Calibrations calibrations;
    private final RatioLines lines;
    private final Dealerships dealerships;
    private final Screens screens;

    CalibrationApi(Calibrations calibrations, RatioLines lines, Dealerships dealerships, Screens screens) {
        this.calibrations = calibrations;
        this.lines = lines;
        this.dealerships = dealerships;
        this.screens = screens;
    }

    @GetMapping
    CalibrationView calibration(
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth until,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me) {
        Calibrations.Report report = calibrations.of(from, until, consultant, me);
        List<CalibratedMonth> months = new ArrayList<>();
        report.byMonth().forEach((month, grades) -> months.add(new CalibratedMonth(month, views(grades, Map.of()))));
        return new CalibrationView(
                report.from(),
                report.until(),
                report.rows().stream()
                        .map(row -> new CalibratedRow(
                                RatioApi.someone(row.consultant()), views(row.grades(), row.verdicts())))
                        .toList(),
                months,
                report.pending());
    }

    private static List<GradeView> views(Map<Grade, Calibration> grades, Map<Grade, Calibration.Verdict> verdicts) {
        return Calibrations.grades().stream()
                .map(grade -> grades.getOrDefault(grade, new Calibration(grade, 0, 0, 0, 0)))
                .map(one -> new GradeView(
                        one.grade(),
                        Calibration.window(one.grade()),
                        one.graded(),
                        one.ordered(),
                        one.delivered(),
                        one.people(),
                        one.bought().ratio(),
                        verdicts.get(one.grade())))
                .toList();
    }

    @GetMapping("/rows")
    Page<RatioApi.RatioMemberView> rows(
            @RequestParam Grade grade,
            @RequestParam(defaultValue = "graded") Part part,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth until,
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            HttpServletRequest request) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
        ZoneId zone = dealerships.get(me.dealership()).zone();
        Calibrations.Question question = calibrations.question(grade, part, from, until, consultant, me);
        return lines.read(calibrations.members(question, limit, cursor, me), me, screens.of(request))
                .map(line -> RatioApi.view(line, zone));
    }
}
