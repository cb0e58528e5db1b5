package io.genjin.subscription;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.subscription.Rhythm.Every;
import io.genjin.subscription.Subscription.Language;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as somebody asks for it.
 *
 * @param at {@code 08:30}
 */
public record Wish(
        @Nullable String page,
        @Nullable Every every,
        @Nullable DayOfWeek weekday,
        @Nullable Integer dayOfMonth,
        @Nullable String at,
        @Nullable Boolean openDaysOnly,
        @Nullable Language language) {

    private static final int LONGEST_MONTH = 31;

    /** @throws FieldsRefused naming every field of the rhythm that is missing or wrong, all together with {@code wrong} */
    Rhythm rhythm(List<Field> wrong) {
        List<Field> found = new ArrayList<>(wrong);
        if (every == null) {
            found.add(Field.of("every", "field.required"));
        }
        if (every == Every.WEEK && weekday == null) {
            found.add(Field.of("weekday", "field.required"));
        }
        if (every == Every.MONTH && dayOfMonth == null) {
            found.add(Field.of("dayOfMonth", "field.required"));
        } else if (every == Every.MONTH && dayOfMonth != null && (dayOfMonth < 1 || dayOfMonth > LONGEST_MONTH)) {
            found.add(Field.of("dayOfMonth", "subscription.dayOfMonth.wrong"));
        }
        LocalTime time = time();
        if (time == null) {
            found.add(Field.of("at", at == null || at.isBlank() ? "field.required" : "subscription.at.wrong"));
        }
        if (!found.isEmpty()) {
            throw new FieldsRefused(found);
        }
        return new Rhythm(
                Objects.requireNonNull(every),
                every == Every.WEEK ? weekday : null,
                every == Every.MONTH ? dayOfMonth : null,
                Objects.requireNonNull(time),
                openDaysOnly == null || openDaysOnly);
    }

    private @Nullable LocalTime time() {
        try {
            return at == null || !at.strip().matches("\\d{2}:\\d{2}(:\\d{2})?") ? null : LocalTime.parse(at.strip());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
