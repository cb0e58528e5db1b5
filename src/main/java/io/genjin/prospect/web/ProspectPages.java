package io.genjin.prospect.web;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.privacy.AccessLog;
import io.genjin.prospect.Access;
import io.genjin.prospect.CardChanged;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.CardStatus;
import io.genjin.prospect.KnowsOrigins;
import io.genjin.prospect.Opening;
import io.genjin.prospect.OpeningDesk;
import io.genjin.prospect.OwnCustomerOnFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectList;
import io.genjin.prospect.ProspectPanel;
import io.genjin.prospect.ProspectStatus;
import io.genjin.prospect.Source;
import io.genjin.prospect.TransferReason;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.PhoneNumber;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.QrCode;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
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

/** The list of prospects, the card, its forms and its paper. */
@Controller
@RequestMapping("/prospects")
class ProspectPages {

    private static final int ROWS = 50;

    private final OpeningDesk openings;
    private final ProspectDesk desk;
    private final CardFile file;
    private final ProspectList list;
    private final Access access;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final List<ProspectPanel> panels;
    private final List<KnowsOrigins> origins;
    private final AccessLog accessLog;
    private final NextDates nextDates;
    private final Once once;
    private final Screens screens;
    private final Clock clock;

    ProspectPages(
            OpeningDesk openings,
            ProspectDesk desk,
            CardFile file,
            ProspectList list,
            Access access,
            StaffDirectory staff,
            Dealerships dealerships,
            List<ProspectPanel> panels,
            List<KnowsOrigins> origins,
            AccessLog accessLog,
            NextDates nextDates,
            Once once,
            Screens screens,
            Clock clock) {
        this.openings = openings;
        this.desk = desk;
        this.file = file;
        this.list = list;
        this.access = access;
        this.staff = staff;
        this.dealerships = dealerships;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(ProspectPanel::position))
                .toList();
        this.origins = List.copyOf(origins);
        this.accessLog = accessLog;
        this.nextDates = nextDates;
        this.once = once;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Grade grade,
            @RequestParam(required = false) @Nullable ProspectStatus status,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable Source source,
            @RequestParam(required = false) ProspectList.@Nullable Due due,
            @RequestParam(required = false) @Nullable CardStatus cardStatus,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model) {
        StaffId ownerId = owner == null || owner.isBlank()
                ? null
                : staff.byUsername(me.dealership(), owner).map(StaffMember::id).orElse(null);
        ProspectList.Filter filter = new ProspectList.Filter(
                q == null || q.isBlank() ? null : q, grade, status, ownerId, source, due, cardStatus);
        model.addAttribute(
                "page",
                new ProspectListPage(
                        filter,
                        owner == null ? "" : owner,
                        list.find(filter, ROWS, cursor, me),
                        new People(staff, me.dealership()),
                        access.seesAll(me, "prospect.read") ? owners(me) : List.of(),
                        cursor != null));
        return "prospect/list";
    }

    private List<StaffMember> owners(StaffMember me) {
        return staff.active(me.dealership()).stream()
                .filter(member -> member.isAnyOf(Role.SALES_CONSULTANT, Role.SALES_MANAGER))
                .toList();
    }

    @GetMapping("/new")
    String blank(@RequestParam(required = false) @Nullable String mobile, StaffMember me, Model model) {
        LocalDate today = dealerships.get(me.dealership()).today(clock);
        Fields form = Fields.empty()
                .put("source", Source.WALK_IN)
                .put("nextFollowUpDate", today.plusDays(1))
                .put("nextFollowUpReason", "LEFT_SHOWROOM_CALLBACK")
                .put("mobile", mobile);
        model.addAttribute("page", newPage(form, me));
        return "prospect/new";
    }

    @PostMapping
    String open(
            @ModelAttribute CardBody body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        Screen s = screens.of(request);
        if (!bound.hasErrors()) {
            try {
                AtomicReference<@Nullable Refusal> known = new AtomicReference<>();
                String target = once.redirect(key, body, me.dealership(), me.id(), () -> {
                    Opening opening = openings.open(body.toOpen(), me);
                    if (opening instanceof Opening.Opened opened) {
                        return "/prospects/" + opened.prospect().id() + "?opened";
                    }
                    if (opening instanceof Opening.Returned returned) {
                        return "/prospects/" + returned.prospect().id() + "?cameBack";
                    }
                    Refusal refusal = OpeningRefused.because(opening);
                    known.set(refusal);
                    return refusal instanceof OwnCustomerOnFile own
                            ? "/prospects/" + own.existing() + "?already"
                            : "/prospects/new?onFile";
                });
                Refusal refusal = known.get();
                if (refusal == null || refusal instanceof OwnCustomerOnFile) {
                    return target;
                }
                form.refused(refusal, s);
            } catch (Refusal refusal) {
                form.refused(named(refusal), s);
            }
        }
        response.setStatus(422);
        model.addAttribute("page", newPage(form, me));
        return "prospect/new";
    }

    /** The desk's names of next date and note, as the card's form calls them. */
    private static Refusal named(Refusal refusal) {
        Map<String, String> names = Map.of(
                "nextDate", "nextFollowUpDate", "nextNote", "nextFollowUpNote", "nextReason", "nextFollowUpReason");
        if (refusal.fields().stream().noneMatch(field -> names.containsKey(field.name()))) {
            return refusal;
        }
        return new FieldsRefused(refusal.fields().stream()
                .map(field -> new Refusal.Field(
                        names.getOrDefault(field.name(), field.name()), field.messageKey(), field.args()))
                .toList());
    }

    private NewProspectPage newPage(Fields form, StaffMember me) {
        boolean manager = me.isAnyOf(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER);
        return new NewProspectPage(
                form,
                manager ? owners(me) : List.of(),
                origins.stream().flatMap(one -> one.origins(me).stream()).toList());
    }

    @GetMapping("/{id}")
    String card(
            @PathVariable ProspectId id,
            @RequestParam Map<String, String> query,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        Prospect prospect = file.open(id, me);
        Screen s = screens.of(request);
        String notice = Stream.of("opened", "already", "cameBack", "merged", "parted")
                .filter(query::containsKey)
                .findFirst()
                .map("card."::concat)
                .orElse(null);
        model.addAttribute("page", cardPage(prospect, me, s, notice, null, Fields.empty()));
        return "prospect/card";
    }

    private CardPage cardPage(
            Prospect prospect,
            StaffMember me,
            Screen s,
            @Nullable String notice,
            @Nullable PhoneNumber revealed,
            Fields form) {
        Dealership dealership = dealerships.get(me.dealership());
        return new CardPage(
                prospect,
                new People(staff, me.dealership()),
                nextDates.suggested(prospect, dealership.today(clock)),
                dealership.zone(),
                panels.stream().filter(panel -> s.may(panel.operation())).toList(),
                owners(me).stream()
                        .filter(member -> !prospect.isOwnedBy(member))
                        .toList(),
                TransferReason.chosen(),
                prospect.isOwnedBy(me),
                notice,
                revealed,
                form);
    }

    /** The whole number, shown once on the page that the reader asked from; each look is logged. */
    @PostMapping("/{id}/mobile-reveals")
    String reveal(@PathVariable ProspectId id, StaffMember me, Model model, HttpServletRequest request) {
        PhoneNumber number = file.reveal(id, me);
        model.addAttribute("page", cardPage(file.open(id, me), me, screens.of(request), null, number, Fields.empty()));
        return "prospect/card";
    }

    @GetMapping("/{id}/timeline")
    String timeline(
            @PathVariable ProspectId id,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        People people = new People(staff, me.dealership());
        model.addAttribute(
                "page",
                new TimelinePage(
                        id,
                        file.timeline(id, 30, cursor, me),
                        new JournalWords(screens.of(request), people),
                        people,
                        request.getHeader("HX-Request") != null));
        return "prospect/timeline";
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable ProspectId id, StaffMember me, Model model) {
        Prospect prospect = file.open(id, me);
        model.addAttribute("page", EditCardPage.of(prospect));
        return "prospect/edit";
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable ProspectId id,
            @ModelAttribute CardBody body,
            BindingResult bound,
            @RequestParam int version,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        Screen s = screens.of(request);
        Prospect before = file.open(id, me);
        if (!bound.hasErrors()) {
            try {
                desk.rewrite(
                        id,
                        body.replacing(before.content()),
                        Boolean.TRUE.equals(body.importantCustomer()),
                        version,
                        me);
                return "redirect:/prospects/" + id;
            } catch (CardChanged changed) {
                response.setStatus(409);
                model.addAttribute(
                        "page", EditCardPage.conflicting(file.open(id, me), form, request.getParameterMap()));
                return "prospect/edit";
            } catch (Refusal refusal) {
                form.refused(refusal, s);
            }
        }
        response.setStatus(422);
        model.addAttribute("page", new EditCardPage(before, form, version, List.of()));
        return "prospect/edit";
    }

    @PostMapping("/{id}/transfers")
    String transfer(
            @PathVariable ProspectId id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable TransferReason reason,
            @RequestParam(required = false) @Nullable String note,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            if (reason == null) {
                throw new FieldsRefused(Refusal.Field.of("reason", "field.required"));
            }
            desk.transfer(id, to, reason, note, me);
            return access.seesAll(me, "prospect.read") ? "redirect:/prospects/" + id : "redirect:/prospects";
        } catch (FieldsRefused refused) {
            Screen s = screens.of(request);
            Fields form = Fields.of(request.getParameterMap()).refused(refused, s);
            response.setStatus(422);
            model.addAttribute("page", cardPage(file.open(id, me), me, s, null, null, form));
            return "prospect/card";
        }
    }

    @GetMapping("/{id}/print")
    String print(@PathVariable ProspectId id, StaffMember me, Model model, HttpServletRequest request) {
        Prospect prospect = file.open(id, me);
        accessLog.printed(me, id.value(), "card", 1);
        Screen s = screens.of(request);
        People people = new People(staff, me.dealership());
        String address = request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort()
                + "/prospects/" + id;
        model.addAttribute(
                "page",
                new PrintCardPage(
                        prospect,
                        people,
                        dealerships.get(me.dealership()),
                        file.timeline(id, 12, null, me).items(),
                        new JournalWords(s, people),
                        QrCode.of(address)));
        return "prospect/print";
    }
}
