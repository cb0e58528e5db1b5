package io.genjin.catalog.web;

import io.genjin.catalog.Better;
import io.genjin.catalog.Body;
import io.genjin.catalog.CarModel;
import io.genjin.catalog.Colour;
import io.genjin.catalog.ColourPlace;
import io.genjin.catalog.Comparison;
import io.genjin.catalog.ComparisonRow;
import io.genjin.catalog.Energy;
import io.genjin.catalog.Focus;
import io.genjin.catalog.Gearbox;
import io.genjin.catalog.ListPrice;
import io.genjin.catalog.RangeColumn;
import io.genjin.catalog.Trim;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Watermark;
import io.genjin.sheet.SafeText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The range as a sheet that can be changed and brought again, with a second sheet that says how it is filled in. */
final class RangeWorkbook {

    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int WIDTH = 15;
    private static final String DAY_FORMAT = "yyyy-mm-dd";

    private final Worksheet sheet;
    private final Screen s;
    private int line = 1;

    private RangeWorkbook(Worksheet sheet, Screen s) {
        this.sheet = sheet;
        this.s = s;
    }

    static byte[] write(List<CarModel> models, List<Comparison> comparisons, Screen s) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Genjin", "1.0")) {
            Worksheet sheet = book.newWorksheet(s.t("range.sheet"));
            Watermark.on(sheet, s);
            for (RangeColumn column : RangeColumn.values()) {
                sheet.value(0, column.ordinal(), s.t("rangeColumn." + column));
                sheet.style(0, column.ordinal()).bold().set();
                sheet.width(column.ordinal(), WIDTH);
            }
            sheet.freezePane(2, 1);
            RangeWorkbook writing = new RangeWorkbook(sheet, s);
            for (CarModel model : models) {
                writing.model(model, comparisons);
            }
            explain(book.newWorksheet(s.t("range.sheet.how")), s);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void model(CarModel model, List<Comparison> comparisons) {
        Map<RangeColumn, Object> about = new EnumMap<>(RangeColumn.class);
        about.put(RangeColumn.BODY, s.code("body", model.text().body()));
        Optional.ofNullable(model.text().description()).ifPresent(text -> about.put(RangeColumn.DESCRIPTION, text));
        row(model, about);
        model.trimsOnSale().forEach(trim -> row(model, cells(trim)));
        model.colours().stream().filter(Colour::isOnSale).forEach(colour -> row(model, cells(colour)));
        comparisons.stream()
                .filter(one -> one.isInUse() && one.text().model().equals(model.id()))
                .forEach(one -> one.text().rows().forEach(row -> row(model, cells(one, row))));
    }

    private Map<RangeColumn, Object> cells(Trim trim) {
        Map<RangeColumn, Object> cells = new EnumMap<>(RangeColumn.class);
        cells.put(RangeColumn.TRIM, trim.text().name());
        cells.put(RangeColumn.MODEL_YEAR, trim.text().modelYear());
        cells.put(RangeColumn.ENERGY, s.code("energy", trim.text().energy()));
        cells.put(RangeColumn.POWER_KW, trim.text().powerKw());
        cells.put(RangeColumn.GEARBOX, s.code("gearbox", trim.text().gearbox()));
        cells.put(RangeColumn.SEATS, trim.text().seats());
        Optional.ofNullable(trim.text().range()).ifPresent(range -> cells.put(RangeColumn.RANGE_KM, range));
        trim.priceOn(s.today())
                .map(ListPrice::amount)
                .ifPresent(price -> cells.put(RangeColumn.LIST_PRICE, price.yuan()));
        return cells;
    }

    private Map<RangeColumn, Object> cells(Colour colour) {
        Map<RangeColumn, Object> cells = new EnumMap<>(RangeColumn.class);
        cells.put(RangeColumn.PLACE, s.code("colourPlace", colour.text().place()));
        cells.put(RangeColumn.COLOUR, colour.text().name());
        cells.put(RangeColumn.SWATCH, colour.text().swatch().hex());
        cells.put(RangeColumn.SURCHARGE, colour.text().surcharge().yuan());
        return cells;
    }

    private Map<RangeColumn, Object> cells(Comparison comparison, ComparisonRow row) {
        Map<RangeColumn, Object> cells = new EnumMap<>(RangeColumn.class);
        cells.put(RangeColumn.RIVAL_BRAND, comparison.text().rival().brand());
        cells.put(RangeColumn.RIVAL_MODEL, comparison.text().rival().model());
        Optional.ofNullable(comparison.text().rival().trim())
                .ifPresent(trim -> cells.put(RangeColumn.RIVAL_TRIM, trim));
        cells.put(RangeColumn.FOCUS, s.code("focus", row.focus()));
        cells.put(RangeColumn.OURS, row.ours());
        cells.put(RangeColumn.THEIRS, row.theirs());
        cells.put(RangeColumn.BETTER, s.code("better", row.better()));
        cells.put(RangeColumn.SOURCE, row.source() == null ? comparison.text().source() : row.source());
        cells.put(RangeColumn.AS_OF, comparison.text().asOf());
        return cells;
    }

    private void row(CarModel model, Map<RangeColumn, Object> cells) {
        cells.put(RangeColumn.BRAND, model.text().brand());
        cells.put(RangeColumn.MODEL, model.name().text());
        cells.forEach((column, value) -> {
            int place = column.ordinal();
            if (value instanceof Number number) {
                sheet.value(line, place, number);
            } else if (value instanceof LocalDate day) {
                sheet.value(line, place, day);
                sheet.style(line, place).format(DAY_FORMAT).set();
            } else {
                sheet.value(line, place, SafeText.written(value.toString()));
            }
        });
        line++;
    }

    private static void explain(Worksheet sheet, Screen s) {
        sheet.width(0, 22);
        sheet.width(1, 100);
        int line = 0;
        for (int sentence = 1; sentence <= 6; sentence++) {
            sheet.value(line++, 0, s.t("range.how." + sentence));
        }
        line++;
        line = words(sheet, line, RangeColumn.BODY, "body", Body.values(), s);
        line = words(sheet, line, RangeColumn.ENERGY, "energy", Energy.values(), s);
        line = words(sheet, line, RangeColumn.GEARBOX, "gearbox", Gearbox.values(), s);
        line = words(sheet, line, RangeColumn.PLACE, "colourPlace", ColourPlace.values(), s);
        line = words(sheet, line, RangeColumn.FOCUS, "focus", Focus.values(), s);
        words(sheet, line, RangeColumn.BETTER, "better", Better.values(), s);
    }

    private static int words(Worksheet sheet, int line, RangeColumn column, String kind, Enum<?>[] codes, Screen s) {
        sheet.value(line, 0, s.t("rangeColumn." + column));
        sheet.style(line, 0).bold().set();
        sheet.value(
                line, 1, Arrays.stream(codes).map(code -> s.code(kind, code)).collect(Collectors.joining(" / ")));
        return line + 1;
    }
}
