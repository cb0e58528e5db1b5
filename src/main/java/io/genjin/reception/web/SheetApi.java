package io.genjin.reception.web;

import io.genjin.dealership.Dealerships;
import io.genjin.reception.DailySheet;
import io.genjin.reception.DailySheets;
import io.genjin.reception.HeadTotals;
import io.genjin.reception.SheetDesk;
import io.genjin.reception.SheetFigure;
import io.genjin.reception.Visit;
import io.genjin.reception.VisitId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The day's sheet for other systems: its figures with their lines, the reconciliation, and the counter at the door. */
@RestController
@RequestMapping("/api/v1/daily-sheets")
class SheetApi {

    private final DailySheets sheets;
    private final SheetDesk desk;
    private final Dealerships dealerships;
    private final Clock clock;

    SheetApi(DailySheets sheets, SheetDesk desk, Dealerships dealerships, Clock clock) {
        this.sheets = sheets;
        this.desk = desk;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /** How many parties walked in within an hour. */
    record CountBody(@Nullable Integer hour, @Nullable Integer parties) {}

    /** Why so many counted parties are not on the sheet. */
    record ExplanationBody(
            @Nullable Integer parties, @Nullable String reason) {}

    /** A signature: strokes, or the name typed and confirmed. */
    record SignatureBody(
            @Nullable Role duty,
            @Nullable String signature,
            @Nullable String signatureName) {}

    /** What the sheet should have said. */
    record CorrectionBody(@Nullable String visit, @Nullable String words) {}

    /**
     * The heads of a day; counted = filed + declined + nonSales + open + explained + unexplained - uncounted.
     *
     * @param isCounted whether somebody counted at the door
     */
    record HeadsView(
            int counted,
            boolean isCounted,
            int filed,
            int declined,
            int nonSales,
            int open,
            int explained,
            int unexplained,
            int uncounted) {

        static HeadsView of(HeadTotals heads) {
            return new HeadsView(
                    heads.counted(),
                    heads.isCounted(),
                    heads.filed(),
                    heads.declined(),
                    heads.nonSales(),
                    heads.open(),
                    heads.explained(),
                    heads.unexplained(),
                    heads.uncounted());
        }
    }

    /**
     * The sheet of a day.
     *
     * @param members for each figure the visits that it counts
     * @param k08     留档率 in percent; nothing when there is nobody to count
     */
    record SheetView(
            LocalDate date,
            int parties,
            Map<String, Integer> figures,
            Map<String, List<String>> members,
            @Nullable BigDecimal k08,
            HeadsView heads,
            List<Role> signed,
            boolean sealed,
            List<String> corrections) {}

    @GetMapping
    @Operation(summary = "the sheet of a day, today unless given: figures with the visits they count, and K08")
    SheetView sheet(@RequestParam(required = false) @Nullable LocalDate date, StaffMember me) {
        return view(date == null ? dealerships.get(me.dealership()).today(clock) : date, me);
    }

    @PostMapping("/{date}/counts")
    @Operation(summary = "so many parties walked in within one hour")
    SheetView count(@PathVariable LocalDate date, @RequestBody CountBody body, StaffMember me) {
        desk.count(date, body.hour(), body.parties(), me);
        return view(date, me);
    }

    @PostMapping("/{date}/explanations")
    @Operation(summary = "explains counted parties that the sheet does not show")
    SheetView explain(@PathVariable LocalDate date, @RequestBody ExplanationBody body, StaffMember me) {
        desk.explain(date, body.parties(), body.reason(), me);
        return view(date, me);
    }

    @PostMapping("/{date}/signatures")
    @Operation(summary = "signs the sheet for the signer's duty; the third signature seals it")
    SheetView sign(@PathVariable LocalDate date, @RequestBody SignatureBody body, StaffMember me) {
        desk.sign(date, body.duty(), body.signature(), body.signatureName(), me);
        return view(date, me);
    }

    @PostMapping("/{date}/corrections")
    @Operation(summary = "says what the sheet should have said; the sheet itself stays")
    SheetView correct(@PathVariable LocalDate date, @RequestBody CorrectionBody body, StaffMember me) {
        VisitId visit = body.visit() == null || body.visit().isBlank() ? null : VisitId.of(body.visit());
        desk.correct(date, visit, body.words(), me);
        return view(date, me);
    }

    private SheetView view(LocalDate date, StaffMember me) {
        DailySheet sheet = sheets.of(date, me);
        Map<String, Integer> figures = new LinkedHashMap<>();
        Map<String, List<String>> members = new LinkedHashMap<>();
        Arrays.stream(SheetFigure.values()).forEach(figure -> {
            figures.put(figure.name(), sheet.figure(figure));
            members.put(
                    figure.name(),
                    ids(sheet.visits().stream().filter(figure::counts).toList()));
        });
        members.put("K08", ids(sheet.k08(false)));
        members.put("K08_FILED", ids(sheet.k08(true)));
        return new SheetView(
                date,
                sheet.parties(),
                figures,
                members,
                sheet.k08().orElse(null),
                HeadsView.of(sheet.heads()),
                sheet.signatures().stream().map(DailySheet.Signed::duty).toList(),
                sheet.isSealed(),
                sheet.corrections().stream().map(DailySheet.Correction::words).toList());
    }

    private static List<String> ids(List<Visit> visits) {
        return visits.stream().map(visit -> visit.id().toString()).toList();
    }
}
