package io.genjin.toolbox;

import static io.genjin.toolbox.ToolBoxExamples.LI;
import static io.genjin.toolbox.ToolBoxExamples.SHANGHAI;
import static io.genjin.toolbox.ToolBoxExamples.WANG;
import static io.genjin.toolbox.ToolBoxExamples.ZHANG;
import static io.genjin.toolbox.ToolBoxExamples.at;
import static io.genjin.toolbox.ToolBoxExamples.contact;
import static io.genjin.toolbox.ToolBoxExamples.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.prospect.Source;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import io.genjin.toolbox.GradeStatusSheet.Cell;
import io.genjin.toolbox.GradeStatusSheet.Ending;
import io.genjin.toolbox.GradeStatusSheet.Event;
import io.genjin.toolbox.GradeStatusSheet.Line;
import io.genjin.toolbox.GradeStatusSheet.Plan;
import io.genjin.toolbox.SheetFact.What;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The sheet of customers and their grades, told by histories of one customer (3.16). March 2026 begins on a Sunday. */
class GradeStatusSheetTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final String APRIL = "2026-04-10T09:00";

    private static GradeStatusSheet sheet(String now, YearMonth month, StaffId whose, SheetFact... facts) {
        Course course = new Course(ZHANG, List.of(facts), null, SHANGHAI);
        return GradeStatusSheet.of(month, whose, List.of(course), SHANGHAI, at(now));
    }

    private static Line line(String now, SheetFact... facts) {
        return sheet(now, MARCH, LI, facts).lines().get(0);
    }

    /** The line as it looks: {@code 2 ARRIVED, 5 KEPT B, 9 MISSED}. */
    private static String looks(Line line) {
        List<String> days = new ArrayList<>();
        for (Cell cell : line.cells()) {
            if (!cell.isEmpty()) {
                StringBuilder day = new StringBuilder(String.valueOf(cell.day()));
                cell.events().forEach(event -> day.append(' ').append(event));
                day.append(cell.plan() == null ? "" : " " + cell.plan());
                day.append(cell.grade() == null ? "" : " " + cell.grade());
                days.add(day.toString());
            }
        }
        return String.join(", ", days);
    }

    private static SheetFact arrived(String at, Grade grade, String nextDate) {
        return fact(What.ARRIVED, at, LI, grade, nextDate);
    }

    @Test
    @DisplayName("a kept plan is replaced by the grade after the contact, the next one is marked")
    void kept() {
        Line line = line(
                "2026-03-06T09:00",
                arrived("2026-03-02T10:00", Grade.B, "2026-03-05"),
                contact("2026-03-05T11:00", LI, Grade.B, Grade.A, "2026-03-07"),
                fact(What.CHANGED, "2026-03-05T11:00", LI, Grade.A, null));
        assertThat(looks(line)).isEqualTo("2 ARRIVED, 5 KEPT A, 7 PLANNED");
        assertThat(line.gradeAtBegin()).isNull();
        assertThat(line.gradeAtEnd()).isEqualTo(Grade.A);
    }

    @Test
    @DisplayName("an unfulfilled plan is missed on its day and stays open until the contact")
    void missed() {
        Line line = line(
                APRIL,
                arrived("2026-03-02T10:00", Grade.B, "2026-03-05"),
                contact("2026-03-08T11:00", LI, Grade.B, Grade.B, "2026-03-30"));
        assertThat(looks(line)).isEqualTo("2 ARRIVED, 5 MISSED, 6 OVERDUE, 7 OVERDUE, 8 B, 30 MISSED, 31 OVERDUE");
    }

    @Test
    @DisplayName("today's plan is planned until the day is over")
    void today() {
        SheetFact arrived = arrived("2026-03-02T10:00", Grade.B, "2026-03-05");
        assertThat(looks(line("2026-03-05T23:59:59", arrived))).isEqualTo("2 ARRIVED, 5 PLANNED");
        assertThat(looks(line("2026-03-06T00:00", arrived))).isEqualTo("2 ARRIVED, 5 MISSED, 6 OVERDUE");
    }

    @Test
    @DisplayName("a contact before the planned day takes the plan with it; a moved plan leaves its mark")
    void earlyAndMoved() {
        Line line = line(
                APRIL,
                arrived("2026-03-02T10:00", Grade.B, "2026-03-10"),
                contact("2026-03-04T11:00", LI, Grade.B, Grade.B, "2026-03-12"),
                fact(What.CHANGED, "2026-03-06T09:00", LI, Grade.B, "2026-03-14"),
                contact("2026-03-14T11:00", LI, Grade.B, Grade.H, "2026-04-20"));
        assertThat(looks(line)).isEqualTo("2 ARRIVED, 4 B, 12 MOVED, 14 KEPT H");
    }

    @Test
    @DisplayName("a contact typed later stands on the day it was made, and the miss it disproves is gone")
    void typedLater() {
        SheetFact late = new SheetFact(
                What.CONTACTED,
                at("2026-03-05T16:00"),
                at("2026-03-08T09:00"),
                LI,
                Grade.B,
                Source.WALK_IN,
                null,
                LocalDate.of(2026, 3, 20),
                Grade.B,
                true);
        Line line = line("2026-03-08T10:00", arrived("2026-03-02T10:00", Grade.B, "2026-03-05"), late);
        assertThat(looks(line)).isEqualTo("2 ARRIVED, 5 KEPT B, 20 PLANNED");
    }

    @Test
    @DisplayName("a try that did not reach the customer keeps the plan and says so")
    void notReached() {
        SheetFact tried = new SheetFact(
                What.CONTACTED,
                at("2026-03-05T16:00"),
                at("2026-03-05T16:00"),
                LI,
                Grade.B,
                Source.WALK_IN,
                null,
                LocalDate.of(2026, 3, 6),
                Grade.B,
                false);
        Line line = line("2026-03-05T17:00", arrived("2026-03-02T10:00", Grade.B, "2026-03-05"), tried);
        assertThat(looks(line)).isEqualTo("2 ARRIVED, 5 KEPT B, 6 PLANNED");
        assertThat(line.cells().get(4).answered()).isFalse();
    }

    @Test
    @DisplayName("everyone not closed is carried over with their grade; a defeat ends the line")
    void carriedOver() {
        SheetFact[] facts = {
            arrived("2026-02-10T10:00", Grade.C, "2026-03-03"),
            contact("2026-03-03T10:00", LI, Grade.C, Grade.B, "2026-03-31"),
            fact(What.CHANGED, "2026-03-03T10:00", LI, Grade.B, null),
            contact("2026-03-31T10:00", LI, Grade.B, Grade.B, "2026-04-03"),
            fact(What.DEFEATED, "2026-04-02T12:00", LI, Grade.B, null)
        };
        Line march = line(APRIL, facts);
        assertThat(march.gradeAtBegin()).isEqualTo(Grade.C);
        assertThat(march.gradeAtEnd()).isEqualTo(Grade.B);
        assertThat(march.ending()).isEqualTo(Ending.FOLLOWED);
        assertThat(looks(march)).isEqualTo("3 KEPT B, 31 KEPT B");
        GradeStatusSheet april = sheet(APRIL, MARCH.plusMonths(1), LI, facts);
        assertThat(april.lines().get(0).gradeAtBegin()).isEqualTo(Grade.B);
        assertThat(april.lines().get(0).ending()).isEqualTo(Ending.DEFEATED);
        assertThat(looks(april.lines().get(0))).isEqualTo("2 DEFEATED");
        assertThat(april.carriedOver()).isEmpty();
        assertThat(april.endedAs(Ending.DEFEATED)).isEqualTo(1);
        assertThat(sheet("2026-05-10T09:00", MARCH.plusMonths(2), LI, facts).lines())
                .isEmpty();
        assertThat(sheet(APRIL, MARCH.minusMonths(2), LI, facts).lines()).isEmpty();
    }

    @Test
    @DisplayName("an order stops what is owed and is carried over until the delivery; cancelled, the plan is back")
    void ordered() {
        Line line = line(
                APRIL,
                arrived("2026-03-02T10:00", Grade.H, "2026-03-04"),
                fact(What.ORDERED, "2026-03-04T10:00", LI, Grade.H, null),
                fact(What.ORDER_CANCELLED, "2026-03-10T10:00", LI, Grade.N, "2026-03-12"),
                contact("2026-03-12T10:00", LI, Grade.N, Grade.N, "2026-03-20"),
                fact(What.ORDERED, "2026-03-18T10:00", LI, Grade.N, null),
                fact(What.DELIVERED, "2026-04-02T10:00", LI, Grade.N, null));
        assertThat(looks(line)).isEqualTo("2 ARRIVED, 4 ORDERED, 10 ORDER_CANCELLED, 12 KEPT N, 18 ORDERED");
        assertThat(line.ending()).isEqualTo(Ending.ORDERED);
        assertThat(line.ending().isCarriedOver()).isTrue();
    }

    @Test
    @DisplayName("a promise that a step of the life-cycle set without saying so is known from what came after it")
    void silentPromise() {
        SheetFact moved = new SheetFact(
                What.CHANGED,
                at("2026-03-20T09:00"),
                at("2026-03-20T09:00"),
                LI,
                Grade.B,
                Source.WALK_IN,
                LocalDate.of(2026, 3, 18),
                LocalDate.of(2026, 3, 25),
                null,
                false);
        SheetFact[] facts = {
            arrived("2026-03-02T10:00", Grade.B, "2026-03-05"),
            fact(What.DORMANT, "2026-03-04T10:00", LI, Grade.B, "2026-03-16"),
            fact(What.BACK, "2026-03-16T10:00", LI, Grade.B, null),
            moved
        };
        assertThat(looks(line("2026-03-21T09:00", facts)))
                .isEqualTo("2 ARRIVED, 4 DORMANT, 16 BACK, 18 MISSED, 19 OVERDUE, 25 PLANNED");
        Course known = new Course(ZHANG, List.of(facts[0], facts[1], facts[2]), LocalDate.of(2026, 3, 19), SHANGHAI);
        assertThat(looks(GradeStatusSheet.of(MARCH, LI, List.of(known), SHANGHAI, at("2026-03-17T09:00"))
                        .lines()
                        .get(0)))
                .isEqualTo("2 ARRIVED, 4 DORMANT, 16 BACK, 19 PLANNED");
    }

    @Test
    @DisplayName("a customer handed over stands on both sheets, each with its own days")
    void handedOver() {
        SheetFact[] facts = {
            arrived("2026-02-10T10:00", Grade.B, "2026-03-05"),
            fact(What.CHANGED, "2026-03-10T12:00", WANG, Grade.B, null),
            contact("2026-03-12T10:00", WANG, Grade.B, Grade.A, "2026-03-14"),
            contact("2026-03-14T10:00", WANG, Grade.A, Grade.A, "2026-04-14")
        };
        Line li = sheet(APRIL, MARCH, LI, facts).lines().get(0);
        assertThat(looks(li)).isEqualTo("5 MISSED, 6 OVERDUE, 7 OVERDUE, 8 OVERDUE, 9 OVERDUE, 10 HANDED_OUT");
        assertThat(li.ending()).isEqualTo(Ending.HANDED_OUT);
        assertThat(li.gradeAtBegin()).isEqualTo(Grade.B);
        assertThat(li.gradeAtEnd()).isNull();
        Line wang = sheet(APRIL, MARCH, WANG, facts).lines().get(0);
        assertThat(looks(wang)).isEqualTo("10 HANDED_IN OVERDUE, 11 OVERDUE, 12 A, 14 KEPT A");
        assertThat(wang.gradeAtBegin()).isNull();
        GradeStatusSheet all = sheet(APRIL, MARCH, null, facts);
        assertThat(all.lines()).hasSize(1);
        assertThat(all.days(Plan.MISSED)).isEqualTo(1);
        assertThat(all.with(Event.HANDED_IN)).isEqualTo(1);
    }

    @Test
    @DisplayName("an import taken back never was; a month to come has no lines")
    void neverWas() {
        SheetFact arrived = arrived("2026-03-02T10:00", Grade.N, "2026-03-20");
        assertThat(sheet(APRIL, MARCH, LI, arrived, fact(What.NEVER_WAS, "2026-03-03T10:00", LI, Grade.N, null))
                        .lines())
                .isEmpty();
        assertThat(sheet(APRIL, YearMonth.of(2026, 5), LI, arrived).lines()).isEmpty();
    }

    @Test
    @DisplayName("lines stand as on paper: by the grade at the beginning, newcomers last")
    void order() {
        List<Course> courses = new ArrayList<>();
        Map<String, SheetFact> all = Map.of(
                "1", arrived("2026-02-20T10:00", Grade.C, "2026-03-20"),
                "2", arrived("2026-02-21T10:00", Grade.H, "2026-03-20"),
                "3", arrived("2026-03-01T10:00", Grade.H, "2026-03-20"),
                "4", arrived("2026-02-19T10:00", Grade.H, "2026-03-20"));
        all.forEach((id, fact) -> courses.add(new Course(
                io.genjin.prospect.ProspectId.of("00000000-0000-7000-8000-00000000000" + id),
                List.of(fact),
                null,
                SHANGHAI)));
        GradeStatusSheet sheet = GradeStatusSheet.of(MARCH, null, courses, SHANGHAI, at("2026-03-02T09:00"));
        assertThat(sheet.lines())
                .extracting(line -> line.prospect().toString().substring(35))
                .containsExactly("4", "2", "1", "3");
        assertThat(sheet.atBegin()).isEqualTo(Map.of(Grade.H, 2L, Grade.C, 1L));
    }
}
