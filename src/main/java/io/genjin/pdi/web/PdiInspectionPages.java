package io.genjin.pdi.web;

import io.genjin.dealership.Dealerships;
import io.genjin.pdi.PdiDesk;
import io.genjin.pdi.PdiGroup;
import io.genjin.pdi.PdiGroupChanged;
import io.genjin.pdi.PdiInspection;
import io.genjin.pdi.PdiInspectionId;
import io.genjin.pdi.PdiItem;
import io.genjin.pdi.PdiMark;
import io.genjin.pdi.PdiVerdict;
import io.genjin.picture.web.PictureAnswer;
import io.genjin.picture.web.PictureUpload;
import io.genjin.prospect.web.People;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.QrCode;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartFile;

/** An inspection on the technician's phone: group after group, each kept as soon as it is sent, then the signature. */
@Controller
@RequestMapping("/pdi/inspections/{id}")
class PdiInspectionPages {

    private final PdiDesk desk;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;

    PdiInspectionPages(PdiDesk desk, StaffDirectory staff, Dealerships dealerships, Once once, Screens screens) {
        this.desk = desk;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
    }

    @GetMapping
    String inspection(@PathVariable PdiInspectionId id, StaffMember me, Model model) {
        return inspection(id, Fields.empty(), null, Fields.empty(), me, model);
    }

    private String inspection(
            PdiInspectionId id,
            Fields form,
            @Nullable PdiItem photographed,
            Fields photo,
            StaffMember me,
            Model model) {
        PdiInspection inspection = desk.get(id, me.dealership());
        model.addAttribute(
                "page",
                new InspectionPage(
                        inspection,
                        desk.file(inspection.vin(), me.dealership()),
                        new People(staff, me.dealership()),
                        form,
                        photographed,
                        photo));
        return "pdi/inspection";
    }

    @GetMapping("/groups/{group}")
    String group(@PathVariable PdiInspectionId id, @PathVariable String group, StaffMember me, Model model) {
        PdiInspection inspection = desk.get(id, me.dealership());
        PdiGroup wanted = Codes.read(PdiGroup.values(), group);
        if (inspection.isSigned()) {
            return "redirect:/pdi/inspections/" + id;
        }
        return group(inspection, wanted, GroupPage.fields(inspection, wanted), false, me, model);
    }

    private String group(
            PdiInspection inspection, PdiGroup group, Fields form, boolean changed, StaffMember me, Model model) {
        model.addAttribute("page", new GroupPage(inspection, group, form, changed, new People(staff, me.dealership())));
        return "pdi/group";
    }

    /** Keeps the group as it is, and opens the next one in which something is left. */
    @PostMapping("/groups/{group}")
    String save(
            @PathVariable PdiInspectionId id,
            @PathVariable String group,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        PdiGroup wanted = Codes.read(PdiGroup.values(), group);
        Fields form = Fields.of(request.getParameterMap());
        try {
            PdiInspection saved = desk.save(id, wanted, marked(wanted, form), stamp(form.value("stamp")), me);
            PdiGroup next = saved.next();
            return "redirect:/pdi/inspections/" + id + (next == null ? "" : "/groups/" + Codes.path(next));
        } catch (Refusal refusal) {
            form.refused(refusal.unlessNothingHere(), screens.of(request));
            response.setStatus(refusal.kind().status());
            boolean changed = refusal instanceof PdiGroupChanged;
            PdiInspection current = desk.get(id, me.dealership());
            if (changed) {
                form.put("stamp", current.stamp(wanted));
            }
            return group(current, wanted, form, changed, me, model);
        }
    }

    private static Map<PdiItem, PdiDesk.Marked> marked(PdiGroup group, Fields form) {
        Map<PdiItem, PdiDesk.Marked> marked = new EnumMap<>(PdiItem.class);
        for (PdiItem item : group.items()) {
            marked.put(item, new PdiDesk.Marked(finding(form.value("finding." + item)), form.value("words." + item)));
        }
        return marked;
    }

    private static PdiMark.@Nullable Finding finding(String typed) {
        for (PdiMark.Finding finding : PdiMark.Finding.values()) {
            if (finding.name().equals(typed)) {
                return finding;
            }
        }
        return null;
    }

    private static @Nullable Long stamp(String typed) {
        return typed.matches("\\d{1,15}") ? Long.valueOf(typed) : null;
    }

    /** A photograph of what is not in order. */
    @PostMapping("/pictures/{item}")
    String photograph(
            @PathVariable PdiInspectionId id,
            @PathVariable String item,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        PdiItem wanted = Codes.read(PdiItem.values(), item);
        try {
            byte[] bytes = PictureUpload.bytes(picture);
            if (bytes == null) {
                throw new FieldsRefused(Refusal.Field.of("picture", "field.required"));
            }
            desk.photograph(id, wanted, bytes, me);
            return "redirect:/pdi/inspections/" + id;
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(refusal.kind().status());
            Fields photo = Fields.empty().refused(refusal, screens.of(request));
            return inspection(id, Fields.empty(), wanted, photo, me, model);
        }
    }

    @GetMapping("/pictures/{item}")
    ResponseEntity<byte[]> picture(
            @PathVariable PdiInspectionId id, @PathVariable String item, StaffMember me, WebRequest request) {
        return PictureAnswer.of(desk.picture(id, Codes.read(PdiItem.values(), item), me.dealership()), request);
    }

    /** How the inspection ends. */
    record SignatureForm(
            PdiVerdict.@Nullable Result result,
            @Nullable String failReason,
            @Nullable Integer mileage,
            @Nullable String signature,
            @Nullable String signatureName) {}

    /** What was asked of which inspection, by which a repeated form is recognised. */
    record Asked(PdiInspectionId inspection, Record body) {}

    @PostMapping("/signature")
    String sign(
            @PathVariable PdiInspectionId id,
            @ModelAttribute SignatureForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        int status = 422;
        if (!bound.hasErrors()) {
            try {
                return once.redirect(key, new Asked(id, body), me.dealership(), me.id(), () -> {
                    PdiInspection signed = desk.sign(
                            id,
                            body.result(),
                            body.failReason(),
                            body.mileage(),
                            body.signature(),
                            body.signatureName(),
                            me);
                    return "/pdi/cars/" + signed.vin();
                });
            } catch (Refusal refusal) {
                refusal.unlessNothingHere();
                status = refusal.kind().status();
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(status);
        return inspection(id, form, null, Fields.empty(), me, model);
    }

    /** The inspection on paper (PDI检查表). */
    @GetMapping("/print")
    String paper(@PathVariable PdiInspectionId id, StaffMember me, Model model, HttpServletRequest request) {
        PdiInspection inspection = desk.get(id, me.dealership());
        String base = request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort();
        model.addAttribute(
                "page",
                new PdiPaper(
                        inspection,
                        desk.file(inspection.vin(), me.dealership()).car(),
                        new People(staff, me.dealership()),
                        dealerships.get(me.dealership()).name(),
                        QrCode.of(base + "/pdi/inspections/" + id)));
        return "pdi/print";
    }
}
