package io.genjin.process.web;

import io.genjin.dealership.Dealerships;
import io.genjin.privacy.AccessLog;
import io.genjin.process.EventLog;
import io.genjin.process.EventLog.Event;
import io.genjin.process.Funnel;
import io.genjin.process.Stage;
import io.genjin.prospect.ProspectLabels;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Page;
import io.genjin.shared.PeriodDay;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The funnel of the dealership, the customers behind each number, and the event log as a file. */
@Controller
@RequestMapping("/process")
class FunnelPages {

    private static final int ROWS = 50;
    private static final int DAYS_BACK = 89;
    private static final int LONGEST_REASON = 200;

    private final Funnel funnel;
    private final EventLog log;
    private final ProspectLabels labels;
    private final AccessLog accessLog;
    private final Dealerships dealerships;
    private final Screens screens;
    private final Clock clock;

    FunnelPages(
            Funnel funnel,
            EventLog log,
            ProspectLabels labels,
            AccessLog accessLog,
            Dealerships dealerships,
            Screens screens,
            Clock clock) {
        this.funnel = funnel;
        this.log = log;
        this.labels = labels;
        this.accessLog = accessLog;
        this.dealerships = dealerships;
        this.screens = screens;
        this.clock = clock;
    }

    @Bean
    static NavItem processItem() {
        return new NavItem("nav.process", "/process/funnel", "route", "process.funnel", 46);
    }

    @GetMapping("/funnel")
    String funnel(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            StaffMember me,
            Model model) {
        return page(from, to, Fields.empty(), me, model);
    }

    private String page(@Nullable LocalDate from, @Nullable LocalDate to, Fields form, StaffMember me, Model model) {
        LocalDate last =
                PeriodDay.of("to", to == null ? dealerships.get(me.dealership()).today(clock) : to);
        LocalDate first = from == null ? last.minusDays(DAYS_BACK) : from;
        model.addAttribute("page", new FunnelPage(funnel.levels(first, last, me), first, last, form));
        return "process/funnel";
    }

    @GetMapping("/funnel/customers")
    String customers(
            @RequestParam Stage stage,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model) {
        Page<Funnel.Row> rows = funnel.rows(stage, from, to, ROWS, cursor, me);
        model.addAttribute(
                "page",
                new FunnelPage.Rows(
                        stage,
                        from,
                        to,
                        rows,
                        labels.of(
                                rows.items().stream()
                                        .map(row -> row.prospect().value())
                                        .toList(),
                                me)));
        return "process/customers";
    }

    @GetMapping("/events.csv")
    @Nullable
    String csv(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String reason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return file("csv", EventFile.CSV, EventFile::csv, from, to, reason, me, model, request, response);
    }

    @GetMapping("/events.xlsx")
    @Nullable
    String xlsx(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String reason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return file(
                "xlsx",
                EventFile.XLSX,
                events -> EventFile.xlsx(events, screens.of(request)),
                from,
                to,
                reason,
                me,
                model,
                request,
                response);
    }

    /** Writes the file, or shows the page again with what is missing; each file is logged with its reason. */
    private @Nullable String file(
            String ending,
            String type,
            Function<List<Event>, byte[]> writer,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String reason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        LocalDate last =
                PeriodDay.of("to", to == null ? dealerships.get(me.dealership()).today(clock) : to);
        LocalDate first = from == null ? last.minusDays(DAYS_BACK) : from;
        try {
            String why = checked(reason);
            List<Event> events = log.all(first, last, me);
            byte[] bytes = writer.apply(events);
            String name = "process-events-" + first + "-" + last + "." + ending;
            accessLog.downloadedUncounted(me, name + " · " + why, (int)
                    events.stream().map(Event::caseId).distinct().count());
            response.setContentType(type + (ending.equals("csv") ? ";charset=UTF-8" : ""));
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(name).build().toString());
            response.getOutputStream().write(bytes);
            return null;
        } catch (FieldsRefused refused) {
            response.setStatus(422);
            Fields form = Fields.of(request.getParameterMap()).refused(refused, screens.of(request));
            return page(from, to, form, me, model);
        }
    }

    private static String checked(@Nullable String reason) {
        List<Field> wrong = new ArrayList<>();
        String why = PlainText.line(reason, LONGEST_REASON, "reason", wrong);
        if (why == null) {
            wrong.add(Field.of("reason", "field.exportReason"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return java.util.Objects.requireNonNull(why);
    }
}
