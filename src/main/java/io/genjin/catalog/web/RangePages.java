package io.genjin.catalog.web;

import io.genjin.catalog.CarModels;
import io.genjin.catalog.ComparisonDesk;
import io.genjin.catalog.RangeChanged;
import io.genjin.catalog.RangeDesk;
import io.genjin.catalog.RangeImport;
import io.genjin.catalog.RangeImportId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The range from a sheet and into one: bring, look, take over; and the example to begin with. */
@Controller
@RequestMapping("/catalog/range")
class RangePages {

    private final RangeDesk desk;
    private final CarModels models;
    private final ComparisonDesk comparisons;
    private final StaffDirectory staff;
    private final Screens screens;

    RangePages(RangeDesk desk, CarModels models, ComparisonDesk comparisons, StaffDirectory staff, Screens screens) {
        this.desk = desk;
        this.models = models;
        this.comparisons = comparisons;
        this.staff = staff;
        this.screens = screens;
    }

    @GetMapping("/new")
    String blank(Model page) {
        page.addAttribute("page", new RangeUploadPage(Fields.empty()));
        return "catalog/range-new";
    }

    @PostMapping
    String bring(
            @RequestParam(required = false) @Nullable MultipartFile file,
            StaffMember me,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try {
            return "redirect:/catalog/range/" + taken(file, me).id();
        } catch (Refusal refusal) {
            response.setStatus(422);
            page.addAttribute("page", new RangeUploadPage(Fields.empty().refused(refusal, screens.of(request))));
            return "catalog/range-new";
        }
    }

    private RangeImport taken(@Nullable MultipartFile upload, StaffMember me) throws IOException {
        if (upload == null || upload.isEmpty()) {
            throw new FieldsRefused(Field.of("file", "field.required"));
        }
        Path file = Files.createTempFile("genjin-range", ".sheet");
        try {
            upload.transferTo(file);
            return desk.bring(file, upload.getOriginalFilename(), me);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @GetMapping("/{id}")
    String look(@PathVariable RangeImportId id, StaffMember me, Model page) {
        return preview(id, false, me, page);
    }

    private String preview(RangeImportId id, boolean changed, StaffMember me, Model page) {
        RangeDesk.Preview preview = desk.preview(id, me);
        page.addAttribute(
                "page",
                new RangePreviewPage(
                        preview.sheet(),
                        preview.plan(),
                        staff.nameOf(me.dealership(), preview.sheet().uploadedBy()),
                        changed));
        return "catalog/range";
    }

    @PostMapping("/{id}/application")
    String apply(
            @PathVariable RangeImportId id,
            @RequestParam(defaultValue = "") String sign,
            StaffMember me,
            Model page,
            HttpServletResponse response) {
        try {
            desk.apply(id, sign, me);
            return "redirect:/catalog/models";
        } catch (RangeChanged changed) {
            response.setStatus(409);
            return preview(id, true, me, page);
        }
    }

    @PostMapping("/example")
    String example(StaffMember me) {
        desk.startWithExample(me);
        return "redirect:/catalog/models";
    }

    /** The range as a sheet that can be changed and brought again; {@code blank} asks for its headings only. */
    @GetMapping("/sheet.xlsx")
    ResponseEntity<byte[]> sheet(
            @RequestParam(defaultValue = "false") boolean blank, StaffMember me, HttpServletRequest request) {
        byte[] sheet = RangeWorkbook.write(
                blank ? List.of() : models.all(me.dealership()),
                blank ? List.of() : comparisons.all(me.dealership()),
                screens.of(request));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(RangeWorkbook.TYPE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(blank ? "range-template.xlsx" : "range.xlsx")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(sheet);
    }
}
