package io.genjin.objection.web;

import io.genjin.dealership.Dealerships;
import io.genjin.objection.Learned;
import io.genjin.objection.Objection;
import io.genjin.objection.ObjectionFile;
import io.genjin.objection.ObjectionResult;
import io.genjin.objection.ObjectionType;
import io.genjin.prospect.ProspectLabels;
import io.genjin.shared.Page;
import io.genjin.shared.PeriodDay;
import io.genjin.shared.web.NavItem;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Objections of all customers: what waits for an answer, the shares, the rows behind them, and the answers that worked. */
@Controller
@RequestMapping("/objections")
class ObjectionListPages {

    private static final int ROWS = 50;
    private static final int DAYS_BACK = 89;

    private final ObjectionFile file;
    private final Learned learned;
    private final ProspectLabels labels;
    private final Dealerships dealerships;
    private final Clock clock;

    ObjectionListPages(
            ObjectionFile file, Learned learned, ProspectLabels labels, Dealerships dealerships, Clock clock) {
        this.file = file;
        this.learned = learned;
        this.labels = labels;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    @Bean
    static NavItem objectionsItem() {
        return new NavItem("nav.objections", "/objections", "message-question", "objection.read", 33);
    }

    @GetMapping
    String all(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            StaffMember me,
            Model model) {
        LocalDate today = dealerships.get(me.dealership()).today(clock);
        LocalDate last = PeriodDay.of("to", to == null ? today : to);
        LocalDate first = from == null ? last.minusDays(DAYS_BACK) : from;
        List<Objection> waiting = file.waiting(me);
        model.addAttribute(
                "page",
                new ObjectionsPage(waiting, names(waiting, me), learned.figures(first, last, me), first, last, today));
        return "objection/all";
    }

    @GetMapping("/list")
    String rows(
            @RequestParam(required = false) @Nullable ObjectionType type,
            @RequestParam(required = false) @Nullable ObjectionResult result,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String competitor,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model shown) {
        ObjectionFile.Filter filter = new ObjectionFile.Filter(type, result, model, competitor, from, to);
        Page<Objection> page = file.find(filter, ROWS, cursor, me);
        shown.addAttribute(
                "page",
                new ObjectionsPage.Rows(
                        filter,
                        page,
                        names(page.items(), me),
                        dealerships.get(me.dealership()).today(clock)));
        return "objection/rows";
    }

    @GetMapping("/answers")
    String answers(
            @RequestParam(required = false) @Nullable ObjectionType type,
            @RequestParam(required = false) @Nullable String model,
            StaffMember me,
            Model shown) {
        shown.addAttribute(
                "page", new ObjectionsPage.Answers(type, model == null ? "" : model, learned.answers(type, model, me)));
        return "objection/answers";
    }

    private Map<UUID, ProspectLabels.Label> names(List<Objection> objections, StaffMember me) {
        return labels.of(
                objections.stream()
                        .map(one -> one.prospect().value())
                        .distinct()
                        .toList(),
                me);
    }
}
