package io.genjin.group.web;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.group.BeyondLimits;
import io.genjin.group.Comparison;
import io.genjin.group.Comparison.Row;
import io.genjin.group.DealershipComparison;
import io.genjin.group.DealershipGroup;
import io.genjin.group.DealershipGroupDesk;
import io.genjin.group.DealershipGroupId;
import io.genjin.group.Measure;
import io.genjin.group.OpenedRows;
import io.genjin.group.Placing;
import io.genjin.group.SeenDealerships;
import io.genjin.group.Summary;
import io.genjin.group.Unlock;
import io.genjin.group.UnlockDesk;
import io.genjin.quality.Finding;
import io.genjin.ratio.Days;
import io.genjin.ratio.Fraction;
import io.genjin.ratio.Side;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Dealerships side by side for other systems. */
@RestController
@RequestMapping("/api/v1")
class CompareApi {

    private static final int MOST_ROWS = 100;

    /** A measure with its definition, in the language asked for. */
    record MeasureView(
            String code,
            String id,
            Measure.Section section,
            Measure.Kind kind,
            Measure.Better better,
            String name,
            String definition) {}

    /** Both numbers, what is shown, and what is compared; null with nothing to divide by. */
    record NumberView(
            @Nullable Long top,
            @Nullable Long bottom,
            @Nullable BigDecimal number,
            @Nullable BigDecimal compared,
            @Nullable Integer rank,
            @Nullable Integer of,
            @Nullable BigDecimal fromRegionMedian,
            @Nullable BigDecimal change,
            @Nullable Boolean tooFew) {}

    /** One dealership; no numbers while it is being counted. */
    record DealershipView(
            String code,
            String name,
            String region,
            String zone,
            @Nullable Integer consultants,
            @Nullable Instant countedAt,
            List<Comparison.Remark> remarks,
            Map<Measure, NumberView> numbers) {}

    /** A region, or all of them, as one. */
    record SumView(@Nullable String region, Map<Measure, NumberView> numbers) {}

    /** The comparison. */
    record ComparisonView(
            LocalDate from,
            LocalDate until,
            LocalDate beforeFrom,
            LocalDate beforeUntil,
            List<MeasureView> measures,
            List<DealershipView> dealerships,
            List<SumView> regions,
            SumView all) {}

    /** A count behind a number of data quality. */
    record PartView(Finding code, String name, long rows) {}

    /** A number of data quality beyond its limit. */
    record FindingView(
            Finding code, String id, String name, String definition, BigDecimal number, List<PartView> counts) {}

    /** One row behind a number; names only under an unlock. */
    record RowView(
            LocalDate date,
            OffsetDateTime at,
            @Nullable String cardNo,
            @Nullable String source,
            @Nullable String grade,
            @Nullable String status,
            @Nullable Integer consultant,
            long counts,
            @Nullable Integer minutes,
            @Nullable Integer ageDays,
            @Nullable String consultantName,
            @Nullable String maskedCustomerName,
            @Nullable String maskedMobile) {}

    /** An unlock. */
    record UnlockView(
            String id,
            String dealership,
            String visitor,
            Unlock.Purpose purpose,
            String words,
            Instant from,
            Instant until) {}

    /** A dealership in a group, from a day to a day. */
    record MemberView(
            String dealership, LocalDate from, @Nullable LocalDate until) {}

    /** A group of dealerships. */
    record GroupView(String id, String name, List<MemberView> members) {}

    /** The name of a new group. */
    record GroupBody(@Nullable String name) {}

    private record Joining(String group, GroupPages.MemberForm member) {}

    private record Leaving(String group, GroupPages.MemberForm member) {}

    private final DealershipComparison comparisons;
    private final OpenedRows opened;
    private final BeyondLimits beyond;
    private final SeenDealerships seen;
    private final UnlockDesk unlocks;
    private final DealershipGroupDesk groups;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;
    private final CompareWorkbook workbook;

    CompareApi(
            DealershipComparison comparisons,
            OpenedRows opened,
            BeyondLimits beyond,
            SeenDealerships seen,
            UnlockDesk unlocks,
            DealershipGroupDesk groups,
            Dealerships dealerships,
            Once once,
            Screens screens,
            CompareWorkbook workbook) {
        this.comparisons = comparisons;
        this.opened = opened;
        this.beyond = beyond;
        this.seen = seen;
        this.unlocks = unlocks;
        this.groups = groups;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
        this.workbook = workbook;
    }

    @GetMapping("/dealerships/comparison")
    ComparisonView compare(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String region,
            StaffMember me,
            HttpServletRequest request) {
        Screen s = screens.of(request);
        Comparison comparison = comparisons.of(from, until, region, me);
        Days days = comparison.question().days();
        return new ComparisonView(
                days.from(),
                days.until(),
                comparison.before().from(),
                comparison.before().until(),
                Arrays.stream(Measure.values())
                        .map(measure -> new MeasureView(
                                measure.name(),
                                measure.id(),
                                measure.section(),
                                measure.kind(),
                                measure.better(),
                                s.code("compared", measure),
                                s.code("comparedDefinition", measure)))
                        .toList(),
                comparison.rows().stream().map(CompareApi::view).toList(),
                comparison.blocks().stream()
                        .map(block -> new SumView(block.region(), numbers(block.sum(), null)))
                        .toList(),
                new SumView(null, numbers(comparison.all(), null)));
    }

    @GetMapping(value = "/dealerships/comparison.xlsx", produces = CompareWorkbook.TYPE)
    ResponseEntity<byte[]> file(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String region,
            StaffMember me,
            HttpServletRequest request) {
        return workbook.answer(from, until, region, me, screens.of(request));
    }

    private static DealershipView view(Row row) {
        Dealership dealership = row.dealership();
        return new DealershipView(
                dealership.code(),
                dealership.name(),
                dealership.region(),
                dealership.zone().getId(),
                row.summary() == null ? null : row.summary().consultants(),
                row.countedAt(),
                List.copyOf(row.remarks()),
                numbers(row.summary(), row));
    }

    private static Map<Measure, NumberView> numbers(@Nullable Summary summary, @Nullable Row row) {
        Map<Measure, NumberView> numbers = new LinkedHashMap<>();
        if (summary != null) {
            for (Measure measure : Measure.values()) {
                Fraction fraction = summary.of(measure);
                Placing placing = row == null ? null : row.placing(measure);
                numbers.put(
                        measure,
                        new NumberView(
                                fraction == null ? null : fraction.top(),
                                fraction == null ? null : fraction.bottom(),
                                summary.number(measure),
                                summary.compared(measure),
                                placing == null ? null : placing.rank(),
                                placing == null ? null : placing.of(),
                                placing == null ? null : placing.fromMedian(),
                                placing == null ? null : placing.change(),
                                placing == null ? null : placing.tooFew()));
            }
        }
        return numbers;
    }

    /** The rows behind a number of one dealership. */
    @GetMapping("/dealerships/{code}/rows")
    Page<RowView> rows(
            @PathVariable String code,
            @RequestParam Measure measure,
            @RequestParam(defaultValue = "top") Side side,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me) {
        checked(limit);
        Dealership dealership = seen.one(code, me);
        Days days = comparisons.question(from, until, me).days();
        Optional<Unlock> unlock = Tenancy.within(dealership.id(), () -> unlocks.holding(dealership, me));
        return Tenancy.within(dealership.id(), () -> opened.of(measure, side, days, limit, cursor, dealership, unlock))
                .map(row -> view(row, dealership.zone()));
    }

    private static void checked(int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
    }

    /** The numbers of data quality that are beyond their limits at one dealership, and the counts they are made of. */
    @GetMapping("/dealerships/{code}/findings")
    List<FindingView> findings(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            StaffMember me,
            HttpServletRequest request) {
        Screen s = screens.of(request);
        Dealership dealership = seen.one(code, me);
        Days days = comparisons.question(from, until, me).days();
        return Tenancy.within(dealership.id(), () -> beyond.of(days, dealership)).stream()
                .map(one -> new FindingView(
                        one.finding(),
                        one.finding().definitionId(),
                        s.code("finding", one.finding()),
                        s.code("findingDefinition", one.finding()),
                        one.number(),
                        one.parts().stream()
                                .map(part -> new PartView(part.count(), s.code("finding", part.count()), part.rows()))
                                .toList()))
                .toList();
    }

    /** The rows behind a count of data quality of one dealership. */
    @GetMapping("/dealerships/{code}/findings/rows")
    Page<RowView> findingRows(
            @PathVariable String code,
            @RequestParam Finding finding,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me) {
        checked(limit);
        Dealership dealership = seen.one(code, me);
        Days days = comparisons.question(from, until, me).days();
        Optional<Unlock> unlock = Tenancy.within(dealership.id(), () -> unlocks.holding(dealership, me));
        return Tenancy.within(dealership.id(), () -> opened.of(finding, days, limit, cursor, dealership, unlock))
                .map(row -> view(row, dealership.zone()));
    }

    private static RowView view(OpenedRows.Row row, ZoneId zone) {
        OpenedRows.Named named = row.named();
        return new RowView(
                row.day(),
                row.at().atZone(zone).toOffsetDateTime(),
                row.card() == null ? null : String.valueOf(row.card()),
                row.source(),
                row.grade(),
                row.status(),
                row.consultant(),
                row.weight(),
                row.minutes(),
                row.age(),
                named == null ? null : named.consultant(),
                named == null ? null : named.customer(),
                named == null ? null : named.mobile());
    }

    /** Unlocks names at one dealership for a reason and a time. */
    @PostMapping("/dealerships/{code}/unlocks")
    @Answers(value = UnlockView.class, status = 201)
    ResponseEntity<?> unlock(
            @PathVariable String code,
            @RequestBody UnlockForm body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        Dealership dealership = seen.one(code, me);
        return Tenancy.within(
                dealership.id(),
                () -> once.answer(key, body, dealership.id(), me.id(), () -> {
                    Unlock unlock = unlocks.open(dealership, body.draft(), me);
                    return ResponseEntity.created(URI.create("/api/v1/dealerships/" + code + "/unlocks/" + unlock.id()))
                            .body(view(unlock));
                }));
    }

    private UnlockView view(Unlock unlock) {
        return new UnlockView(
                unlock.id().toString(),
                dealerships.get(unlock.dealership()).code(),
                unlock.visitor(),
                unlock.purpose(),
                unlock.words(),
                unlock.at(),
                unlock.endedAt() == null ? unlock.endsAt() : unlock.endedAt());
    }

    /** Gives an unlock back before its time. */
    @PostMapping("/dealerships/{code}/unlock-end")
    @Answers(status = 204)
    ResponseEntity<Void> end(@PathVariable String code, StaffMember me) {
        Dealership dealership = seen.one(code, me);
        Tenancy.within(dealership.id(), () -> unlocks.end(dealership, me));
        return ResponseEntity.noContent().build();
    }

    /** Who unlocked the reader's own dealership. */
    @GetMapping("/unlocks")
    List<UnlockView> unlocks(StaffMember me) {
        return unlocks.newest(dealerships.get(me.dealership())).stream()
                .map(this::view)
                .toList();
    }

    @GetMapping("/dealership-groups")
    List<GroupView> groups(StaffMember me) {
        return groups.all(me).stream().map(this::view).toList();
    }

    private GroupView view(DealershipGroup group) {
        return new GroupView(
                group.id().toString(),
                group.name(),
                group.members().stream()
                        .map(member -> new MemberView(
                                dealerships.get(member.dealership()).code(), member.from(), member.until()))
                        .toList());
    }

    @PostMapping("/dealership-groups")
    @Answers(value = GroupView.class, status = 201)
    ResponseEntity<?> found(
            @RequestBody GroupBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, body, me.dealership(), me.id(), () -> {
            DealershipGroupId id = groups.found(body.name(), me);
            return ResponseEntity.created(URI.create("/api/v1/dealership-groups/" + id))
                    .body(one(id, me));
        });
    }

    private GroupView one(DealershipGroupId id, StaffMember me) {
        return groups.all(me).stream()
                .filter(group -> group.id().equals(id))
                .map(this::view)
                .findFirst()
                .orElseThrow();
    }

    /** A dealership comes into a group. */
    @PostMapping("/dealership-groups/{id}/members")
    @Answers(value = GroupView.class, status = 200)
    ResponseEntity<?> join(
            @PathVariable DealershipGroupId id,
            @RequestBody GroupPages.MemberForm body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new Joining(id.toString(), body), me.dealership(), me.id(), () -> {
            groups.join(id, body.dealership(), body.from(), body.until(), me);
            return ResponseEntity.ok(one(id, me));
        });
    }

    /** A dealership leaves a group. */
    @PostMapping("/dealership-groups/{id}/departures")
    @Answers(value = GroupView.class, status = 200)
    ResponseEntity<?> leave(
            @PathVariable DealershipGroupId id,
            @RequestBody GroupPages.MemberForm body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new Leaving(id.toString(), body), me.dealership(), me.id(), () -> {
            groups.leave(id, body.dealership(), body.until(), me);
            return ResponseEntity.ok(one(id, me));
        });
    }
}
