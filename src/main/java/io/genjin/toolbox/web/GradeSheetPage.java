package io.genjin.toolbox.web;

import io.genjin.prospect.web.People;
import io.genjin.shared.web.Screen;
import io.genjin.staff.StaffMember;
import io.genjin.toolbox.GradeStatusSheet;
import io.genjin.toolbox.GradeStatusSheet.Cell;
import io.genjin.toolbox.GradeStatusSheet.Ending;
import io.genjin.toolbox.GradeStatusSheet.Event;
import io.genjin.toolbox.GradeStatusSheet.Line;
import io.genjin.toolbox.GradeStatusSheet.Plan;
import io.genjin.toolbox.GradeStatusSheets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The grade sheet of a month, or a part of its lines.
 *
 * @param lines     the lines shown
 * @param next      the prospect after which the next part begins; nothing at the end
 * @param team      consultants to choose among; empty when the reader has only their own
 * @param thisMonth the month that runs
 */
public record GradeSheetPage(
        GradeStatusSheets.Named named,
        List<Line> lines,
        @Nullable String next,
        List<StaffMember> team,
        People people,
        YearMonth thisMonth) {

    public GradeStatusSheet sheet() {
        return named.sheet();
    }

    public YearMonth month() {
        return sheet().month();
    }

    public String consultant() {
        StaffMember consultant = named.consultant();
        return consultant == null ? "" : consultant.username();
    }

    public List<LocalDate> days() {
        return month().atDay(1).datesUntil(month().plusMonths(1).atDay(1)).toList();
    }

    public boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    public GradeStatusSheets.@Nullable Label label(Line line) {
        return named.labels().get(line.prospect());
    }

    /** What stands in a cell: the grade after a contact, else the mark of the plan, and before them what else happened. */
    public static String mark(Cell cell, Screen s) {
        StringBuilder mark = new StringBuilder();
        for (Event event : cell.events()) {
            mark.append(s.t("sheetEvent." + event + ".mark"));
        }
        if (cell.grade() != null) {
            mark.append(cell.grade().name());
            if (!cell.answered()) {
                mark.append(s.t("sheet.notReached.mark"));
            }
        } else if (cell.plan() != null) {
            mark.append(s.t("sheetPlan." + cell.plan() + ".mark"));
        }
        return mark.toString();
    }

    /** The same in words, for those who hear the sheet and for the tip at the cell. */
    public static String words(Cell cell, Screen s) {
        List<String> words = new ArrayList<>();
        for (Event event : cell.events()) {
            words.add(s.code("sheetEvent", event));
        }
        if (cell.grade() != null) {
            words.add(s.t(
                    cell.answered() ? "sheet.contacted" : "sheet.notReached",
                    cell.grade().name()));
        }
        if (cell.plan() != null) {
            words.add(s.code("sheetPlan", cell.plan()));
        }
        return String.join(s.t("list.separator"), words);
    }

    /** The class of a cell, by what matters most about it. */
    public String look(Cell cell, LocalDate day) {
        String look = isWeekend(day) ? "is-weekend" : "";
        if (cell.plan() == Plan.MISSED || cell.plan() == Plan.OVERDUE) {
            return look + (cell.plan() == Plan.MISSED ? " is-missed" : " is-overdue");
        }
        if (cell.grade() != null) {
            return look + " is-done";
        }
        return look + (cell.plan() == Plan.PLANNED ? " is-planned" : "");
    }

    /** How the line stands at the end: its grade, or what became of it. */
    public static String ending(Line line, Screen s) {
        boolean plain = line.ending() == Ending.FOLLOWED && line.gradeAtEnd() != null;
        return plain ? String.valueOf(line.gradeAtEnd()) : s.code("sheetEnding", line.ending());
    }

    /** Path of the same sheet in another form or month. */
    public String path(String form, YearMonth other) {
        UriComponentsBuilder path =
                UriComponentsBuilder.fromPath("/grade-status-sheet" + form).queryParam("month", other);
        if (!consultant().isEmpty()) {
            path.queryParam("consultant", consultant());
        }
        return path.encode().build().toUriString();
    }

    public String nextPath() {
        return path("", month()) + "&cursor=" + next;
    }
}
