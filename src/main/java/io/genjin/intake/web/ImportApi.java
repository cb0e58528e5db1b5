package io.genjin.intake.web;

import io.genjin.dealership.Dealerships;
import io.genjin.intake.BatchId;
import io.genjin.intake.BatchStatus;
import io.genjin.intake.ImportBatch;
import io.genjin.intake.ImportDesk;
import io.genjin.intake.ImportPlan;
import io.genjin.intake.RefusedSheet;
import io.genjin.intake.sheet.SheetColumn;
import io.genjin.prospect.Source;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Sheets of customers for other systems: upload, start, watch, take back. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportApi {

    private final ImportDesk desk;
    private final RefusedSheet refusedSheet;
    private final Dealerships dealerships;
    private final Screens screens;

    ImportApi(ImportDesk desk, RefusedSheet refusedSheet, Dealerships dealerships, Screens screens) {
        this.desk = desk;
        this.refusedSheet = refusedSheet;
        this.dealerships = dealerships;
        this.screens = screens;
    }

    /**
     * One import.
     *
     * @param columns  for each field of a customer the sheet's column it is read from, counted from 0
     * @param failure  why it stopped, in words
     */
    record View(
            String id,
            String fileName,
            String kind,
            BatchStatus status,
            int totalRows,
            int doneRows,
            int imported,
            int duplicates,
            int refused,
            int takenBack,
            Map<String, Integer> columns,
            Source source,
            @Nullable String sourceDetail,
            @Nullable String failure,
            OffsetDateTime uploadedAt,
            @Nullable OffsetDateTime startedAt,
            @Nullable OffsetDateTime finishedAt) {}

    /** How to read a sheet when the headings do not say it; what is not named stays as recognised. */
    record StartBody(
            @Nullable Map<String, @Nullable Integer> columns,
            @Nullable Source source,
            @Nullable String sourceDetail) {}

    /** Uploads a sheet and, unless {@code start} is false, begins to import it as its headings say. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Answers(
            value = View.class,
            status = {200, 201})
    ResponseEntity<View> upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "true") boolean start,
            @RequestParam(required = false) @Nullable Source source,
            @RequestParam(required = false) @Nullable String sourceDetail,
            StaffMember me,
            HttpServletRequest request)
            throws IOException {
        ImportDesk.Upload upload = Uploads.take(file, stored -> desk.upload(stored.file(), stored.name(), me));
        ImportBatch batch = upload.batch();
        if (batch.status() == BatchStatus.UPLOADED) {
            if (source != null) {
                batch = desk.plan(batch.id(), batch.plan().mapping().columns(), source, sourceDetail, me);
            }
            if (start) {
                batch = desk.start(batch.id(), me);
            }
        }
        View view = view(batch, request);
        return upload.isNew()
                ? ResponseEntity.created(URI.create("/api/v1/imports/" + view.id()))
                        .body(view)
                : ResponseEntity.ok(view);
    }

    @GetMapping
    Page<View> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            HttpServletRequest request) {
        if (limit < 1 || limit > 100) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
        return desk.list(limit, cursor, me).map(batch -> view(batch, request));
    }

    @GetMapping("/{id}")
    View read(@PathVariable BatchId id, StaffMember me, HttpServletRequest request) {
        return view(desk.get(id, me), request);
    }

    @PostMapping("/{id}/start")
    View start(
            @PathVariable BatchId id,
            @RequestBody(required = false) @Nullable StartBody body,
            StaffMember me,
            HttpServletRequest request) {
        ImportBatch batch = desk.get(id, me);
        if (body != null && batch.status() == BatchStatus.UPLOADED) {
            ImportPlan plan = batch.plan();
            desk.plan(
                    id,
                    columns(plan, body),
                    body.source() == null ? plan.source() : body.source(),
                    body.source() == null && body.sourceDetail() == null ? plan.sourceDetail() : body.sourceDetail(),
                    me);
        }
        return view(desk.start(id, me), request);
    }

    private static Map<SheetColumn, Integer> columns(ImportPlan plan, StartBody body) {
        Map<SheetColumn, Integer> columns = new EnumMap<>(SheetColumn.class);
        columns.putAll(plan.mapping().columns());
        if (body.columns() != null) {
            body.columns().forEach((field, column) -> {
                SheetColumn meaning = meaning(field);
                if (column == null) {
                    columns.remove(meaning);
                } else {
                    columns.put(meaning, column);
                }
            });
        }
        return columns;
    }

    private static SheetColumn meaning(String field) {
        for (SheetColumn meaning : SheetColumn.values()) {
            if (meaning.field().equals(field)) {
                return meaning;
            }
        }
        throw new FieldsRefused(Field.of("columns." + field, "field.unreadable"));
    }

    @PostMapping("/{id}/take-back")
    View takeBack(@PathVariable BatchId id, StaffMember me, HttpServletRequest request) {
        return view(desk.takeBack(id, me), request);
    }

    @GetMapping(value = "/{id}/refused.xlsx", produces = Uploads.XLSX)
    void refused(@PathVariable BatchId id, StaffMember me, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        desk.get(id, me);
        Uploads.asDownload(response, "refused-" + id + ".xlsx");
        refusedSheet.write(id, ImportWords.of(screens.of(request)), response.getOutputStream(), me);
    }

    private View view(ImportBatch batch, HttpServletRequest request) {
        ZoneId zone = dealerships.get(batch.dealership()).zone();
        Map<String, Integer> columns = new TreeMap<>();
        batch.plan().mapping().columns().forEach((meaning, column) -> columns.put(meaning.field(), column));
        return new View(
                batch.id().toString(),
                batch.fileName(),
                batch.kind(),
                batch.status(),
                batch.totalRows(),
                batch.doneRows(),
                batch.imported(),
                batch.duplicates(),
                batch.refused(),
                batch.takenBack(),
                columns,
                batch.plan().source(),
                batch.plan().sourceDetail(),
                batch.failure() == null ? null : screens.of(request).t(batch.failure()),
                LeadView.at(batch.uploadedAt(), zone),
                batch.startedAt() == null ? null : LeadView.at(batch.startedAt(), zone),
                batch.finishedAt() == null ? null : LeadView.at(batch.finishedAt(), zone));
    }
}
