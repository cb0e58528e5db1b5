package io.genjin.ratio.web;

import io.genjin.dealership.Dealerships;
import io.genjin.prospect.ProspectLabels;
import io.genjin.ratio.Fraction;
import io.genjin.ratio.Ratio;
import io.genjin.ratio.RatioDoor;
import io.genjin.ratio.RatioMembers;
import io.genjin.ratio.RatioReport;
import io.genjin.ratio.Side;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
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

/** Ratios for other systems; each says its definition, and each of its numbers opens its rows. */
@RestController
@RequestMapping("/api/v1/reports")
class RatioApi {

    private static final int MOST_ROWS = 100;

    /** A ratio with its definition, in the language asked for. */
    record RatioView(String code, String id, Ratio.Group group, Ratio.Basis basis, String name, String definition) {}

    /** A person by sign-in name and name. */
    record Someone(String username, String name) {}

    /** Both numbers, and what they give; nothing with nothing below the line. */
    record FractionView(long top, long bottom, @Nullable BigDecimal ratio) {}

    /** The ratios of one person; of the whole dealership when there is no person. What nobody can tell is null. */
    record RatioRowView(@Nullable Someone consultant, Map<String, @Nullable FractionView> values) {}

    /** The ratios of some days. */
    record RatiosView(LocalDate from, LocalDate until, List<RatioView> ratios, List<RatioRowView> rows) {}

    /** One row behind a number; customer and words only of customers that the reader may see. */
    record RatioMemberView(
            String id,
            LocalDate date,
            OffsetDateTime at,
            long counts,
            @Nullable String prospectId,
            @Nullable String customerName,
            @Nullable String maskedMobile,
            @Nullable Someone person,
            @Nullable Someone actor,
            @Nullable String kind,
            String text) {}

    private final RatioReport reports;
    private final RatioMembers members;
    private final RatioDoor door;
    private final RatioLines lines;
    private final Dealerships dealerships;
    private final Screens screens;
    private final RatioWorkbook workbook;

    RatioApi(
            RatioReport reports,
            RatioMembers members,
            RatioDoor door,
            RatioLines lines,
            Dealerships dealerships,
            Screens screens,
            RatioWorkbook workbook) {
        this.reports = reports;
        this.members = members;
        this.door = door;
        this.lines = lines;
        this.dealerships = dealerships;
        this.screens = screens;
        this.workbook = workbook;
    }

    @GetMapping("/ratios")
    RatiosView ratios(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me,
            HttpServletRequest request) {
        Screen s = screens.of(request);
        StaffMember chosen = door.consultant(consultant, me);
        RatiosPage page = RatiosPage.of(reports.of(from, until, chosen, me), chosen);
        return new RatiosView(
                page.report().days().from(),
                page.report().days().until(),
                Arrays.stream(Ratio.values()).map(ratio -> view(ratio, s)).toList(),
                page.shown().stream().map(RatioApi::view).toList());
    }

    @GetMapping(value = "/ratios.xlsx", produces = RatioWorkbook.TYPE)
    ResponseEntity<byte[]> file(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me,
            HttpServletRequest request) {
        return workbook.answer(from, until, consultant, me, screens.of(request));
    }

    static RatioView view(Ratio ratio, Screen s) {
        return new RatioView(
                ratio.name(),
                ratio.id(),
                ratio.group(),
                ratio.basis(),
                s.code("ratio", ratio),
                s.code("ratioDefinition", ratio));
    }

    private static RatioRowView view(RatioReport.Row row) {
        Map<String, @Nullable FractionView> values = new LinkedHashMap<>();
        for (Ratio ratio : Ratio.values()) {
            values.put(ratio.name(), view(row.of(ratio)));
        }
        return new RatioRowView(someone(row.consultant()), values);
    }

    static @Nullable FractionView view(@Nullable Fraction one) {
        return one == null ? null : new FractionView(one.top(), one.bottom(), one.ratio());
    }

    static @Nullable Someone someone(@Nullable StaffMember member) {
        return member == null ? null : new Someone(member.username(), member.name());
    }

    @GetMapping("/ratios/rows")
    Page<RatioMemberView> rows(
            @RequestParam Ratio ratio,
            @RequestParam Side side,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(defaultValue = "false") boolean monthly,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            HttpServletRequest request) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
        ZoneId zone = dealerships.get(me.dealership()).zone();
        RatioMembers.Question question = members.question(ratio, side, from, until, consultant, me);
        Page<RatioMembers.Member> rows =
                monthly ? members.ofMonths(question, limit, cursor, me) : members.of(question, limit, cursor, me);
        return lines.read(rows, me, screens.of(request)).map(line -> view(line, zone));
    }

    static RatioMemberView view(RatioLines.Line line, ZoneId zone) {
        ProspectLabels.Label customer = line.customer();
        return new RatioMemberView(
                line.member().id().toString(),
                line.member().day(),
                line.member().at().atZone(zone).toOffsetDateTime(),
                line.member().weight(),
                customer == null ? null : customer.id().toString(),
                customer == null ? null : customer.customerName(),
                customer == null ? null : customer.maskedMobile(),
                someone(line.person()),
                someone(line.actor()),
                line.kind(),
                line.what());
    }
}
