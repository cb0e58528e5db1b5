package io.genjin.hlist.web;

import io.genjin.dealership.Dealerships;
import io.genjin.hlist.Candidate;
import io.genjin.hlist.EntryChanged;
import io.genjin.hlist.EntryContent;
import io.genjin.hlist.HList;
import io.genjin.hlist.HListBook;
import io.genjin.hlist.HListDesk;
import io.genjin.hlist.HListEntry;
import io.genjin.hlist.HListEntryId;
import io.genjin.hlist.ListWeek;
import io.genjin.prospect.ProspectLabels;
import io.genjin.prospect.web.People;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.Reach;
import io.genjin.staff.Rights;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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

/** The analysis in which a manager and one consultant fill the list of a week. */
@Controller
@RequestMapping("/h-list")
class HListPages {

    private static final String HOLD = "hlist.hold";

    private final HListDesk desk;
    private final HListBook book;
    private final ProspectLabels labels;
    private final StaffDirectory staff;
    private final Rights rights;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;
    private final Clock clock;

    HListPages(
            HListDesk desk,
            HListBook book,
            ProspectLabels labels,
            StaffDirectory staff,
            Rights rights,
            Dealerships dealerships,
            Once once,
            Screens screens,
            Clock clock) {
        this.desk = desk;
        this.book = book;
        this.labels = labels;
        this.staff = staff;
        this.rights = rights;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
        this.clock = clock;
    }

    private boolean mayHold(StaffMember me) {
        return rights.reachOf(me, HOLD) == Reach.ALL;
    }

    private List<StaffMember> team(StaffMember me) {
        return staff.active(me.dealership()).stream()
                .filter(HListDesk::canAnswer)
                .toList();
    }

    @GetMapping("/{week}/{consultant}")
    String analysis(
            @PathVariable LocalDate week,
            @PathVariable String consultant,
            @RequestParam(required = false) @Nullable String add,
            @RequestParam(required = false) @Nullable String edit,
            @RequestParam(required = false) @Nullable String remove,
            StaffMember me,
            Model model) {
        ListWeek of = ListWeek.of(week);
        StaffMember whose = book.consultant(consultant, me);
        AnalysisPage page = page(of, whose, Sheet.NONE, me);
        if (page.mayHold()) {
            Sheet sheet = add != null ? adding(page, add, me) : opened(page, edit, remove, me);
            page = with(page, sheet);
        }
        model.addAttribute("page", page);
        return "hlist/analysis";
    }

    private Sheet adding(AnalysisPage page, String prospect, StaffMember me) {
        return Stream.concat(page.offered().stream(), page.others().stream())
                .filter(one -> one.outlook().prospect().toString().equals(prospect))
                .findFirst()
                .map(one -> Sheet.adding(one, page.consultant().username(), page.week(), page.today()))
                .orElse(Sheet.NONE);
    }

    private Sheet opened(AnalysisPage page, @Nullable String edit, @Nullable String remove, StaffMember me) {
        for (HListEntry entry : page.entries()) {
            if (entry.id().toString().equals(edit)) {
                return Sheet.changing(entry, content -> written(content, me));
            }
            if (entry.id().toString().equals(remove)) {
                return Sheet.removing(entry, Fields.empty());
            }
        }
        return Sheet.NONE;
    }

    /** What was agreed, as the form's fields have it. */
    private Map<String, String> written(EntryContent content, StaffMember me) {
        Map<String, String> fields = new LinkedHashMap<>();
        String obstacle = content.obstacle();
        fields.put("likelyReason", content.likelyReason());
        fields.put("obstacle", obstacle == null ? "" : obstacle);
        fields.put("action", content.action());
        fields.put(
                "responsible", staff.get(me.dealership(), content.responsible()).username());
        fields.put("expectedDate", content.expectedDate().toString());
        return fields;
    }

    private AnalysisPage page(ListWeek week, StaffMember whose, Sheet sheet, StaffMember me) {
        HListBook.Week read = book.read(week, whose.id(), me);
        HList list = read.listOf(whose.id()).orElse(null);
        boolean sells = whose.active() && whose.is(Role.SALES_CONSULTANT);
        boolean mayHold = mayHold(me) && book.isOpen(week, me) && !read.closed() && (sells || list != null);
        List<Candidate> candidates = mayHold && sells ? book.candidates(week, whose.id(), me) : List.of();
        List<UUID> ids = Stream.concat(
                        candidates.stream().map(one -> one.outlook().prospect().value()),
                        list == null
                                ? Stream.<UUID>empty()
                                : list.entries().stream()
                                        .map(entry -> entry.prospect().value()))
                .distinct()
                .toList();
        return new AnalysisPage(
                week,
                read.closed(),
                mayHold,
                whose,
                list,
                read.verdicts(),
                read.rate(),
                labels.of(ids, me),
                candidates.stream().filter(Candidate::isOffered).toList(),
                candidates.stream().filter(one -> !one.isOffered()).toList(),
                sheet,
                team(me),
                new People(staff, me.dealership()),
                dealerships.get(me.dealership()).today(clock));
    }

    private static AnalysisPage with(AnalysisPage page, Sheet sheet) {
        return new AnalysisPage(
                page.week(),
                page.closed(),
                page.mayHold(),
                page.consultant(),
                page.list(),
                page.verdicts(),
                page.rate(),
                page.customers(),
                page.offered(),
                page.others(),
                sheet,
                page.team(),
                page.people(),
                page.today());
    }

    /** What was asked of which list, by which a repeated form is recognised. */
    record Asked(
            LocalDate week, String consultant, @Nullable Record body) {}

    @PostMapping("/{week}/{consultant}/entries")
    String add(
            @PathVariable LocalDate week,
            @PathVariable String consultant,
            @ModelAttribute HListForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        ListWeek of = ListWeek.of(week);
        int status = 422;
        if (!bound.hasErrors()) {
            try {
                return once.redirect(key, new Asked(week, consultant, body), me.dealership(), me.id(), () -> {
                    desk.add(of, consultant, body.wish(), me);
                    return "/h-list/" + of + "/" + consultant;
                });
            } catch (NothingHere gone) {
                throw gone;
            } catch (Refusal refused) {
                form.refused(refused, screens.of(request));
                status = refused.kind().status();
            }
        }
        Sheet sheet = new Sheet(Sheet.Kind.ADD, body.prospectId(), form, 0, List.of());
        return refused(of, consultant, sheet, status, me, model, response);
    }

    private String refused(
            ListWeek week,
            String consultant,
            Sheet sheet,
            int status,
            StaffMember me,
            Model model,
            HttpServletResponse response) {
        response.setStatus(status);
        model.addAttribute("page", page(week, book.consultant(consultant, me), sheet, me));
        return "hlist/analysis";
    }

    @PostMapping("/{week}/{consultant}/entries/{entry}")
    String change(
            @PathVariable LocalDate week,
            @PathVariable String consultant,
            @PathVariable HListEntryId entry,
            @RequestParam(defaultValue = "0") int version,
            @ModelAttribute HListForm body,
            BindingResult bound,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        ListWeek of = ListWeek.of(week);
        int status = 422;
        if (!bound.hasErrors()) {
            try {
                desk.change(of, consultant, entry, body.wish(), version, me);
                return "redirect:/h-list/" + of + "/" + consultant;
            } catch (EntryChanged changed) {
                Sheet conflict =
                        Sheet.conflicting(current(of, consultant, entry, me), form, content -> written(content, me));
                return refused(of, consultant, conflict, 409, me, model, response);
            } catch (NothingHere gone) {
                throw gone;
            } catch (Refusal refused) {
                form.refused(refused, screens.of(request));
                status = refused.kind().status();
            }
        }
        Sheet sheet = new Sheet(Sheet.Kind.CHANGE, entry.toString(), form, version, List.of());
        return refused(of, consultant, sheet, status, me, model, response);
    }

    private HListEntry current(ListWeek week, String consultant, HListEntryId entry, StaffMember me) {
        StaffMember whose = book.consultant(consultant, me);
        return book.read(week, whose.id(), me)
                .listOf(whose.id())
                .flatMap(list -> list.entry(entry))
                .orElseThrow(() -> new NothingHere(entry.value()));
    }

    @PostMapping("/{week}/{consultant}/entries/{entry}/removal")
    String remove(
            @PathVariable LocalDate week,
            @PathVariable String consultant,
            @PathVariable HListEntryId entry,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(required = false) @Nullable String reason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        ListWeek of = ListWeek.of(week);
        try {
            desk.remove(of, consultant, entry, version, reason, me);
            return "redirect:/h-list/" + of + "/" + consultant;
        } catch (NothingHere gone) {
            throw gone;
        } catch (Refusal refused) {
            Fields form = Fields.of(request.getParameterMap()).refused(refused, screens.of(request));
            Sheet sheet = Sheet.removing(current(of, consultant, entry, me), form);
            int status = refused instanceof EntryChanged ? 409 : refused.kind().status();
            return refused(of, consultant, sheet, status, me, model, response);
        }
    }

    @PostMapping("/{week}/{consultant}/nobody")
    String nobody(
            @PathVariable LocalDate week,
            @PathVariable String consultant,
            @RequestParam(required = false) @Nullable String reason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        ListWeek of = ListWeek.of(week);
        try {
            desk.nobody(of, consultant, reason, me);
            return "redirect:/h-list/" + of + "/" + consultant;
        } catch (NothingHere gone) {
            throw gone;
        } catch (Refusal refused) {
            Fields form = Fields.of(request.getParameterMap()).refused(refused, screens.of(request));
            Sheet sheet = new Sheet(Sheet.Kind.NOBODY, null, form, 0, List.of());
            return refused(of, consultant, sheet, refused.kind().status(), me, model, response);
        }
    }
}
