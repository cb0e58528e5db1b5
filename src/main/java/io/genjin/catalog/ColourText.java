package io.genjin.catalog;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Money;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the range says of a colour: where it is, its name, how it looks, and what it costs on top of the list price. */
public record ColourText(ColourPlace place, String name, Swatch swatch, Money surcharge) {

    private static final int LONGEST_NAME = 40;

    /** @throws FieldsRefused naming each field that is missing or cannot be read */
    static ColourText checked(
            @Nullable ColourPlace place, @Nullable String name, @Nullable String swatch, @Nullable String surcharge) {
        List<Field> wrong = new ArrayList<>();
        if (place == null) {
            wrong.add(Field.of("place", "field.required"));
        }
        String cleanName = SkillCardText.required(PlainText.line(name, LONGEST_NAME, "name", wrong), "name", wrong);
        Optional<Swatch> read = swatch == null || swatch.isBlank() ? Optional.empty() : Swatch.parse(swatch);
        if (read.isEmpty()) {
            boolean missing = swatch == null || swatch.isBlank();
            wrong.add(Field.of("swatch", missing ? "field.required" : "catalog.swatch"));
        }
        Money extra = surcharge == null || surcharge.isBlank()
                ? Money.NOTHING
                : ListPrice.read("surcharge", surcharge, wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return new ColourText(
                Objects.requireNonNull(place),
                Objects.requireNonNull(cleanName),
                read.orElseThrow(),
                Objects.requireNonNull(extra));
    }
}
