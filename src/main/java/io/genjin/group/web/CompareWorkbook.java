package io.genjin.group.web;

import io.genjin.group.Comparison;
import io.genjin.group.Comparison.Block;
import io.genjin.group.Comparison.Row;
import io.genjin.group.DealershipComparison;
import io.genjin.group.Measure;
import io.genjin.group.Summary;
import io.genjin.privacy.AccessLog;
import io.genjin.ratio.Days;
import io.genjin.ratio.Fraction;
import io.genjin.shared.web.Attachment;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Watermark;
import io.genjin.shared.web.chart.Value;
import io.genjin.sheet.SafeText;
import io.genjin.staff.StaffMember;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The comparison as a file: every measure with both its numbers, dealership by dealership and region by region. No personal data. */
@Component
class CompareWorkbook {

    static final String TYPE = Attachment.XLSX;

    private static final int WORDS = 5;

    private final DealershipComparison comparisons;
    private final AccessLog log;

    CompareWorkbook(DealershipComparison comparisons, AccessLog log) {
        this.comparisons = comparisons;
        this.log = log;
    }

    ResponseEntity<byte[]> answer(
            @Nullable LocalDate from, @Nullable LocalDate until, @Nullable String region, StaffMember me, Screen s) {
        Comparison comparison = comparisons.of(from, until, region, me);
        Days days = comparison.question().days();
        String name = "dealerships-" + days.from() + "-" + days.until() + ".xlsx";
        log.downloaded(me, name, 0);
        return Attachment.xlsx(name, write(comparison, s));
    }

    private static byte[] write(Comparison comparison, Screen s) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Genjin", "1.0")) {
            Worksheet sheet = book.newWorksheet(s.t("compare.title"));
            Watermark.on(sheet, s);
            String period = s.t(
                    "compare.period",
                    comparison.question().days().from().toString(),
                    comparison.question().days().until().toString());
            sheet.value(0, 0, SafeText.written(s.t("compare.title") + " " + period));
            sheet.style(0, 0).bold().set();
            head(sheet, 0, s.t("compare.region"), 12);
            head(sheet, 1, s.t("compare.dealership"), 24);
            head(sheet, 2, s.t("compare.code"), 10);
            head(sheet, 3, s.t("compare.consultants"), 10);
            head(sheet, 4, s.t("compare.remarks"), 40);
            int column = WORDS;
            for (Measure measure : Measure.values()) {
                String name = s.code("compared", measure) + " (" + measure.id() + ")";
                head(sheet, column++, name, 14);
                head(sheet, column++, name + " " + s.t("compare.file.top"), 10);
                head(sheet, column++, name + " " + s.t("compare.file.bottom"), 10);
            }
            sheet.freezePane(2, 2);
            int line = 2;
            for (Block block : comparison.blocks()) {
                for (Row row : block.rows()) {
                    words(
                            sheet,
                            line,
                            block.region(),
                            row.dealership().name(),
                            row.dealership().code());
                    sheet.value(
                            line,
                            4,
                            SafeText.written(row.remarks().stream()
                                    .map(remark -> Words.remark(remark, row, s))
                                    .collect(Collectors.joining("; "))));
                    values(sheet, line++, row.summary(), s);
                }
                words(sheet, line, block.region(), s.t("compare.region.sum", block.region()), "");
                values(sheet, line++, block.sum(), s);
            }
            words(sheet, line, "", s.t("compare.all"), "");
            values(sheet, line, comparison.all(), s);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void head(Worksheet sheet, int column, String title, int width) {
        sheet.value(1, column, SafeText.written(title));
        sheet.style(1, column).bold().set();
        sheet.width(column, width);
    }

    private static void words(Worksheet sheet, int line, String... words) {
        for (int column = 0; column < words.length; column++) {
            sheet.value(line, column, SafeText.written(words[column]));
        }
    }

    private static void values(Worksheet sheet, int line, @Nullable Summary summary, Screen s) {
        if (summary != null) {
            sheet.value(line, 3, summary.consultants());
        }
        int column = WORDS;
        for (Measure measure : Measure.values()) {
            BigDecimal number = summary == null ? null : summary.number(measure);
            Fraction fraction = summary == null ? null : summary.of(measure);
            if (number == null) {
                sheet.value(line, column, Value.NOTHING);
            } else {
                sheet.value(line, column, number);
                switch (measure.kind()) {
                    case RATIO, SHARE_NOW, TARGET ->
                        sheet.style(line, column).format("0.0%").set();
                    default -> sheet.style(line, column).format("0.##").set();
                }
            }
            if (fraction != null) {
                sheet.value(line, column + 1, fraction.top());
                sheet.value(line, column + 2, fraction.bottom());
            }
            column += 3;
        }
    }
}
