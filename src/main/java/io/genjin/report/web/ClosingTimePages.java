package io.genjin.report.web;

import io.genjin.report.ClosingTimeChanged;
import io.genjin.report.ClosingTimeDesk;
import io.genjin.report.ClosingTimeDesk.ClosingTime;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** When the day is over for the daily report: the sales manager sets it, on a page and over the API. */
@Controller
@RequestMapping
class ClosingTimePages {

    /** A time to set against the version that was read. */
    record ClosingBody(@Nullable String time, @Nullable Integer version) {}

    /** When the day closes, as HH:mm. */
    record ClosingView(int version, String today, String tomorrow, List<String> history) {

        static ClosingView of(ClosingTime closing) {
            return new ClosingView(
                    closing.version(),
                    closing.today().toString(),
                    closing.tomorrow().toString(),
                    closing.changes().stream()
                            .map(change -> change.from() + " " + change.time())
                            .toList());
        }
    }

    private final ClosingTimeDesk desk;
    private final Screens screens;

    ClosingTimePages(ClosingTimeDesk desk, Screens screens) {
        this.desk = desk;
        this.screens = screens;
    }

    @GetMapping("/reports/closing-time")
    String page(StaffMember me, Model model) {
        ClosingTime closing = desk.of(me);
        return show(closing, form(closing), false, model);
    }

    @PostMapping("/reports/closing-time")
    String set(
            @RequestParam(required = false) @Nullable String time,
            @RequestParam(defaultValue = "0") int version,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(request.getParameterMap());
        try {
            desk.set(time, version, me);
            return "redirect:/reports/closing-time";
        } catch (ClosingTimeChanged changed) {
            ClosingTime now = desk.of(me);
            response.setStatus(409);
            return show(now, form.put("version", now.version()), true, model);
        } catch (Refusal refusal) {
            form.refused(refusal, screens.of(request));
        }
        response.setStatus(422);
        return show(desk.of(me), form, false, model);
    }

    private static Fields form(ClosingTime closing) {
        return Fields.empty().put("time", closing.tomorrow().toString()).put("version", closing.version());
    }

    private static String show(ClosingTime closing, Fields form, boolean changed, Model model) {
        model.addAttribute("page", new ClosingTimePage(closing, form, changed));
        return "report/closing";
    }

    @GetMapping("/api/v1/reports/closing-time")
    @ResponseBody
    ClosingView read(StaffMember me) {
        return ClosingView.of(desk.of(me));
    }

    @PutMapping("/api/v1/reports/closing-time")
    @ResponseBody
    ClosingView put(@RequestBody ClosingBody body, StaffMember me) {
        desk.set(body.time(), body.version() == null ? -1 : body.version(), me);
        return ClosingView.of(desk.of(me));
    }
}
