package io.genjin.intake.web;

import io.genjin.intake.BatchId;
import io.genjin.intake.BatchNotInState;
import io.genjin.intake.BatchStatus;
import io.genjin.intake.ImportBatch;
import io.genjin.intake.ImportDesk;
import io.genjin.intake.ImportPlan;
import io.genjin.intake.RefusedSheet;
import io.genjin.intake.sheet.SheetColumn;
import io.genjin.prospect.Source;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Sheets of customers: upload, look, start, watch, take back. */
@Controller
@RequestMapping("/imports")
class ImportPages {

    private static final int ROWS = 50;

    private final ImportDesk desk;
    private final RefusedSheet refusedSheet;
    private final StaffDirectory staff;
    private final Screens screens;

    ImportPages(ImportDesk desk, RefusedSheet refusedSheet, StaffDirectory staff, Screens screens) {
        this.desk = desk;
        this.refusedSheet = refusedSheet;
        this.staff = staff;
        this.screens = screens;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String cursor, StaffMember me, Model model) {
        model.addAttribute(
                "page", new ImportsPage(desk.list(ROWS, cursor, me), id -> staff.nameOf(me.dealership(), id)));
        return "intake/imports";
    }

    @GetMapping("/new")
    String blank(Model model) {
        model.addAttribute("page", new NewImportPage(Fields.empty()));
        return "intake/new-import";
    }

    @PostMapping
    String upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try {
            ImportDesk.Upload upload = Uploads.take(file, path -> desk.upload(path.file(), path.name(), me));
            boolean open = upload.batch().status() == BatchStatus.UPLOADED;
            return "redirect:/imports/" + upload.batch().id() + (open ? "/mapping" : "?same");
        } catch (Refusal refusal) {
            Fields form = Fields.empty().refused(refusal, screens.of(request));
            response.setStatus(422);
            model.addAttribute("page", new NewImportPage(form));
            return "intake/new-import";
        }
    }

    @GetMapping("/{id}/mapping")
    String mapping(@PathVariable BatchId id, StaffMember me, Model model) {
        ImportBatch batch = desk.get(id, me);
        if (batch.status() != BatchStatus.UPLOADED) {
            return "redirect:/imports/" + id;
        }
        model.addAttribute("page", new MappingPage(batch, desk.preview(id, me), form(batch.plan())));
        return "intake/mapping";
    }

    private static Fields form(ImportPlan plan) {
        Fields form = Fields.empty().put("batchSource", plan.source()).put("batchSourceDetail", plan.sourceDetail());
        plan.mapping().columns().forEach((meaning, column) -> form.put(meaning.field(), column));
        return form;
    }

    @PostMapping("/{id}/mapping")
    String remap(
            @PathVariable BatchId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            ChosenColumns.of(request).store(desk, id, me);
            return "redirect:/imports/" + id + "/mapping";
        } catch (Refusal refusal) {
            return again(id, refusal, me, model, request, response);
        }
    }

    @PostMapping("/{id}/start")
    String start(
            @PathVariable BatchId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            ChosenColumns chosen = ChosenColumns.of(request);
            if (chosen.isGiven()) {
                chosen.store(desk, id, me);
            }
            desk.start(id, me);
            return "redirect:/imports/" + id;
        } catch (BatchNotInState already) {
            return "redirect:/imports/" + id;
        } catch (Refusal refusal) {
            return again(id, refusal, me, model, request, response);
        }
    }

    private String again(
            BatchId id,
            Refusal refusal,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (refusal.kind() != Refusal.Kind.RULE) {
            throw refusal;
        }
        ImportBatch batch = desk.get(id, me);
        Fields form = Fields.of(request.getParameterMap()).refused(renamed(refusal), screens.of(request));
        response.setStatus(422);
        model.addAttribute("page", new MappingPage(batch, desk.preview(id, me), form));
        return "intake/mapping";
    }

    /** The form has a source of its own beside the column with sources. */
    private static Refusal renamed(Refusal refusal) {
        boolean concernsBatch =
                refusal.fields().stream().anyMatch(field -> field.name().equals("sourceDetail"));
        if (!concernsBatch) {
            return refusal;
        }
        return new FieldsRefused(refusal.fields().stream()
                .map(field -> field.name().equals("sourceDetail")
                        ? new Refusal.Field("batchSourceDetail", field.messageKey(), field.args())
                        : field)
                .toList());
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable BatchId id,
            @RequestParam(required = false) @Nullable String same,
            StaffMember me,
            Model model) {
        ImportBatch batch = desk.get(id, me);
        if (batch.status() == BatchStatus.UPLOADED) {
            return "redirect:/imports/" + id + "/mapping";
        }
        model.addAttribute(
                "page",
                new ImportPage(
                        batch,
                        batch.isBusy() ? List.of() : desk.rows(id, null, 0, ROWS, me),
                        staff.nameOf(me.dealership(), batch.uploadedBy()),
                        same == null ? null : "imports.same"));
        return "intake/import";
    }

    @GetMapping("/{id}/refused.xlsx")
    void refused(@PathVariable BatchId id, StaffMember me, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        desk.get(id, me);
        Uploads.asDownload(response, "refused-" + id + ".xlsx");
        refusedSheet.write(id, ImportWords.of(screens.of(request)), response.getOutputStream(), me);
    }

    @PostMapping("/{id}/take-back")
    String takeBack(@PathVariable BatchId id, StaffMember me) {
        desk.takeBack(id, me);
        return "redirect:/imports/" + id;
    }

    /** Which column means what, as a form or a system sends it: {@code customerName=0}. */
    record ChosenColumns(
            Map<SheetColumn, Integer> columns,
            @Nullable Source source,
            @Nullable String sourceDetail,
            boolean isGiven) {

        static ChosenColumns of(HttpServletRequest request) {
            Map<SheetColumn, Integer> columns = new EnumMap<>(SheetColumn.class);
            for (SheetColumn meaning : SheetColumn.values()) {
                String typed = request.getParameter(meaning.field());
                if (typed != null && !typed.isBlank()) {
                    columns.put(meaning, typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : -1);
                }
            }
            String source = request.getParameter("batchSource");
            return new ChosenColumns(
                    columns, source(source), request.getParameter("batchSourceDetail"), source != null);
        }

        private static @Nullable Source source(@Nullable String code) {
            for (Source source : Source.values()) {
                if (source.name().equals(code)) {
                    return source;
                }
            }
            return null;
        }

        void store(ImportDesk desk, BatchId id, StaffMember me) {
            if (source == null) {
                throw new FieldsRefused(Refusal.Field.of("batchSource", "field.required"));
            }
            desk.plan(id, columns, source, sourceDetail, me);
        }
    }
}
