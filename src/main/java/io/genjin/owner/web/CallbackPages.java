package io.genjin.owner.web;

import io.genjin.dealership.Dealerships;
import io.genjin.owner.CallbackDesk;
import io.genjin.owner.CallbackList;
import io.genjin.owner.OwnerBook;
import io.genjin.owner.OwnerBook.CallRow;
import io.genjin.owner.QuestionDesk;
import io.genjin.owner.QuestionSet;
import io.genjin.prospect.Access;
import io.genjin.prospect.web.People;
import io.genjin.shared.PhoneNumber;
import io.genjin.shared.Refusal;
import io.genjin.shared.TypedId;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom to call back today, and the sheet on which a call is written down. */
@Controller
@RequestMapping("/callbacks")
class CallbackPages {

    private static final int DAYS_AHEAD = 7;

    private final CallbackDesk desk;
    private final CallbackList list;
    private final OwnerBook book;
    private final QuestionDesk questions;
    private final Access access;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;
    private final Clock clock;

    CallbackPages(
            CallbackDesk desk,
            CallbackList list,
            OwnerBook book,
            QuestionDesk questions,
            Access access,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Screens screens,
            Clock clock) {
        this.desk = desk;
        this.list = list;
        this.book = book;
        this.questions = questions;
        this.access = access;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping
    String today(@RequestParam(defaultValue = "mine") String who, StaffMember me, Model model) {
        LocalDate today = dealerships.get(me.dealership()).today(clock);
        boolean all = who.equals("all") && access.seesAll(me, "owner.call");
        LocalDate ahead = today.plusDays(DAYS_AHEAD);
        List<CallRow> rows = all ? list.until(ahead, me) : list.mine(ahead, me);
        model.addAttribute(
                "page",
                new CallbacksPage(
                        today,
                        rows.stream()
                                .filter(row -> !row.call().tryOn().isAfter(today))
                                .toList(),
                        rows.stream()
                                .filter(row -> row.call().tryOn().isAfter(today))
                                .toList(),
                        all,
                        access.seesAll(me, "owner.call"),
                        new People(staff, me.dealership())));
        return "owner/callbacks";
    }

    @GetMapping("/{id}")
    String open(@PathVariable String id, StaffMember me, Model model) {
        return open(TypedId.parse(id), null, Fields.empty(), me, model);
    }

    private String open(UUID id, @Nullable PhoneNumber revealed, Fields form, StaffMember me, Model model) {
        CallRow row = book.call(id, me);
        Integer version = row.call().questions();
        QuestionSet asked = null;
        if (version != null) {
            asked = questions.version(version, me);
        } else if (row.call().type().isSurvey() && row.call().isOpen()) {
            asked = questions.current(me);
        }
        model.addAttribute(
                "page",
                new CallbackPage(
                        row,
                        book.open(row.file().id(), me).callbacks().stream()
                                .filter(one -> !one.id().equals(id))
                                .toList(),
                        asked,
                        !row.call().type().isSurvey() || CallbackDesk.maySurvey(row.file(), me),
                        revealed,
                        new People(staff, me.dealership()),
                        form));
        return "owner/callback";
    }

    /** What was said in which call, by which a repeated form is recognised. */
    record Asked(UUID call, Record body, Map<String, String> answers) {}

    @PostMapping("/{id}")
    String record(
            @PathVariable String id,
            @ModelAttribute CallForm body,
            BindingResult bound,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        UUID call = TypedId.parse(id);
        Fields form = Fields.of(bound, request.getParameterMap());
        int status = 422;
        if (!bound.hasErrors()) {
            Map<String, String> answers = CallForm.answers(typed);
            try {
                return once.redirect(key, new Asked(call, body, answers), me.dealership(), me.id(), () -> {
                    CallbackDesk.Recorded recorded = desk.record(call, body.report(answers), me);
                    return recorded.complaint() == null
                            ? "/callbacks"
                            : "/complaints/" + recorded.complaint().id();
                });
            } catch (Refusal refusal) {
                refusal.unlessNothingHere();
                status = refusal.kind().status();
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(status);
        return open(call, null, form, me, model);
    }

    /** The whole number for a call that is still to be made; each look is logged. */
    @PostMapping("/{id}/mobile-reveals")
    String reveal(@PathVariable String id, StaffMember me, Model model) {
        UUID call = TypedId.parse(id);
        return open(call, desk.number(call, me), Fields.empty(), me, model);
    }
}
