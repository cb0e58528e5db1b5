package io.genjin.funnel.web;

import io.genjin.funnel.Dimension;
import io.genjin.funnel.FunnelCounts;
import io.genjin.funnel.FunnelCounts.Reached;
import io.genjin.funnel.FunnelQuestion;
import io.genjin.funnel.FunnelReport;
import io.genjin.funnel.FunnelReport.Reading;
import io.genjin.funnel.FunnelReport.Slice;
import io.genjin.funnel.FunnelStage;
import io.genjin.privacy.AccessLog;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Attachment;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Watermark;
import io.genjin.sheet.SafeText;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The funnel as a workbook: a line for each slice and stage, the whole first, so that any table can be made of it. */
@Component
class FunnelWorkbook {

    static final String TYPE = Attachment.XLSX;

    private static final List<String> COLUMNS =
            List.of("stage", "reached", "skipped", "conversion", "overall", "days", "timed");
    private static final int WIDTH = 16;
    private static final int HEAD = 3;

    private final FunnelReport funnel;
    private final StaffDirectory staff;
    private final AccessLog log;

    FunnelWorkbook(FunnelReport funnel, StaffDirectory staff, AccessLog log) {
        this.funnel = funnel;
        this.staff = staff;
        this.log = log;
    }

    ResponseEntity<byte[]> answer(FunnelAddress.Params params, StaffMember me, Screen s) {
        Reading reading = funnel.read(funnel.question(params.asked(), me), me);
        FunnelWords words = new FunnelWords(s, new People(staff, me.dealership()), new FunnelAddress(staff, me));
        String name =
                "funnel-" + reading.question().from() + "-" + reading.question().to() + ".xlsx";
        log.downloaded(me, name, 0);
        return Attachment.xlsx(name, write(reading, words, s));
    }

    private static byte[] write(Reading reading, FunnelWords words, Screen s) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FunnelQuestion question = reading.question();
        try (Workbook book = new Workbook(bytes, "Genjin", "1.0")) {
            Worksheet page = book.newWorksheet(s.t("nav.funnel"));
            Watermark.on(page, s);
            page.value(
                    0, 0, s.t("funnel.subtitle." + question.basis(), question.from(), question.to(), question.until()));
            page.value(1, 0, s.t("funnel.definition." + question.basis()));
            int column = 0;
            for (Dimension dimension : question.by()) {
                head(page, column++, s.code("funnelDimension", dimension));
            }
            for (String name : COLUMNS) {
                head(page, column++, s.t("funnel.column." + name));
            }
            page.freezePane(0, HEAD);
            int line = HEAD;
            line = lines(
                    page,
                    line,
                    question.by().stream().map(one -> s.t("funnel.whole")).toList(),
                    reading.whole(),
                    s);
            for (Slice slice : reading.slices()) {
                line = lines(page, line, named(question, slice, words), slice.counts(), s);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static List<String> named(FunnelQuestion question, Slice slice, FunnelWords words) {
        return IntStream.range(0, slice.values().size())
                .mapToObj(place ->
                        words.value(question.by().get(place), slice.values().get(place)))
                .toList();
    }

    private static void head(Worksheet page, int column, String title) {
        page.value(HEAD - 1, column, title);
        page.style(HEAD - 1, column).bold().set();
        page.width(column, WIDTH);
    }

    private static int lines(Worksheet page, int first, List<String> named, FunnelCounts counts, Screen s) {
        int line = first;
        for (FunnelStage stage : FunnelStage.values()) {
            int column = 0;
            for (String name : named) {
                page.value(line, column++, SafeText.written(name));
            }
            Reached reached = counts.of(stage);
            page.value(line, column++, s.code("funnelStage", stage));
            page.value(line, column++, reached.count());
            page.value(line, column++, stage.before() == null ? null : reached.count() - reached.straight());
            percent(page, line, column++, counts.stageConversion(stage));
            percent(page, line, column++, counts.overall(stage));
            page.value(line, column++, reached.medianDays());
            page.value(line, column, stage.before() == null ? null : reached.timed());
            line++;
        }
        return line;
    }

    /** Nothing to divide by is an empty cell, never 0 %. */
    private static void percent(Worksheet page, int line, int column, @Nullable BigDecimal part) {
        if (part != null) {
            page.value(line, column, part);
            page.style(line, column).format("0.0%").set();
        }
    }
}
