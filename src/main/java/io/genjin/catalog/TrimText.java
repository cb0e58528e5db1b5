package io.genjin.catalog;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the range says of a trim (配置): its name behind the model's, and what tells it from the others.
 *
 * @param range how far it drives on electricity alone, in kilometres by CLTC; only what has a plug has one
 */
public record TrimText(
        String name,
        int modelYear,
        Energy energy,
        int powerKw,
        Gearbox gearbox,
        int seats,
        @Nullable Integer range) {

    private static final int LONGEST_NAME = 60;

    /** @throws FieldsRefused naming each field that is missing or cannot be */
    static TrimText checked(
            @Nullable String name,
            @Nullable Integer modelYear,
            @Nullable Energy energy,
            @Nullable Integer powerKw,
            @Nullable Gearbox gearbox,
            @Nullable Integer seats,
            @Nullable Integer range) {
        List<Field> wrong = new ArrayList<>();
        String cleanName = SkillCardText.required(PlainText.line(name, LONGEST_NAME, "name", wrong), "name", wrong);
        between(modelYear, 2000, 2100, "modelYear", wrong);
        between(powerKw, 20, 1_500, "powerKw", wrong);
        between(seats, 1, 20, "seats", wrong);
        if (energy == null) {
            wrong.add(Field.of("energy", "field.required"));
        }
        if (gearbox == null) {
            wrong.add(Field.of("gearbox", "field.required"));
        }
        if (range != null) {
            between(range, 10, 3_000, "range", wrong);
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return new TrimText(
                Objects.requireNonNull(cleanName),
                Objects.requireNonNull(modelYear),
                Objects.requireNonNull(energy),
                Objects.requireNonNull(powerKw),
                Objects.requireNonNull(gearbox),
                Objects.requireNonNull(seats),
                range);
    }

    private static void between(@Nullable Integer value, int least, int most, String field, List<Field> wrong) {
        if (value == null) {
            wrong.add(Field.of(field, "field.required"));
        } else if (value < least || value > most) {
            wrong.add(Field.of(field, "catalog.between", String.valueOf(least), String.valueOf(most)));
        }
    }
}
