package io.genjin.ratio;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.prospect.Source;
import io.genjin.ratio.Calibration.Verdict;
import io.genjin.ratio.Calibrations.Part;
import io.genjin.ratio.NaiveRatios.Entry;
import io.genjin.shared.Grade;
import io.genjin.shared.Page;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import io.genjin.testing.PlainBrowser;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whether grades came true, counted once more by plain loops, and what is said of people. */
class CalibrationsTest extends WildStage {

    private static final Set<String> KINDS = Set.of(
            "PROSPECT_OPENED",
            "LEAD_RECEIVED",
            "LEAD_ALLOCATED",
            "LEAD_TAKEN_BACK",
            "LEAD_INVALID",
            "TRANSFERRED",
            "RELEASED",
            "CLAIMED",
            "WOKEN",
            "REACTIVATED",
            "DEFEATED",
            "ORDERED",
            "ORDER_CANCELLED",
            "DELIVERED",
            "SET_DORMANT",
            "IMPORT_TAKEN_BACK",
            "MERGED",
            "MERGE_UNDONE",
            "GRADE_CHANGED");

    @Autowired
    private Calibrations calibrations;

    private record OnMonday(LocalDate day, UUID customer, UUID owner, String grade, Instant since, UUID id) {}

    @Test
    @DisplayName(
            "of those graded H on a Monday one bought within seven days; the day after is too late; delivery is told beside")
    void withinItsTime() {
        clock.set("2026-03-01T10:00");
        UUID first = opened(store.li(), Source.WALK_IN, Grade.H);
        UUID second = opened(store.li(), Source.WALK_IN, Grade.H);
        UUID cold = opened(store.wang(), Source.WALK_IN, Grade.N);
        clock.set("2026-03-08T10:00");
        told("ORDERED", first, store.li(), Source.WALK_IN, Map.of());
        told("DELIVERED", first, store.li(), Source.WALK_IN, Map.of());
        clock.set("2026-03-08T12:00");
        assertThat(of(Grade.H, null)).as("Sunday is not over").isNull();
        clock.set("2026-03-09T10:00");
        told("ORDERED", second, store.li(), Source.WALK_IN, Map.of());
        told("ORDERED", cold, store.wang(), Source.WALK_IN, Map.of());
        assertThat(of(Grade.H, null)).isEqualTo(new Calibration(Grade.H, 2, 1, 1, 2));
        assertThat(of(Grade.H, store.li())).isEqualTo(new Calibration(Grade.H, 2, 1, 1, 2));
        assertThat(of(Grade.N, store.wang())).isEqualTo(new Calibration(Grade.N, 2, 2, 0, 1));
        Calibrations.Report report = here(() -> calibrations.of(null, null, null, gao));
        assertThat(report.rows().get(1).verdicts()).containsEntry(Grade.H, Verdict.TOO_FEW);
        assertThat(report.pending().get(Grade.H)).as("the second on the 9th").isEqualTo(1);
    }

    @Test
    @DisplayName(
            "30: whoever grades H what does not buy is proposed for a one-to-one with the numbers, and both open as many rows")
    void proposed() {
        clock.set("2025-12-20T10:00");
        opened(store.wang(), Source.WALK_IN, Grade.N);
        opened(store.li(), Source.WALK_IN, Grade.N);
        clock.set("2026-03-01T10:00");
        List<UUID> buyers = new ArrayList<>();
        for (int customer = 0; customer < 16; customer++) {
            opened(store.li(), Source.WALK_IN, Grade.H);
            buyers.add(opened(store.wang(), Source.WALK_IN, Grade.H));
        }
        clock.set("2026-03-04T10:00");
        buyers.forEach(one -> told("ORDERED", one, store.wang(), Source.WALK_IN, Map.of()));
        clock.set("2026-03-10T10:00");
        Api zhou = Api.whenAsked(store.zhou().username(), port);
        JsonNode proposals = zhou.get("/api/v1/one-to-ones/proposals").json().path("proposals");
        JsonNode grades = null;
        for (JsonNode one : proposals) {
            for (JsonNode reason : one.path("reasons")) {
                if (one.path("consultant").asString("").equals(store.li().username())
                        && reason.path("measure").asString("").equals("GRADE_H")) {
                    grades = reason;
                }
            }
        }
        assertThat(grades).as("%s", proposals).isNotNull();
        assertThat(grades.path("count").asLong(-1)).isZero();
        assertThat(grades.path("of").asLong(-1)).isEqualTo(16);
        assertThat(grades.path("points").asInt()).isPositive();
        PlainBrowser browser = PlainBrowser.of(store.zhou().username(), port);
        assertThat(browser.get("/one-to-ones").body())
                .contains(
                        "/reports/calibration/rows?grade=H&amp;part=graded&amp;from=2025-10&amp;until=2026-03&amp;consultant="
                                + store.li().username());
        assertThat(browser.get("/reports/calibration/rows?grade=H&part=graded&from=2025-10&until=2026-03&consultant="
                                + store.li().username())
                        .body()
                        .split("data-row-link", -1))
                .hasSize(17);
    }

    private Calibration of(Grade grade, StaffMember person) {
        return here(() -> calibrations.of(null, null, null, gao)).rows().stream()
                .filter(row -> person == null ? row.consultant() == null : person.equals(row.consultant()))
                .findFirst()
                .map(row -> row.grades().get(grade))
                .orElse(null);
    }

    @Test
    @DisplayName("over a random history each number is what plain loops count, and how many rows it opens")
    void countedTwiceAlike() {
        live(new Random(7));
        clock.set("2026-05-20T09:00");
        YearMonth from = YearMonth.of(2026, 1);
        YearMonth until = YearMonth.of(2026, 5);
        List<Entry> entries = entries();
        List<OnMonday> mondays = mondays(entries, survivors());
        Calibrations.Report report = here(() -> calibrations.of(from, until, null, gao));
        assertThat(mondays).hasSizeGreaterThan(20);
        for (StaffMember person : new StaffMember[] {null, store.li(), store.wang(), store.wu()}) {
            Map<Grade, Calibration> row = report.rows().stream()
                    .filter(one -> person == null ? one.consultant() == null : person.equals(one.consultant()))
                    .findFirst()
                    .map(Calibrations.Row::grades)
                    .orElse(Map.of());
            for (Grade grade : Grade.values()) {
                List<OnMonday> own = mondays.stream()
                        .filter(one -> one.grade().equals(grade.name()) && isOver(one, grade))
                        .filter(one -> person == null || person.id().value().equals(one.owner()))
                        .toList();
                Calibration expected = new Calibration(
                        grade,
                        own.size(),
                        own.stream()
                                .filter(one -> bought(one, grade, "ORDERED", entries))
                                .count(),
                        own.stream()
                                .filter(one -> bought(one, grade, "DELIVERED", entries))
                                .count(),
                        own.stream().map(OnMonday::customer).distinct().count());
                assertThat(row.getOrDefault(grade, new Calibration(grade, 0, 0, 0, 0)))
                        .as("%s of %s", grade, person == null ? "all" : person.name())
                        .isEqualTo(expected);
                assertThat(rows(grade, Part.graded, from, until, person)).hasSize((int) expected.graded());
                assertThat(rows(grade, Part.ordered, from, until, person)).hasSize((int) expected.ordered());
                assertThat(rows(grade, Part.delivered, from, until, person)).hasSize((int) expected.delivered());
            }
        }
    }

    private List<RatioMembers.Member> rows(
            Grade grade, Part part, YearMonth from, YearMonth until, StaffMember person) {
        List<RatioMembers.Member> all = new ArrayList<>();
        String cursor = null;
        do {
            String after = cursor;
            Page<RatioMembers.Member> page = here(() ->
                    calibrations.members(new Calibrations.Question(grade, part, from, until, person), 30, after, gao));
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    private boolean isOver(OnMonday one, Grade grade) {
        Integer window = Calibration.window(grade);
        return window == null || !one.day().plusDays(window).isAfter(today());
    }

    private static final Map<UUID, UUID> SURVIVORS = new HashMap<>();

    private static boolean bought(OnMonday one, Grade grade, String kind, List<Entry> entries) {
        Integer window = Calibration.window(grade);
        return entries.stream()
                .anyMatch(entry -> entry.kind().equals(kind)
                        && SURVIVORS
                                .getOrDefault(entry.prospect(), entry.prospect())
                                .equals(one.customer())
                        && !entry.day().isBefore(one.day())
                        && (window == null || entry.day().isBefore(one.day().plusDays(window))));
    }

    private List<OnMonday> mondays(List<Entry> entries, Map<UUID, UUID> survivors) {
        SURVIVORS.clear();
        SURVIVORS.putAll(survivors);
        List<Entry> sorted = entries.stream()
                .filter(one -> KINDS.contains(one.kind()))
                .sorted(Comparator.comparing(Entry::at)
                        .thenComparing(one -> one.id().toString()))
                .toList();
        List<OnMonday> all = new ArrayList<>();
        for (LocalDate day = day("2026-01-05"); !day.isAfter(today()); day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
                Map<UUID, OnMonday> ofDay = new HashMap<>();
                for (UUID prospect :
                        sorted.stream().map(Entry::prospect).distinct().toList()) {
                    OnMonday one = stood(prospect, day, sorted, survivors);
                    if (one != null) {
                        ofDay.merge(one.customer(), one, CalibrationsTest::later);
                    }
                }
                all.addAll(ofDay.values());
            }
        }
        return all;
    }

    private static OnMonday later(OnMonday one, OnMonday other) {
        int order = one.since().compareTo(other.since());
        return order > 0
                        || order == 0
                                && one.id().toString().compareTo(other.id().toString()) > 0
                ? one
                : other;
    }

    private static OnMonday stood(UUID prospect, LocalDate day, List<Entry> sorted, Map<UUID, UUID> survivors) {
        Instant begin = day.atStartOfDay(SHANGHAI).toInstant();
        boolean open = false;
        OnMonday last = null;
        for (Entry one : sorted) {
            if (one.prospect().equals(prospect) && one.at().isBefore(begin)) {
                open = switch (one.kind()) {
                    case "PROSPECT_OPENED", "LEAD_RECEIVED", "REACTIVATED", "WOKEN", "ORDER_CANCELLED" -> true;
                    case "ORDERED", "LEAD_INVALID", "DEFEATED", "DELIVERED", "SET_DORMANT", "IMPORT_TAKEN_BACK" ->
                        false;
                    case "MERGED" ->
                        open && (!survivors.containsKey(prospect) || one.into().equals(prospect.toString()));
                    default -> open;
                };
                last = new OnMonday(
                        day, survivors.getOrDefault(prospect, prospect), one.owner(), one.grade(), one.at(), one.id());
            }
        }
        return open ? last : null;
    }
}
