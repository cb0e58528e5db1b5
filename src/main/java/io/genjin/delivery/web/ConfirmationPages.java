package io.genjin.delivery.web;

import io.genjin.dealership.Dealerships;
import io.genjin.delivery.Check;
import io.genjin.delivery.CheckItem;
import io.genjin.delivery.ConfirmationDesk;
import io.genjin.delivery.Delivery;
import io.genjin.delivery.DeliveryBook;
import io.genjin.delivery.DeliveryId;
import io.genjin.delivery.Explanation;
import io.genjin.delivery.HandoverSheet;
import io.genjin.delivery.Section;
import io.genjin.delivery.SectionChanged;
import io.genjin.picture.web.PictureAnswer;
import io.genjin.picture.web.PictureUpload;
import io.genjin.prospect.web.People;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.QrCode;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartFile;

/** The handover with the customer at hand: each section kept as soon as it is sent, the photograph, both signatures, the paper. */
@Controller
@RequestMapping("/deliveries/{id}")
class ConfirmationPages {

    private final ConfirmationDesk desk;
    private final DeliveryBook book;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;
    private final Clock clock;

    ConfirmationPages(
            ConfirmationDesk desk,
            DeliveryBook book,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Screens screens,
            Clock clock) {
        this.desk = desk;
        this.book = book;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping("/sections/{section}")
    String section(@PathVariable DeliveryId id, @PathVariable String section, StaffMember me, Model model) {
        Delivery one = book.open(id, me).delivery();
        Section wanted = DeliveryPages.read(section);
        if (!one.isOpen()) {
            return "redirect:/deliveries/" + id;
        }
        return section(one, wanted, SectionPage.fields(one.sheet(), wanted), false, me, model);
    }

    private String section(Delivery one, Section section, Fields form, boolean changed, StaffMember me, Model model) {
        model.addAttribute(
                "page",
                new SectionPage(
                        one,
                        section,
                        form,
                        changed,
                        desk.managers(me.dealership()),
                        dealerships.get(me.dealership()).today(clock)));
        return "delivery/section";
    }

    /** Keeps the section as it is, and opens the next one in which something is left. */
    @PostMapping("/sections/{section}")
    String save(
            @PathVariable DeliveryId id,
            @PathVariable String section,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Section wanted = DeliveryPages.read(section);
        Fields form = Fields.of(request.getParameterMap());
        try {
            keep(id, wanted, form, me);
            Section next =
                    wanted.ordinal() + 1 < Section.values().length ? Section.values()[wanted.ordinal() + 1] : null;
            return "redirect:/deliveries/" + id + (next == null ? "" : "/sections/" + DeliveryPage.path(next));
        } catch (Refusal refusal) {
            form.refused(refusal.unlessNothingHere(), screens.of(request));
            response.setStatus(refusal.kind().status());
            boolean changed = refusal instanceof SectionChanged;
            Delivery current = book.open(id, me).delivery();
            if (changed) {
                form.put("stamp", current.sheet().stamp(wanted));
            }
            return section(current, wanted, form, changed, me, model);
        }
    }

    private void keep(DeliveryId id, Section section, Fields form, StaffMember me) {
        Long stamp = form.value("stamp").matches("\\d{1,15}") ? Long.valueOf(form.value("stamp")) : null;
        List<Field> wrong = new ArrayList<>();
        switch (section) {
            case CAR, DOCUMENTS -> {
                Map<CheckItem, ConfirmationDesk.Ticked> ticked = ticked(section, form, wrong);
                refuse(wrong);
                desk.check(id, section, ticked, stamp, me);
            }
            case EXPLANATIONS -> {
                StaffId manager = manager(form.value("manager"), wrong);
                refuse(wrong);
                desk.explain(id, explained(form), form.value("serviceAdvisor"), manager, stamp, me);
            }
            case HANDOVER -> {
                HandoverSheet.Notes notes = new HandoverSheet.Notes(
                        form.value("plate"),
                        number(form, "mileage", wrong),
                        form.has("ceremony", "true"),
                        number(form, "satisfaction", wrong),
                        form.value("remarks"));
                refuse(wrong);
                desk.note(id, notes, stamp, me);
            }
        }
    }

    private static Map<CheckItem, ConfirmationDesk.Ticked> ticked(Section section, Fields form, List<Field> wrong) {
        Map<CheckItem, ConfirmationDesk.Ticked> ticked = new EnumMap<>(CheckItem.class);
        for (CheckItem item : CheckItem.of(section)) {
            ticked.put(
                    item,
                    new ConfirmationDesk.Ticked(
                            finding(form.value("finding." + item)),
                            form.value("words." + item),
                            day(form, "due." + item, wrong)));
        }
        return ticked;
    }

    private static Check.@Nullable Finding finding(String typed) {
        for (Check.Finding finding : Check.Finding.values()) {
            if (finding.name().equals(typed)) {
                return finding;
            }
        }
        return null;
    }

    private static Set<Explanation> explained(Fields form) {
        Set<Explanation> explained = EnumSet.noneOf(Explanation.class);
        for (Explanation one : Explanation.values()) {
            if (form.has("explained", one)) {
                explained.add(one);
            }
        }
        return explained;
    }

    private static @Nullable StaffId manager(String typed, List<Field> wrong) {
        try {
            return typed.isBlank() ? null : new StaffId(UUID.fromString(typed));
        } catch (IllegalArgumentException nobody) {
            wrong.add(Field.of("manager", "delivery.manager"));
            return null;
        }
    }

    private static @Nullable LocalDate day(Fields form, String name, List<Field> wrong) {
        try {
            return form.value(name).isBlank() ? null : LocalDate.parse(form.value(name));
        } catch (DateTimeParseException unreadable) {
            wrong.add(Field.of(name, "field.unreadable"));
            return null;
        }
    }

    private static @Nullable Integer number(Fields form, String name, List<Field> wrong) {
        String typed = form.value(name).strip();
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("\\d{1,9}")) {
            wrong.add(Field.of(name, "field.unreadable"));
            return null;
        }
        return Integer.valueOf(typed);
    }

    private static void refuse(List<Field> wrong) {
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
    }

    @PostMapping("/picture")
    String photograph(
            @PathVariable DeliveryId id,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            byte[] bytes = PictureUpload.bytes(picture);
            if (bytes == null) {
                throw new FieldsRefused(Field.of("picture", "field.required"));
            }
            desk.photograph(id, bytes, me);
            return "redirect:/deliveries/" + id + "/sections/handover";
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(refusal.kind().status());
            Delivery one = book.open(id, me).delivery();
            Fields form = SectionPage.fields(one.sheet(), Section.HANDOVER).refused(refusal, screens.of(request));
            return section(one, Section.HANDOVER, form, false, me, model);
        }
    }

    @GetMapping("/picture")
    ResponseEntity<byte[]> picture(@PathVariable DeliveryId id, StaffMember me, WebRequest request) {
        return PictureAnswer.of(desk.picture(book.open(id, me).delivery()), request);
    }

    /** Both signatures, as the pads send them. */
    record SignatureForm(
            @Nullable String customer,
            @Nullable String customerName,
            @Nullable String staff,
            @Nullable String staffName) {

        ConfirmationDesk.Signatures both() {
            return new ConfirmationDesk.Signatures(customer, customerName, staff, staffName);
        }
    }

    @GetMapping("/signature")
    String signature(@PathVariable DeliveryId id, StaffMember me, Model model) {
        if (!book.open(id, me).delivery().isOpen()) {
            return "redirect:/deliveries/" + id;
        }
        return signature(id, Fields.empty(), me, model);
    }

    private String signature(DeliveryId id, Fields form, StaffMember me, Model model) {
        DeliveryBook.Row row = book.open(id, me);
        model.addAttribute(
                "page",
                new SignaturePage(
                        row,
                        desk.hindrances(row.delivery()),
                        staff.active(me.dealership()),
                        new People(staff, me.dealership()),
                        form));
        return "delivery/signature";
    }

    @PostMapping("/signature")
    String sign(
            @PathVariable DeliveryId id,
            @ModelAttribute SignatureForm body,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return once.redirect(key, new DeliveryPages.Asked(id, body), me.dealership(), me.id(), () -> {
                desk.sign(id, body.both(), me);
                return "/deliveries/" + id;
            });
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(refusal.kind().status());
            Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            return signature(id, form, me, model);
        }
    }

    /** The confirmation on paper (交车确认表). */
    @GetMapping("/print")
    String paper(@PathVariable DeliveryId id, StaffMember me, Model model, HttpServletRequest request) {
        String base = request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort();
        model.addAttribute(
                "page",
                new DeliveryPaper(
                        book.open(id, me),
                        new People(staff, me.dealership()),
                        dealerships.get(me.dealership()).name(),
                        QrCode.of(base + "/deliveries/" + id)));
        return "delivery/print";
    }
}
