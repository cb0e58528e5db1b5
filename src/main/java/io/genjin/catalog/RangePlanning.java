package io.genjin.catalog;

import io.genjin.catalog.CarModelDesk.ColourDraft;
import io.genjin.catalog.CarModelDesk.ModelDraft;
import io.genjin.catalog.CarModelDesk.TrimDraft;
import io.genjin.catalog.RangePlan.Change;
import io.genjin.catalog.RangePlan.Effect;
import io.genjin.catalog.RangePlan.ModelKey;
import io.genjin.catalog.RangePlan.RefusedRow;
import io.genjin.catalog.RangePlan.Step;
import io.genjin.catalog.RangePlan.What;
import io.genjin.catalog.RangePlan.Wish;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Money;
import io.genjin.shared.Refusal;
import io.genjin.shared.Refusal.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares a range sheet with the range: an empty cell leaves what is there, a word of a trim or a colour that is there changes
 * it, and what is not in the sheet stays. A row is taken over whole or refused whole.
 */
final class RangePlanning {

    private final RangeWords words;
    private final LocalDate today;
    private final Map<ModelKey, CarModel> known = new HashMap<>();
    private final List<Comparison> comparisons;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Integer, RefusedRow> refused = new LinkedHashMap<>();
    private final Map<String, Integer> named = new HashMap<>();
    private final Map<ModelKey, Integer> fresh = new HashMap<>();
    private final Map<Rivalry, List<RangeRow>> rivalries = new LinkedHashMap<>();

    /** Our model and the competitor's car beside it. */
    private record Rivalry(ModelKey model, Rival rival) {}

    private RangePlanning(RangeWords words, List<CarModel> models, List<Comparison> comparisons, LocalDate today) {
        this.words = words;
        this.today = today;
        this.comparisons = comparisons;
        models.forEach(model -> known.put(ModelKey.of(model), model));
    }

    static RangePlan of(
            List<RangeRow> rows,
            RangeWords words,
            List<CarModel> models,
            List<Comparison> comparisons,
            LocalDate today) {
        RangePlanning planning = new RangePlanning(words, models, comparisons, today);
        rows.forEach(planning::row);
        planning.rivalries.forEach(planning::compare);
        return new RangePlan(
                planning.steps,
                planning.refused.values().stream()
                        .sorted(Comparator.comparing(RefusedRow::number))
                        .toList());
    }

    private void row(RangeRow row) {
        String brand = row.cell(RangeColumn.BRAND);
        String name = row.cell(RangeColumn.MODEL);
        if (brand == null || name == null) {
            RangeColumn missing = brand == null ? RangeColumn.BRAND : RangeColumn.MODEL;
            refuse(row, "", List.of(Field.of(missing.name(), "field.required")));
            return;
        }
        ModelKey key = new ModelKey(brand.strip(), name.strip());
        List<Field> wrong = new ArrayList<>();
        List<Step> here = new ArrayList<>();
        boolean isThere = known.containsKey(key) || fresh.containsKey(key);
        if (!isThere || row.hasAny(RangeColumn.BODY, RangeColumn.DESCRIPTION)) {
            collect(() -> model(row, key, wrong), here, wrong);
        }
        if (isTwice(row, key, RangeColumn.TRIM, RangeColumn.MODEL_YEAR, wrong)
                || isTwice(row, key, RangeColumn.COLOUR, RangeColumn.PLACE, wrong)) {
            refuse(row, key.brand() + " " + key.name(), wrong);
            return;
        }
        if (row.has(RangeColumn.TRIM)) {
            collect(() -> trim(row, key, wrong), here, wrong);
        } else if (row.hasAny(RangeColumn.LIST_PRICE, RangeColumn.POWER_KW, RangeColumn.GEARBOX)) {
            wrong.add(Field.of(RangeColumn.TRIM.name(), "field.required"));
        }
        if (row.has(RangeColumn.COLOUR)) {
            collect(() -> colour(row, key, wrong), here, wrong);
        }
        Rivalry rivalry = null;
        if (row.has(RangeColumn.RIVAL_MODEL)) {
            String rivalBrand = row.cell(RangeColumn.RIVAL_BRAND);
            if (rivalBrand == null) {
                wrong.add(Field.of(RangeColumn.RIVAL_BRAND.name(), "field.required"));
            } else {
                rivalry = new Rivalry(
                        key,
                        new Rival(
                                rivalBrand,
                                Objects.requireNonNull(row.cell(RangeColumn.RIVAL_MODEL)),
                                row.cell(RangeColumn.RIVAL_TRIM)));
            }
        } else if (row.hasAny(RangeColumn.OURS, RangeColumn.THEIRS, RangeColumn.BETTER)) {
            wrong.add(Field.of(RangeColumn.RIVAL_MODEL.name(), "field.required"));
        }
        if (!wrong.isEmpty()) {
            refuse(row, key.brand() + " " + key.name(), wrong);
            return;
        }
        accept(row, key, here, rivalry);
    }

    /** Whether an earlier row names the same trim or colour, which then is not changed twice. */
    private boolean isTwice(RangeRow row, ModelKey key, RangeColumn column, RangeColumn beside, List<Field> wrong) {
        if (!row.has(column)) {
            return false;
        }
        String name = column + "|" + key + "|" + row.cell(column) + "|" + row.cell(beside);
        Integer earlier = named.putIfAbsent(name, row.number());
        if (earlier != null) {
            wrong.add(Field.of(column.name(), "range.twice", String.valueOf(earlier)));
        }
        return earlier != null;
    }

    private void accept(RangeRow row, ModelKey key, List<Step> here, @Nullable Rivalry rivalry) {
        for (Step step : here) {
            boolean again = step.what() == What.MODEL && fresh.containsKey(key);
            if (!again) {
                steps.add(step);
            }
            if (step.what() == What.MODEL) {
                fresh.put(key, row.number());
            }
        }
        if (rivalry != null) {
            rivalries.computeIfAbsent(rivalry, one -> new ArrayList<>()).add(row);
        }
    }

    private void refuse(RangeRow row, String title, List<Field> wrong) {
        refused.merge(
                row.number(),
                new RefusedRow(row.number(), title, wrong),
                (first, second) -> new RefusedRow(
                        first.number(),
                        first.title(),
                        Stream.concat(first.wrong().stream(), second.wrong().stream())
                                .toList()));
    }

    private interface Planned {
        Step step();
    }

    private static void collect(Planned planned, List<Step> here, List<Field> wrong) {
        try {
            here.add(planned.step());
        } catch (FieldsRefused refused) {
            refused.fields()
                    .forEach(field -> wrong.add(new Field(column(field.name()), field.messageKey(), field.args())));
        }
    }

    /** The column of a field as the desks name it. */
    private static String column(String field) {
        return switch (field) {
            case "brand" -> RangeColumn.BRAND.name();
            case "body" -> RangeColumn.BODY.name();
            case "description" -> RangeColumn.DESCRIPTION.name();
            case "trim" -> RangeColumn.RIVAL_TRIM.name();
            case "rival" -> RangeColumn.RIVAL_MODEL.name();
            case "modelYear" -> RangeColumn.MODEL_YEAR.name();
            case "energy" -> RangeColumn.ENERGY.name();
            case "powerKw" -> RangeColumn.POWER_KW.name();
            case "gearbox" -> RangeColumn.GEARBOX.name();
            case "seats" -> RangeColumn.SEATS.name();
            case "range" -> RangeColumn.RANGE_KM.name();
            case "listPrice" -> RangeColumn.LIST_PRICE.name();
            case "priceFrom" -> RangeColumn.PRICE_FROM.name();
            case "place" -> RangeColumn.PLACE.name();
            case "swatch" -> RangeColumn.SWATCH.name();
            case "surcharge" -> RangeColumn.SURCHARGE.name();
            case "source" -> RangeColumn.SOURCE.name();
            case "asOf" -> RangeColumn.AS_OF.name();
            case "rows" -> RangeColumn.FOCUS.name();
            default ->
                field.endsWith(".ours")
                        ? RangeColumn.OURS.name()
                        : field.endsWith(".theirs")
                                ? RangeColumn.THEIRS.name()
                                : field.endsWith(".better") ? RangeColumn.BETTER.name() : field;
        };
    }

    private Step model(RangeRow row, ModelKey key, List<Field> wrong) {
        CarModel model = known.get(key);
        Body body = code(
                row,
                RangeColumn.BODY,
                Body.class,
                model == null ? null : model.text().body(),
                wrong);
        String description = row.has(RangeColumn.DESCRIPTION)
                ? row.cell(RangeColumn.DESCRIPTION)
                : model == null ? null : model.text().description();
        ModelDraft draft = new ModelDraft(key.brand(), key.name(), body, description);
        ModelText text = row.has(RangeColumn.BODY) && body == null ? null : draft.checked();
        List<Change> changes = new ArrayList<>();
        if (text != null && model != null) {
            change(RangeColumn.BODY, model.text().body(), text.body(), changes);
            change(RangeColumn.DESCRIPTION, model.text().description(), text.description(), changes);
        }
        return step(
                What.MODEL,
                model != null,
                row,
                key,
                key.brand() + " " + key.name(),
                changes,
                new Wish.OfModel(
                        model == null ? null : model.id(),
                        model == null ? 0 : model.edition().version(),
                        draft));
    }

    private Step trim(RangeRow row, ModelKey key, List<Field> wrong) {
        String name = Objects.requireNonNull(row.cell(RangeColumn.TRIM));
        Integer year = number(row, RangeColumn.MODEL_YEAR, wrong);
        Trim trim = Optional.ofNullable(known.get(key)).stream()
                .flatMap(model -> model.trims().stream())
                .filter(one -> one.text().name().equals(name))
                .filter(one -> year == null || one.text().modelYear() == year)
                .max(Comparator.comparing(one -> one.text().modelYear()))
                .orElse(null);
        TrimText before = trim == null ? null : trim.text();
        LocalDate from = day(row, RangeColumn.PRICE_FROM, wrong);
        LocalDate counts = from == null ? today : from;
        Money listed = trim == null ? null : trim.listPrice(counts).orElse(null);
        String price = row.has(RangeColumn.LIST_PRICE)
                ? row.cell(RangeColumn.LIST_PRICE)
                : listed == null ? null : listed.toString();
        int faults = wrong.size();
        TrimDraft draft = new TrimDraft(
                name,
                year != null || before == null ? year : (Integer) before.modelYear(),
                code(row, RangeColumn.ENERGY, Energy.class, before == null ? null : before.energy(), wrong),
                orElse(number(row, RangeColumn.POWER_KW, wrong), before == null ? null : before.powerKw()),
                code(row, RangeColumn.GEARBOX, Gearbox.class, before == null ? null : before.gearbox(), wrong),
                orElse(number(row, RangeColumn.SEATS, wrong), before == null ? null : before.seats()),
                orElse(number(row, RangeColumn.RANGE_KM, wrong), before == null ? null : before.range()),
                price,
                from);
        List<Change> changes = new ArrayList<>();
        if (wrong.size() == faults) {
            TrimText text = draft.checked();
            ListPrice.Wish wish = ListPrice.Wish.checked(price, from, today);
            if (before != null) {
                change(RangeColumn.MODEL_YEAR, before.modelYear(), text.modelYear(), changes);
                change(RangeColumn.ENERGY, before.energy(), text.energy(), changes);
                change(RangeColumn.POWER_KW, before.powerKw(), text.powerKw(), changes);
                change(RangeColumn.GEARBOX, before.gearbox(), text.gearbox(), changes);
                change(RangeColumn.SEATS, before.seats(), text.seats(), changes);
                change(RangeColumn.RANGE_KM, before.range(), text.range(), changes);
                change(RangeColumn.LIST_PRICE, listed, wish.amount(), changes);
            }
        }
        String title = key.name() + " " + name + (draft.modelYear() == null ? "" : " " + draft.modelYear());
        return step(
                What.TRIM,
                trim != null,
                row,
                key,
                title,
                changes,
                new Wish.OfTrim(
                        trim == null ? null : trim.id(),
                        trim == null ? 0 : trim.edition().version(),
                        draft));
    }

    private Step colour(RangeRow row, ModelKey key, List<Field> wrong) {
        String name = Objects.requireNonNull(row.cell(RangeColumn.COLOUR));
        ColourPlace place = row.has(RangeColumn.PLACE)
                ? code(row, RangeColumn.PLACE, ColourPlace.class, null, wrong)
                : ColourPlace.EXTERIOR;
        Colour colour = Optional.ofNullable(known.get(key)).stream()
                .flatMap(model -> model.colours().stream())
                .filter(one -> one.text().name().equals(name) && one.text().place() == place)
                .findFirst()
                .orElse(null);
        ColourText before = colour == null ? null : colour.text();
        ColourDraft draft = new ColourDraft(
                place,
                name,
                row.has(RangeColumn.SWATCH)
                        ? row.cell(RangeColumn.SWATCH)
                        : before == null ? null : before.swatch().hex(),
                row.has(RangeColumn.SURCHARGE)
                        ? row.cell(RangeColumn.SURCHARGE)
                        : before == null ? null : before.surcharge().toString());
        List<Change> changes = new ArrayList<>();
        if (place != null) {
            ColourText text = draft.checked();
            if (before != null) {
                change(RangeColumn.SWATCH, before.swatch(), text.swatch(), changes);
                change(RangeColumn.SURCHARGE, before.surcharge(), text.surcharge(), changes);
            }
        }
        return step(
                What.COLOUR,
                colour != null,
                row,
                key,
                key.name() + " · " + name + (place == ColourPlace.INTERIOR ? " · INTERIOR" : ""),
                changes,
                new Wish.OfColour(
                        colour == null ? null : colour.id(),
                        colour == null ? 0 : colour.edition().version(),
                        draft));
    }

    /** A comparison stands in several rows; one that is wrong makes all of them wrong, or what is left might not be fair. */
    private void compare(Rivalry rivalry, List<RangeRow> rows) {
        List<Field> wrong = new ArrayList<>();
        List<ComparisonText.RowDraft> drafts = new ArrayList<>();
        String source = mostNamed(rows);
        for (RangeRow row : rows) {
            String own = row.cell(RangeColumn.SOURCE);
            drafts.add(new ComparisonText.RowDraft(
                    code(row, RangeColumn.FOCUS, Focus.class, null, wrong),
                    row.cell(RangeColumn.OURS),
                    row.cell(RangeColumn.THEIRS),
                    code(row, RangeColumn.BETTER, Better.class, null, wrong),
                    Objects.equals(own, source) ? null : own));
        }
        CarModel ours = known.get(rivalry.model());
        Comparison there = ours == null
                ? null
                : comparisons.stream()
                        .filter(one -> one.text().model().equals(ours.id())
                                && one.text().rival().equals(rivalry.rival()))
                        .findFirst()
                        .orElse(null);
        Rival rival = rivalry.rival();
        ComparisonDesk.Draft draft = new ComparisonDesk.Draft(
                rival.brand(),
                rival.model(),
                rival.trim(),
                source == null && there != null ? there.text().source() : source,
                dayOf(rows, wrong),
                drafts);
        CarModelId model = ours == null ? CarModelId.next() : ours.id();
        ComparisonText text = null;
        try {
            if (wrong.isEmpty()) {
                text = ComparisonText.checked(
                        model, draft.brand(), draft.rival(), draft.trim(), draft.source(), draft.asOf(), drafts, today);
            }
        } catch (Refusal refusal) {
            refusal.fields()
                    .forEach(field -> wrong.add(new Field(column(field.name()), field.messageKey(), field.args())));
        }
        if (text == null) {
            rows.forEach(row -> refuse(row, rivalry.model().name() + " / " + rival.title(), wrong));
            return;
        }
        boolean same = there != null && there.text().equals(text);
        List<Change> changes = there == null || same
                ? List.of()
                : List.of(new Change(
                        RangeColumn.AS_OF,
                        there.text().asOf().toString(),
                        text.asOf().toString()));
        steps.add(new Step(
                What.COMPARISON,
                there == null ? Effect.NEW : same ? Effect.SAME : Effect.CHANGED,
                rows.stream().map(RangeRow::number).toList(),
                rivalry.model(),
                rivalry.model().name() + " / " + rival.title(),
                changes,
                new Wish.OfComparison(
                        there == null ? null : there.id(),
                        there == null ? 0 : there.edition().version(),
                        draft)));
    }

    private @Nullable LocalDate dayOf(List<RangeRow> rows, List<Field> wrong) {
        return rows.stream()
                .filter(row -> row.has(RangeColumn.AS_OF))
                .findFirst()
                .map(row -> day(row, RangeColumn.AS_OF, wrong))
                .orElse(null);
    }

    /** The source of the comparison as a whole: the one that stands in most rows. */
    private static @Nullable String mostNamed(List<RangeRow> rows) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.has(RangeColumn.SOURCE))
                .forEach(row -> counts.merge(Objects.requireNonNull(row.cell(RangeColumn.SOURCE)), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static Step step(
            What what, boolean isThere, RangeRow row, ModelKey key, String title, List<Change> changes, Wish wish) {
        Effect effect = !isThere ? Effect.NEW : changes.isEmpty() ? Effect.SAME : Effect.CHANGED;
        return new Step(what, effect, List.of(row.number()), key, title, changes, wish);
    }

    private static void change(
            RangeColumn column, @Nullable Object before, @Nullable Object after, List<Change> changes) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(
                    column, before == null ? null : before.toString(), after == null ? "" : after.toString()));
        }
    }

    private <E extends Enum<E>> @Nullable E code(
            RangeRow row, RangeColumn column, Class<E> kind, @Nullable E otherwise, List<Field> wrong) {
        if (!row.has(column)) {
            return otherwise;
        }
        E code = words.code(kind, row.cell(column));
        if (code == null) {
            wrong.add(Field.of(column.name(), "sheet.word"));
        }
        return code;
    }

    private static @Nullable Integer number(RangeRow row, RangeColumn column, List<Field> wrong) {
        String text = row.cell(column);
        if (text == null) {
            return null;
        }
        String digits = text.replaceAll("(?i)\\s*(kW|km|座|公里|千瓦|款|年)$", "");
        if (!digits.matches("\\d{1,6}")) {
            wrong.add(Field.of(column.name(), "field.unreadable"));
            return null;
        }
        return Integer.valueOf(digits);
    }

    private static @Nullable LocalDate day(RangeRow row, RangeColumn column, List<Field> wrong) {
        String text = row.cell(column);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            wrong.add(Field.of(column.name(), "sheet.date"));
            return null;
        }
        return LocalDate.parse(text);
    }

    private static @Nullable Integer orElse(@Nullable Integer typed, @Nullable Integer otherwise) {
        return typed == null ? otherwise : typed;
    }
}
