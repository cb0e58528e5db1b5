package io.genjin.hqlead.web;

import io.genjin.hqlead.Feedback;
import io.genjin.hqlead.HqCase.Punctuality;
import io.genjin.shared.web.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * A day's feedback as a sheet for HQ: in Chinese whoever fetches it, no formula from anybody's text, and the same bytes for
 * the same feedback. The second sheet is the proof of the 24 hours with the late ones.
 */
@Component
class FeedbackSheet {

    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String TIME_FORMAT = "yyyy-mm-dd hh:mm:ss";
    private static final List<String> COLUMNS = List.of(
            "externalId",
            "cardNo",
            "receivedAt",
            "dueAt",
            "allocatedAt",
            "allocatedTo",
            "allocations",
            "firstFollowUpAt",
            "onTime",
            "waitingMinutes",
            "consultantMinutes",
            "status",
            "recordedStatus",
            "remark",
            "grade",
            "latestFollowUpAt",
            "latestWay",
            "latestOutcome",
            "visits",
            "closedReason");
    private static final List<String> LATE_COLUMNS = COLUMNS.subList(0, 11);
    private static final int WIDTH = 16;

    private final MessageSource messages;

    FeedbackSheet(MessageSource messages) {
        this.messages = messages;
    }

    byte[] write(Feedback feedback) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Genjin", "1.0")) {
            Worksheet all = book.newWorksheet(text("hqFeedback.sheet.leads"));
            heading(all, 0, COLUMNS);
            all.freezePane(0, 1);
            int line = 1;
            for (Feedback.Row row : feedback.leads()) {
                cells(all, line++, row, COLUMNS);
            }
            if (!feedback.leads().isEmpty()) {
                all.setAutoFilter(0, 0, feedback.leads().size(), COLUMNS.size() - 1);
            }
            proof(book.newWorksheet(text("hqFeedback.sheet.proof")), feedback);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return StableZip.of(bytes.toByteArray(), feedback.asOf().toInstant());
    }

    private void proof(Worksheet sheet, Feedback feedback) {
        Feedback.Summary sums = feedback.summary();
        int line = 0;
        line = fact(sheet, line, "dealership", feedback.dealership());
        line = fact(sheet, line, "date", feedback.date().toString());
        moment(sheet, line, 1, feedback.asOf());
        line = fact(sheet, line, "asOf", null);
        line = fact(sheet, line, "received", sums.received());
        line = fact(sheet, line, "open", sums.open());
        line = fact(sheet, line, "due", sums.due());
        line = fact(sheet, line, "onTime", sums.onTime());
        line = fact(sheet, line, "lateOnDay", sums.lateOnDay());
        line = fact(sheet, line, "running", sums.running());
        line++;
        sheet.value(line, 0, text("hqFeedback.late"));
        sheet.style(line++, 0).bold().set();
        heading(sheet, line++, LATE_COLUMNS);
        for (Feedback.Row row : feedback.leads()) {
            if (row.onTime() == Punctuality.LATE) {
                cells(sheet, line++, row, LATE_COLUMNS);
            }
        }
    }

    private int fact(Worksheet sheet, int line, String name, @Nullable Object value) {
        sheet.value(line, 0, text("hqFeedback.sum." + name));
        if (value instanceof Number number) {
            sheet.value(line, 1, number);
        } else if (value != null) {
            sheet.value(line, 1, value.toString());
        }
        return line + 1;
    }

    private void heading(Worksheet sheet, int line, List<String> columns) {
        for (int column = 0; column < columns.size(); column++) {
            sheet.value(line, column, text("hqFeedback.column." + columns.get(column)));
            sheet.style(line, column).bold().set();
            sheet.width(column, WIDTH);
        }
    }

    private void cells(Worksheet sheet, int line, Feedback.Row row, List<String> columns) {
        for (int column = 0; column < columns.size(); column++) {
            Object value = value(row, columns.get(column));
            if (value instanceof OffsetDateTime at) {
                moment(sheet, line, column, at);
            } else if (value instanceof Number number) {
                sheet.value(line, column, number);
            } else if (value != null) {
                sheet.value(line, column, value.toString());
            }
        }
    }

    private static void moment(Worksheet sheet, int line, int column, OffsetDateTime at) {
        sheet.value(line, column, at.toLocalDateTime());
        sheet.style(line, column).format(TIME_FORMAT).set();
    }

    private @Nullable Object value(Feedback.Row row, String column) {
        return switch (column) {
            case "externalId" -> row.externalId();
            case "cardNo" -> row.cardNo();
            case "receivedAt" -> row.receivedAt();
            case "dueAt" -> row.dueAt();
            case "allocatedAt" -> row.allocatedAt();
            case "allocatedTo" -> row.allocatedTo();
            case "allocations" -> row.allocations();
            case "firstFollowUpAt" -> row.firstFollowUpAt();
            case "onTime" -> code("punctuality", row.onTime());
            case "waitingMinutes" -> row.waitingMinutes();
            case "consultantMinutes" -> row.consultantMinutes();
            case "status" -> code("hqStatus", row.status());
            case "recordedStatus" -> code("hqStatus", row.recordedStatus());
            case "remark" -> row.remark();
            case "grade" -> row.grade();
            case "latestFollowUpAt" -> row.latestFollowUpAt();
            case "latestWay" -> code("followUpWay", row.latestWay());
            case "latestOutcome" -> code("outcome", row.latestOutcome());
            case "visits" -> row.visits();
            case "closedReason" -> row.closedReason();
            default -> throw new IllegalArgumentException(column);
        };
    }

    private @Nullable String code(String kind, @Nullable Object code) {
        return code == null ? null : messages.getMessage(kind + "." + code, null, code.toString(), Texts.CHINESE);
    }

    private String text(String key) {
        return messages.getMessage(key, null, Texts.CHINESE);
    }
}
