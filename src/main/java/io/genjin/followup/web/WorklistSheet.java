package io.genjin.followup.web;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.followup.Worklist;
import io.genjin.privacy.AccessLog;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.shared.web.Watermark;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The morning list as a sheet: real dates, no formulas from anybody's text; each download is logged (scenario 20). */
@Component
class WorklistSheet {

    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String DAY_FORMAT = "yyyy-mm-dd";
    private static final String TIME_FORMAT = "yyyy-mm-dd hh:mm";
    private static final List<String> COLUMNS = List.of(
            "owner",
            "customer",
            "mobile",
            "grade",
            "dueAt",
            "overdueDays",
            "escalation",
            "reason",
            "lastContact",
            "model");
    private static final int[] WIDTHS = {12, 14, 16, 8, 18, 10, 16, 18, 14, 24};

    private final Worklist worklist;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final AccessLog accessLog;
    private final Screens screens;
    private final Clock clock;

    WorklistSheet(
            Worklist worklist,
            StaffDirectory staff,
            Dealerships dealerships,
            AccessLog accessLog,
            Screens screens,
            Clock clock) {
        this.worklist = worklist;
        this.staff = staff;
        this.dealerships = dealerships;
        this.accessLog = accessLog;
        this.screens = screens;
        this.clock = clock;
    }

    ResponseEntity<byte[]> answer(
            @Nullable LocalDate date, @Nullable StaffId consultant, StaffMember me, HttpServletRequest request) {
        Dealership dealership = dealerships.get(me.dealership());
        LocalDate day = date == null ? dealership.today(clock) : date;
        List<Worklist.Item> items = worklist.of(day, consultant, me);
        byte[] sheet = write(items, day, dealership, screens.of(request));
        accessLog.downloaded(me, "worklist.xlsx", items.size());
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename("worklist-" + day + ".xlsx")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(TYPE))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(sheet);
    }

    private byte[] write(List<Worklist.Item> items, LocalDate day, Dealership dealership, Screen s) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Genjin", "1.0")) {
            Worksheet sheet = book.newWorksheet(day.toString());
            Watermark.on(sheet, s);
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, s.t("worklist.column." + COLUMNS.get(column)));
                sheet.style(0, column).bold().set();
                sheet.width(column, WIDTHS[column]);
            }
            sheet.freezePane(0, 1);
            int line = 1;
            for (Worklist.Item item : items) {
                line(sheet, line++, item, dealership, s);
            }
            if (!items.isEmpty()) {
                sheet.setAutoFilter(0, 0, items.size(), COLUMNS.size() - 1);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String open(Worklist.Item item, Screen s) {
        return item.open().stream()
                .map(point -> " · " + s.t(point.textKey(), s.t(point.codeKey())))
                .collect(Collectors.joining());
    }

    private void line(Worksheet sheet, int line, Worklist.Item item, Dealership dealership, Screen s) {
        sheet.value(line, 0, staff.nameOf(dealership.id(), item.owner()));
        sheet.value(line, 1, item.customerName());
        sheet.value(line, 2, item.maskedMobile());
        sheet.value(line, 3, item.call() == null ? item.grade().name() : s.t("worklist.callback"));
        sheet.value(line, 4, LocalDateTime.ofInstant(item.dueAt(), dealership.zone()));
        sheet.style(line, 4).format(TIME_FORMAT).set();
        sheet.value(line, 5, item.overdueDays());
        sheet.value(line, 6, s.code("escalation", item.escalation()));
        sheet.value(
                line,
                7,
                item.call() == null
                        ? s.code("nextReason", item.reason()) + open(item, s)
                        : s.code("callbackType", item.call()));
        if (item.lastContactAt() != null) {
            sheet.value(line, 8, dealership.dayOf(item.lastContactAt()));
            sheet.style(line, 8).format(DAY_FORMAT).set();
        }
        if (item.mainModel() != null) {
            sheet.value(line, 9, item.mainModel());
        }
    }
}
