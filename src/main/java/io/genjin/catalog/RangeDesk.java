package io.genjin.catalog;

import io.genjin.catalog.RangePlan.Effect;
import io.genjin.catalog.RangePlan.ModelKey;
import io.genjin.catalog.RangePlan.Step;
import io.genjin.catalog.RangePlan.Wish;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.sheet.SheetRefused;
import io.genjin.staff.StaffMember;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the whole range from a sheet: look at what it would change, then take it over. Nothing is deleted, and every change goes
 * through the desks of models and comparisons, as if it had been typed. Also begins an empty range with an example, on wish.
 */
@Service
@Transactional
public class RangeDesk {

    private static final long LARGEST_FILE = 2L * 1024 * 1024;
    private static final int LONGEST_NAME = 120;

    /** A sheet and what it would change now. */
    public record Preview(RangeImport sheet, RangePlan plan) {}

    private final RangeImports imports;
    private final RangeReader reader;
    private final RangeWords words;
    private final ModelRange range;
    private final Comparisons comparisons;
    private final CarModelDesk models;
    private final ComparisonDesk comparing;
    private final Dealerships dealerships;
    private final Clock clock;

    RangeDesk(
            RangeImports imports,
            RangeReader reader,
            RangeWords words,
            ModelRange range,
            Comparisons comparisons,
            CarModelDesk models,
            ComparisonDesk comparing,
            Dealerships dealerships,
            Clock clock) {
        this.imports = imports;
        this.reader = reader;
        this.words = words;
        this.range = range;
        this.comparisons = comparisons;
        this.models = models;
        this.comparing = comparing;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * Keeps a sheet to be looked at; the range stays as it is.
     *
     * @throws SheetRefused  when the file is no sheet
     * @throws FieldsRefused when nothing in it names brand and model
     */
    public RangeImport bring(Path file, @Nullable String name, StaffMember by) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new SheetRefused(SheetRefused.Why.TOO_LARGE, LARGEST_FILE / 1024 / 1024);
            }
            reader.read(file);
            String clean = PlainText.line(name, LONGEST_NAME, "file", new ArrayList<>());
            RangeImport sheet = new RangeImport(
                    RangeImportId.next(), clean == null ? "-" : clean, by.id(), clock.instant(), null, null);
            imports.insert(by.dealership(), sheet, Files.readAllBytes(file));
            return sheet;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What a sheet would change in the range as it is now. */
    @Transactional(readOnly = true)
    public Preview preview(RangeImportId id, StaffMember reading) {
        RangeImport sheet = imports.get(reading.dealership(), id);
        return new Preview(sheet, plan(id, reading));
    }

    /**
     * Takes a sheet over as it was looked at; taken over already, nothing happens again.
     *
     * @param sign the sign of the plan that was looked at
     * @throws RangeChanged when the sheet would change something else now
     */
    public RangeImport apply(RangeImportId id, String sign, StaffMember by) {
        RangeImport sheet = imports.getForUpdate(by.dealership(), id);
        if (sheet.isApplied()) {
            return sheet;
        }
        RangePlan plan = plan(id, by);
        if (!plan.sign().equals(sign)) {
            throw new RangeChanged();
        }
        apply(plan, by);
        imports.applied(by.dealership(), id, by.id(), clock.instant());
        return imports.get(by.dealership(), id);
    }

    private RangePlan plan(RangeImportId id, StaffMember by) {
        byte[] content = imports.content(by.dealership(), id);
        try {
            Path file = Files.createTempFile("genjin-range", ".sheet");
            try {
                Files.write(file, content);
                return plan(reader.read(file), by);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private RangePlan plan(List<RangeRow> rows, StaffMember by) {
        return RangePlanning.of(rows, words, range.all(by.dealership()), comparisons.all(by.dealership()), today(by));
    }

    private LocalDate today(StaffMember by) {
        return dealerships.get(by.dealership()).today(clock);
    }

    /**
     * Fills an empty range with the built-in example, as its file says it.
     *
     * @throws RangeNotEmpty when the dealership has models
     */
    public void startWithExample(StaffMember by) {
        LocalDate today = today(by);
        LocalDate written = ExampleRange.LOOKED_UP;
        startWithExample(by, written.isAfter(today) ? today : written);
    }

    /**
     * The same with another day on which its comparisons were looked up.
     *
     * @throws RangeNotEmpty when the dealership has models
     */
    public void startWithExample(StaffMember by, LocalDate lookedUp) {
        if (!range.all(by.dealership()).isEmpty()) {
            throw new RangeNotEmpty();
        }
        List<RangeRow> rows = ExampleRange.rows(reader).stream()
                .map(row -> lookedUp(row, lookedUp))
                .toList();
        RangePlan plan = plan(rows, by);
        if (!plan.refused().isEmpty()) {
            throw new IllegalStateException("the example range is refused: " + plan.refused());
        }
        apply(plan, by);
    }

    private static RangeRow lookedUp(RangeRow row, LocalDate day) {
        if (!row.has(RangeColumn.RIVAL_MODEL)) {
            return row;
        }
        Map<RangeColumn, String> cells = new EnumMap<>(row.cells());
        cells.put(RangeColumn.AS_OF, day.toString());
        return new RangeRow(row.number(), cells);
    }

    private void apply(RangePlan plan, StaffMember by) {
        Map<ModelKey, CarModelId> ids = new HashMap<>();
        range.all(by.dealership()).forEach(model -> ids.put(ModelKey.of(model), model.id()));
        for (Step step : plan.steps()) {
            if (step.effect() != Effect.SAME) {
                apply(step, ids, by);
            }
        }
    }

    private void apply(Step step, Map<ModelKey, CarModelId> ids, StaffMember by) {
        Wish wish = step.wish();
        if (wish instanceof Wish.OfModel model) {
            if (model.id() == null) {
                ids.put(step.model(), models.add(model.draft(), by).id());
            } else {
                models.change(model.id(), model.draft(), model.seen(), by);
            }
            return;
        }
        CarModelId owner = Objects.requireNonNull(ids.get(step.model()));
        if (wish instanceof Wish.OfTrim trim) {
            if (trim.id() == null) {
                models.addTrim(owner, trim.draft(), by);
            } else {
                models.changeTrim(trim.id(), trim.draft(), trim.seen(), by);
            }
        } else if (wish instanceof Wish.OfColour colour) {
            if (colour.id() == null) {
                models.addColour(owner, colour.draft(), by);
            } else {
                models.changeColour(colour.id(), colour.draft(), colour.seen(), by);
            }
        } else if (wish instanceof Wish.OfComparison comparison) {
            if (comparison.id() == null) {
                comparing.add(owner, comparison.draft(), by);
            } else {
                comparing.change(comparison.id(), comparison.draft(), comparison.seen(), by);
            }
        }
    }
}
