package io.genjin.ratio.web;

import io.genjin.ratio.Course;
import io.genjin.ratio.History;
import io.genjin.ratio.Past;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Current versus history for other systems. */
@RestController
class HistoryApi {

    /** A count, or both sides of a ratio; nothing with nothing to divide by. */
    record AmountView(
            @Nullable BigDecimal value,
            @Nullable Long count,
            @Nullable Long top,
            @Nullable Long bottom) {}

    /** One past; {@code value} is what these days are measured by. */
    record PastView(
            Past past,
            LocalDate from,
            LocalDate until,
            AmountView amount,
            @Nullable BigDecimal value,
            @Nullable BigDecimal absolute,
            @Nullable BigDecimal relative) {}

    /** One measure; the months are null where there was nothing to tell. */
    record CourseView(
            String code,
            String id,
            String name,
            String definition,
            @Nullable AmountView now,
            List<PastView> pasts,
            List<@Nullable AmountView> months) {}

    /** The comparison of a month until a day. */
    record HistoryView(
            LocalDate from,
            LocalDate until,
            @Nullable LocalDate began,
            RatioApi.@Nullable Someone consultant,
            int sellingDays,
            Map<Past, Integer> sellingDaysOfPasts,
            Set<String> closedInOneYearOnly,
            List<YearMonth> months,
            List<CourseView> measures) {}

    private final History history;
    private final Screens screens;
    private final HistoryWorkbook workbook;

    HistoryApi(History history, Screens screens, HistoryWorkbook workbook) {
        this.history = history;
        this.screens = screens;
        this.workbook = workbook;
    }

    @GetMapping("/api/v1/reports/history")
    HistoryView history(
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me,
            HttpServletRequest request) {
        Screen s = screens.of(request);
        History.Report report = history.of(date, consultant, me);
        return new HistoryView(
                report.days().from(),
                report.days().until(),
                report.began(),
                RatioApi.someone(report.whose()),
                report.elapsed(),
                report.selling(),
                report.closed(),
                report.months(),
                report.courses().stream().map(course -> view(course, s)).toList());
    }

    @GetMapping(value = "/api/v1/reports/history.xlsx", produces = HistoryWorkbook.TYPE)
    ResponseEntity<byte[]> file(
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me,
            HttpServletRequest request) {
        return workbook.answer(date, consultant, me, screens.of(request));
    }

    private static CourseView view(Course course, Screen s) {
        List<PastView> pasts = new ArrayList<>();
        for (Past past : Past.values()) {
            Course.Compared one = course.beside(past);
            Course.Amount amount = one == null ? null : one.amount();
            if (one != null && amount != null) {
                pasts.add(new PastView(
                        past,
                        one.days().from(),
                        one.days().until(),
                        amountOf(amount),
                        one.value(),
                        one.absolute(),
                        one.relative()));
            }
        }
        List<@Nullable AmountView> months = new ArrayList<>();
        course.months().forEach(one -> months.add(one == null ? null : amountOf(one)));
        return new CourseView(
                course.measure().code(),
                course.measure().id(),
                HistoryPage.name(course.measure(), s),
                HistoryPage.definition(course.measure(), s),
                course.now() == null ? null : amountOf(course.now()),
                pasts,
                months);
    }

    private static AmountView amountOf(Course.Amount amount) {
        return new AmountView(
                amount.value(),
                amount.count(),
                amount.fraction() == null ? null : (Long) amount.fraction().top(),
                amount.fraction() == null ? null : (Long) amount.fraction().bottom());
    }
}
