package io.genjin.owner.web;

import io.genjin.dealership.Dealerships;
import io.genjin.owner.CallbackType;
import io.genjin.owner.OwnerMonth;
import io.genjin.owner.QuestionDesk;
import io.genjin.owner.QuestionSet;
import io.genjin.prospect.web.People;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screens;
import io.genjin.staff.Rights;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The owners' month in numbers, and what owners are asked. */
@Controller
class MonthPages {

    private final OwnerMonth months;
    private final QuestionDesk questions;
    private final Rights rights;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Screens screens;
    private final Clock clock;

    MonthPages(
            OwnerMonth months,
            QuestionDesk questions,
            Rights rights,
            StaffDirectory staff,
            Dealerships dealerships,
            Screens screens,
            Clock clock) {
        this.months = months;
        this.questions = questions;
        this.rights = rights;
        this.staff = staff;
        this.dealerships = dealerships;
        this.screens = screens;
        this.clock = clock;
    }

    static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException notAMonth) {
            throw new NothingHere(text);
        }
    }

    private LocalDate today(StaffMember me) {
        return dealerships.get(me.dealership()).today(clock);
    }

    @GetMapping("/owner-months")
    String month(@RequestParam(required = false) @Nullable String month, StaffMember me, Model model) {
        YearMonth asked = month == null || month.isBlank() ? YearMonth.from(today(me)) : month(month);
        return month(asked, Fields.empty(), me, model);
    }

    private String month(YearMonth month, Fields form, StaffMember me, Model model) {
        model.addAttribute(
                "page",
                new MonthPage(
                        month,
                        months.of(month, me),
                        months.handedIn(month, me).orElse(null),
                        OwnerMonth.dueOn(month),
                        today(me).isAfter(month.atEndOfMonth()),
                        new People(staff, me.dealership()),
                        form));
        return "owner/month";
    }

    @GetMapping("/owner-months/{month}/calls")
    String calls(
            @PathVariable String month,
            @RequestParam CallbackType type,
            @RequestParam OwnerMonth.Part part,
            StaffMember me,
            Model model) {
        YearMonth asked = month(month);
        model.addAttribute(
                "page",
                new MonthRowsPage(
                        asked,
                        type,
                        part,
                        months.calls(asked, type, part, me),
                        List.of(),
                        new People(staff, me.dealership())));
        return "owner/month-rows";
    }

    @GetMapping("/owner-months/{month}/deliveries")
    String deliveries(@PathVariable String month, StaffMember me, Model model) {
        YearMonth asked = month(month);
        model.addAttribute(
                "page",
                new MonthRowsPage(
                        asked, null, null, List.of(), months.delivered(asked, me), new People(staff, me.dealership())));
        return "owner/month-rows";
    }

    @PostMapping("/owner-months/{month}/hand-in")
    String handIn(
            @PathVariable String month,
            @RequestParam(required = false) @Nullable String remark,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        YearMonth asked = month(month);
        try {
            months.handIn(asked, remark, me);
            return "redirect:/owner-months?month=" + asked;
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            return month(asked, form, me, model);
        }
    }

    @GetMapping("/owner-questions")
    String questions(StaffMember me, Model model) {
        return questions(null, me, model);
    }

    private String questions(@Nullable Fields form, StaffMember me, Model model) {
        List<QuestionSet> versions = questions.all(me);
        model.addAttribute(
                "page",
                new QuestionsPage(
                        versions,
                        form == null ? filled(versions.get(0)) : form,
                        rights.allows(me, "owner.questions.change")));
        return "owner/questions";
    }

    private static Fields filled(QuestionSet set) {
        Fields form = Fields.empty().put("from", set.version()).put("unhappyBelow", set.unhappyBelow());
        for (int place = 0; place < set.questions().size(); place++) {
            QuestionSet.Question question = set.questions().get(place);
            form.put("code-" + place, question.code().startsWith("Q") ? null : question.code())
                    .put("text-" + place, question.text())
                    .put("kind-" + place, question.kind())
                    .put("alarm-" + place, question.alarm());
        }
        return form;
    }

    @PostMapping("/owner-questions")
    String set(
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable Integer unhappyBelow,
            @RequestParam(required = false) @Nullable Integer from,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        List<QuestionDesk.Line> lines = new ArrayList<>();
        for (int place = 0; place < QuestionsPage.LINES; place++) {
            String kind = typed.getOrDefault("kind-" + place, "");
            boolean kept = !typed.containsKey("drop-" + place);
            String code = typed.getOrDefault("code-" + place, "");
            lines.add(new QuestionDesk.Line(
                    kept && !code.isBlank() ? code : null,
                    kept ? typed.get("text-" + place) : null,
                    kind.isBlank() ? null : kind(kind),
                    typed.containsKey("alarm-" + place)));
        }
        try {
            questions.set(lines, unhappyBelow, from, me);
            return "redirect:/owner-questions";
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            return questions(Fields.of(request.getParameterMap()).refused(refusal, screens.of(request)), me, model);
        }
    }

    private static QuestionSet.@Nullable Kind kind(String text) {
        for (QuestionSet.Kind kind : QuestionSet.Kind.values()) {
            if (kind.name().equals(text)) {
                return kind;
            }
        }
        return null;
    }
}
