package io.genjin.reception.web;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.privacy.AccessLog;
import io.genjin.prospect.Access;
import io.genjin.prospect.web.People;
import io.genjin.reception.DailySheet;
import io.genjin.reception.DailySheets;
import io.genjin.reception.FloorBoard;
import io.genjin.reception.SheetDesk;
import io.genjin.reception.SheetFigure;
import io.genjin.reception.Visit;
import io.genjin.reception.VisitId;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.QrCode;
import io.genjin.shared.web.Screens;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The day's sheet on screen and on paper: figures that open their lines, reconciliation, signatures, corrections. */
@Controller
@RequestMapping("/daily-sheet")
class SheetPages {

    private static final String K08 = "K08";
    private static final String K08_FILED = "K08_FILED";

    private final DailySheets sheets;
    private final SheetDesk desk;
    private final FloorBoard board;
    private final Access access;
    private final AccessLog accessLog;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Screens screens;
    private final Clock clock;

    SheetPages(
            DailySheets sheets,
            SheetDesk desk,
            FloorBoard board,
            Access access,
            AccessLog accessLog,
            StaffDirectory staff,
            Dealerships dealerships,
            Screens screens,
            Clock clock) {
        this.sheets = sheets;
        this.desk = desk;
        this.board = board;
        this.access = access;
        this.accessLog = accessLog;
        this.staff = staff;
        this.dealerships = dealerships;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping
    String sheet(
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(defaultValue = "") String only,
            StaffMember me,
            Model model) {
        model.addAttribute("page", page(day(date, me), only, Fields.empty(), "", me));
        return "reception/sheet";
    }

    /** On A4 across, with room for nothing else; that it was printed is logged. */
    @GetMapping("/print")
    String print(@RequestParam(required = false) @Nullable LocalDate date, StaffMember me, Model model) {
        SheetPage page = page(day(date, me), "", Fields.empty(), "", me);
        accessLog.printed(me, null, "daily-sheet", page.lines().size());
        model.addAttribute("page", page);
        return "reception/print";
    }

    @PostMapping("/{date}/signatures")
    String sign(
            @PathVariable LocalDate date,
            @RequestParam(required = false) @Nullable Role duty,
            @RequestParam(required = false) @Nullable String signature,
            @RequestParam(required = false) @Nullable String signatureName,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return done(
                "sign", date, () -> desk.sign(date, duty, signature, signatureName, me), me, model, request, response);
    }

    @PostMapping("/{date}/counts")
    String count(
            @PathVariable LocalDate date,
            @RequestParam(required = false) @Nullable Integer hour,
            @RequestParam(required = false) @Nullable Integer parties,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return done("count", date, () -> desk.count(date, hour, parties, me), me, model, request, response);
    }

    @PostMapping("/{date}/explanations")
    String explain(
            @PathVariable LocalDate date,
            @RequestParam(required = false) @Nullable Integer parties,
            @RequestParam(required = false) @Nullable String reason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return done("explain", date, () -> desk.explain(date, parties, reason, me), me, model, request, response);
    }

    @PostMapping("/{date}/corrections")
    String correct(
            @PathVariable LocalDate date,
            @RequestParam(required = false) @Nullable String visit,
            @RequestParam(required = false) @Nullable String words,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        VisitId about = visit == null || visit.isBlank() ? null : VisitId.of(visit);
        return done("correct", date, () -> desk.correct(date, about, words, me), me, model, request, response);
    }

    @PostMapping("/settings")
    String set(
            @RequestParam(defaultValue = "false") boolean callers,
            @RequestParam(defaultValue = "false") boolean events,
            StaffMember me) {
        desk.set(new DailySheet.Setting(callers, events), me);
        return "redirect:/daily-sheet";
    }

    private String done(
            String acting,
            LocalDate date,
            Runnable act,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            act.run();
            return "redirect:/daily-sheet?date=" + date;
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(refusal.kind().status());
            Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            model.addAttribute("page", page(date, "", form, acting, me));
            return "reception/sheet";
        }
    }

    private LocalDate day(@Nullable LocalDate date, StaffMember me) {
        return date == null ? dealerships.get(me.dealership()).today(clock) : date;
    }

    private SheetPage page(LocalDate day, String only, Fields form, String acting, StaffMember me) {
        Dealership dealership = dealerships.get(me.dealership());
        DailySheet sheet = sheets.of(day, me);
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/daily-sheet")
                .queryParam("date", day)
                .toUriString();
        return new SheetPage(
                sheet,
                board.rows(shown(sheet, only), me),
                only,
                access.seesAll(me, "visit.close"),
                DailySheet.DUTIES.stream()
                        .filter(duty -> me.is(duty) && sheet.maySign(duty, me.id()))
                        .findFirst()
                        .orElse(null),
                form,
                acting,
                QrCode.of(address),
                dealership.name(),
                new People(staff, me.dealership()));
    }

    static List<Visit> shown(DailySheet sheet, String only) {
        if (only.equals(K08) || only.equals(K08_FILED)) {
            return sheet.k08(only.equals(K08_FILED));
        }
        return Arrays.stream(SheetFigure.values())
                .filter(figure -> figure.name().equals(only))
                .findFirst()
                .map(figure -> sheet.visits().stream().filter(figure::counts).toList())
                .orElse(sheet.visits());
    }
}
