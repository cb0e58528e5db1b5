package io.genjin.testdrive.web;

import io.genjin.dealership.Dealerships;
import io.genjin.picture.PictureId;
import io.genjin.picture.web.PictureAnswer;
import io.genjin.picture.web.PictureUpload;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.web.People;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.QrCode;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import io.genjin.testdrive.AgreementDesk;
import io.genjin.testdrive.BookingDesk;
import io.genjin.testdrive.Declined;
import io.genjin.testdrive.DriveDesk;
import io.genjin.testdrive.DriveFile;
import io.genjin.testdrive.DriveId;
import io.genjin.testdrive.DriveMode;
import io.genjin.testdrive.TestDrive;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** One drive on the screen: agreement, start, return, evaluation; and the drives on a customer's page. */
@Controller
class DrivePages {

    private final BookingDesk bookings;
    private final AgreementDesk agreements;
    private final DriveDesk desk;
    private final DriveFile file;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;

    DrivePages(
            BookingDesk bookings,
            AgreementDesk agreements,
            DriveDesk desk,
            DriveFile file,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Screens screens) {
        this.bookings = bookings;
        this.agreements = agreements;
        this.desk = desk;
        this.file = file;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
    }

    /** What was asked about which drive, by which a repeated form is recognised. */
    record Asked(DriveId drive, Record body) {}

    @GetMapping("/test-drives/{id}")
    String open(@PathVariable DriveId id, StaffMember me, Model model) {
        return page(id, Fields.empty(), null, null, me, model);
    }

    private String page(
            DriveId id, Fields form, @Nullable String refused, @Nullable String licence, StaffMember me, Model model) {
        model.addAttribute(
                "page", new DrivePage(file.open(id, me), new People(staff, me.dealership()), form, refused, licence));
        return "testdrive/drive";
    }

    private String refused(
            DriveId id,
            String which,
            Fields form,
            @Nullable Refusal refusal,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (refusal != null) {
            form.refused(refusal.unlessNothingHere(), screens.of(request));
        }
        response.setStatus(refusal == null ? 422 : refusal.kind().status());
        return page(id, form, which, null, me, model);
    }

    @PostMapping("/test-drives/{id}/moves")
    String move(
            @PathVariable DriveId id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
                    LocalDateTime from,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            ZoneId zone = dealerships.get(me.dealership()).zone();
            bookings.move(id, from == null ? null : from.atZone(zone).toInstant(), me);
            return "redirect:/test-drives/" + id;
        } catch (Refusal refusal) {
            return refused(id, "move", Fields.of(request.getParameterMap()), refusal, me, model, request, response);
        }
    }

    @PostMapping("/test-drives/{id}/cancellation")
    String cancel(
            @PathVariable DriveId id,
            @RequestParam(required = false) TestDrive.@Nullable CancelReason reason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            bookings.cancel(id, reason, me);
            return "redirect:/test-drives/" + id;
        } catch (Refusal refusal) {
            return refused(id, "cancel", Fields.of(request.getParameterMap()), refusal, me, model, request, response);
        }
    }

    @GetMapping("/test-drives/{id}/agreement")
    String sheet(
            @PathVariable DriveId id,
            @RequestParam(required = false) @Nullable DriveMode mode,
            StaffMember me,
            Model model) {
        DriveFile.Opened opened = file.open(id, me);
        if (opened.drive().status() != TestDrive.Status.BOOKED) {
            return "redirect:/test-drives/" + id;
        }
        Fields form = Fields.empty()
                .put("mode", mode == null ? opened.drive().mode() : mode)
                .put("version", opened.words().version())
                .put("driverName", opened.customer().content().customerName());
        model.addAttribute("page", new SignPage(opened, form));
        return "testdrive/sign";
    }

    @PostMapping("/test-drives/{id}/agreement")
    String sign(
            @PathVariable DriveId id,
            @ModelAttribute SignForm body,
            BindingResult bound,
            @RequestParam(required = false) @Nullable MultipartFile licencePicture,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                return once.redirect(key, new Asked(id, body), me.dealership(), me.id(), () -> {
                    agreements.sign(id, body.signing(PictureUpload.bytes(licencePicture)), me);
                    return "/test-drives/" + id;
                });
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
            }
        }
        response.setStatus(422);
        DriveFile.Opened opened = file.open(id, me);
        form.put("version", opened.words().version());
        model.addAttribute("page", new SignPage(opened, form));
        return "testdrive/sign";
    }

    @PostMapping("/test-drives/{id}/start")
    String start(
            @PathVariable DriveId id,
            @RequestParam(required = false) @Nullable Integer km,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.start(id, km, me);
            return "redirect:/test-drives/" + id;
        } catch (Refusal refusal) {
            return refused(id, "start", Fields.of(request.getParameterMap()), refusal, me, model, request, response);
        }
    }

    /** The return as it was filled in; the photo of the damage comes beside it. */
    record ReturnForm(
            @Nullable Integer km,
            @Nullable DriveMode mode,
            @Nullable String damage,
            @Nullable Boolean offRoad) {}

    @PostMapping("/test-drives/{id}/return")
    String bringBack(
            @PathVariable DriveId id,
            @ModelAttribute ReturnForm body,
            BindingResult bound,
            @RequestParam(required = false) @Nullable MultipartFile damagePicture,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (bound.hasErrors()) {
            return refused(id, "return", form, null, me, model, request, response);
        }
        try {
            return once.redirect(key, new Asked(id, body), me.dealership(), me.id(), () -> {
                desk.bringBack(
                        id,
                        new DriveDesk.Return(
                                body.km(),
                                body.mode(),
                                body.damage(),
                                PictureUpload.bytes(damagePicture),
                                Boolean.TRUE.equals(body.offRoad())),
                        me);
                return "/test-drives/" + id;
            });
        } catch (Refusal refusal) {
            return refused(id, "return", form, refusal, me, model, request, response);
        }
    }

    @PostMapping("/test-drives/{id}/evaluation")
    String evaluate(
            @PathVariable DriveId id,
            @ModelAttribute EvaluationForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (bound.hasErrors()) {
            return refused(id, "evaluation", form, null, me, model, request, response);
        }
        try {
            return once.redirect(key, new Asked(id, body), me.dealership(), me.id(), () -> {
                desk.evaluate(id, body.said(), me);
                return "/test-drives/" + id;
            });
        } catch (Refusal refusal) {
            return refused(id, "evaluation", form, refusal, me, model, request, response);
        }
    }

    @GetMapping("/test-drives/{id}/print")
    String print(@PathVariable DriveId id, StaffMember me, Model model) {
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/test-drives/" + id)
                .toUriString();
        model.addAttribute(
                "page",
                new DrivePaper(
                        file.print(id, me),
                        dealerships.get(me.dealership()),
                        new People(staff, me.dealership()),
                        QrCode.of(address)));
        return "testdrive/print";
    }

    @GetMapping("/test-drives/{id}/pictures/{picture}")
    ResponseEntity<byte[]> picture(
            @PathVariable DriveId id, @PathVariable PictureId picture, StaffMember me, WebRequest request) {
        return PictureAnswer.of(file.picture(id, picture, me), request);
    }

    /** Shows the whole licence number once, on this answer only. */
    @PostMapping("/test-drives/{id}/licence-reveals")
    String reveal(@PathVariable DriveId id, StaffMember me, Model model, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return page(id, Fields.empty(), null, agreements.reveal(id, me), me, model);
    }

    @GetMapping("/prospects/{id}/test-drives")
    String panel(@PathVariable ProspectId id, StaffMember me, Model model, HttpServletRequest request) {
        return panel(id, Fields.empty(), me, model, request);
    }

    private String panel(ProspectId id, Fields form, StaffMember me, Model model, HttpServletRequest request) {
        model.addAttribute(
                "page",
                new DrivePanel(
                        file.of(id, me),
                        new People(staff, me.dealership()),
                        form,
                        request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null));
        return "testdrive/panel";
    }

    /** What was declined of which customer, by which a repeated form is recognised. */
    record Offer(
            ProspectId prospect,
            Declined.@Nullable Reason reason,
            @Nullable String note) {}

    @PostMapping("/prospects/{id}/test-drive-refusals")
    String decline(
            @PathVariable ProspectId id,
            @RequestParam(required = false) Declined.@Nullable Reason reason,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return once.redirect(key, new Offer(id, reason, note), me.dealership(), me.id(), () -> {
                bookings.decline(id, reason, note, me);
                return "/prospects/" + id;
            });
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(refusal.kind().status());
            return panel(
                    id, Fields.of(request.getParameterMap()).refused(refusal, screens.of(request)), me, model, request);
        }
    }
}
