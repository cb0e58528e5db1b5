package io.genjin.quality.web;

import io.genjin.dealership.Dealerships;
import io.genjin.prospect.ProspectLabels;
import io.genjin.quality.DataQuality;
import io.genjin.quality.DataQuality.DefeatReason;
import io.genjin.quality.DataQuality.Row;
import io.genjin.quality.DataQuality.SameReason;
import io.genjin.quality.DataQuality.Value;
import io.genjin.quality.Finding;
import io.genjin.quality.Limit;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Data quality for other systems; each number says its definition and its limits, and opens its members. */
@RestController
@RequestMapping("/api/v1/quality")
class QualityApi {

    private static final int MOST_ROWS = 100;

    /** What kind of number a finding is. */
    enum Unit {
        COUNT,
        /** A fraction between 0 and 1; null when there is nothing to divide by. */
        RATIO,
        /** The middle one of its rows' days. */
        MEDIAN_DAYS
    }

    /** A finding with its definition, in the language asked for; without limits it only tells. */
    record FindingView(
            String code,
            Finding.Section section,
            String name,
            String definition,
            String definitionId,
            Unit unit,
            @Nullable Limit limit) {}

    /** A person by sign-in name and name. */
    record Person(String username, String name) {}

    /** The numbers of one person; of the whole dealership when there is no person. */
    record RowView(@Nullable Person consultant, Map<String, Value> values) {}

    /** A reason that one person gave again and again. */
    record SameReasonView(Person consultant, String reason, int times) {}

    /** What was found in a period. */
    record Answer(
            LocalDate from,
            LocalDate to,
            List<FindingView> findings,
            List<RowView> rows,
            List<SameReasonView> sameReasons,
            List<DefeatReason> defeatReasons) {}

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
            String text,
            String why,
            Map<String, Object> details) {}

    private final DataQuality quality;
    private final MarkLines lines;
    private final Dealerships dealerships;
    private final Screens screens;

    QualityApi(DataQuality quality, MarkLines lines, Dealerships dealerships, Screens screens) {
        this.quality = quality;
        this.lines = lines;
        this.dealerships = dealerships;
        this.screens = screens;
    }

    @GetMapping
    Answer quality(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me,
            HttpServletRequest request) {
        Screen s = screens.of(request);
        StaffMember chosen = quality.consultant(consultant, me);
        DataQuality.Report report = quality.of(from, to, chosen, me);
        return new Answer(
                report.from(),
                report.to(),
                Arrays.stream(Finding.values()).map(finding -> view(finding, s)).toList(),
                report.rows().stream()
                        .filter(row -> chosen == null || chosen.equals(row.person()))
                        .map(QualityApi::view)
                        .toList(),
                report.sameReasons().stream().map(QualityApi::view).toList(),
                report.defeatReasons());
    }

    private static FindingView view(Finding finding, Screen s) {
        return new FindingView(
                finding.name(),
                finding.section(),
                s.code("finding", finding),
                s.code("findingDefinition", finding),
                finding.definitionId(),
                finding.isRatio() ? Unit.RATIO : finding.isMedian() ? Unit.MEDIAN_DAYS : Unit.COUNT,
                finding.limit());
    }

    private static RowView view(Row row) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Finding finding : Finding.values()) {
            values.put(finding.name(), row.of(finding));
        }
        return new RowView(row.person() == null ? null : person(row.person()), values);
    }

    private static SameReasonView view(SameReason one) {
        return new SameReasonView(person(one.person()), one.reason(), one.times());
    }

    private static Person person(StaffMember member) {
        return new Person(member.username(), member.name());
    }

    @GetMapping("/members")
    Page<MemberView> members(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam Finding finding,
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            HttpServletRequest request) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
        ZoneId zone = dealerships.get(me.dealership()).zone();
        DataQuality.Question question = quality.question(from, to, finding, consultant, reason, me);
        return lines.read(question, limit, cursor, me, screens.of(request)).map(line -> view(line, zone));
    }

    private static MemberView view(MarkLines.Line line, ZoneId zone) {
        ProspectLabels.Label customer = line.customer();
        boolean readable = customer != null || line.mark().prospect() == null;
        return new MemberView(
                line.mark().id().toString(),
                line.mark().day(),
                line.mark().at().atZone(zone).toOffsetDateTime(),
                customer == null ? null : customer.id().toString(),
                customer == null ? null : customer.customerName(),
                customer == null ? null : customer.maskedMobile(),
                line.person() == null ? null : person(line.person()),
                line.actor() == null ? null : person(line.actor()),
                line.kind(),
                line.what(),
                line.why(),
                readable ? offset(line.mark().details(), zone) : Map.of());
    }

    private static Map<String, Object> offset(Map<String, Object> details, ZoneId zone) {
        Map<String, Object> told = new LinkedHashMap<>();
        details.forEach((name, value) ->
                told.put(name, value instanceof Instant at ? at.atZone(zone).toOffsetDateTime() : value));
        return told;
    }
}
