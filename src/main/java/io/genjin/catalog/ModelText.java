package io.genjin.catalog;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the range says of a model: its brand, its name as customers say it, its body and a few sentences. */
public record ModelText(
        String brand, ModelName name, Body body, @Nullable String description) {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_DESCRIPTION = 600;

    /** @throws FieldsRefused naming each field that is missing or too long */
    static ModelText checked(
            @Nullable String brand, @Nullable String name, @Nullable Body body, @Nullable String description) {
        List<Field> wrong = new ArrayList<>();
        String cleanBrand = SkillCardText.required(PlainText.line(brand, LONGEST_NAME, "brand", wrong), "brand", wrong);
        String cleanName = SkillCardText.required(PlainText.line(name, LONGEST_NAME, "name", wrong), "name", wrong);
        if (body == null) {
            wrong.add(Field.of("body", "field.required"));
        }
        String cleanDescription = PlainText.text(description, LONGEST_DESCRIPTION, "description", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return new ModelText(
                Objects.requireNonNull(cleanBrand),
                new ModelName(Objects.requireNonNull(cleanName)),
                Objects.requireNonNull(body),
                cleanDescription);
    }
}
