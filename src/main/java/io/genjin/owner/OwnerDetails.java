package io.genjin.owner;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of an owner's file goes on changing after the delivery: the plate once it is issued, the dates from which occasions
 * follow, the person's own (3.8).
 */
public record OwnerDetails(
        @Nullable String engineNo,
        @Nullable String plate,
        @Nullable LocalDate insuranceExpiry,
        @Nullable LocalDate firstServiceDue,
        @Nullable Integer firstServiceKm,
        @Nullable LocalDate inspectionDue,
        @Nullable LocalDate birthday,
        @Nullable String family,
        @Nullable String serviceAdvisor,
        Set<Permission> permissions) {

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_LINE = 200;
    private static final int MOST_KM = 200_000;
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    /** A new car's first service is due after half a year or so many kilometres, unless the file says otherwise. */
    private static final int FIRST_SERVICE_MONTHS = 6;

    private static final int FIRST_SERVICE_KM = 5_000;
    private static final int INSPECTION_YEARS = 2;

    public static final OwnerDetails NOTHING =
            new OwnerDetails(null, null, null, null, null, null, null, null, null, Set.of());

    public OwnerDetails {
        permissions = permissions.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(permissions));
    }

    /** With the dates that follow from the delivery where nobody said others. */
    OwnerDetails completed(LocalDate deliveredOn) {
        return new OwnerDetails(
                engineNo,
                plate,
                insuranceExpiry,
                firstServiceDue == null ? deliveredOn.plusMonths(FIRST_SERVICE_MONTHS) : firstServiceDue,
                firstServiceKm == null ? Integer.valueOf(FIRST_SERVICE_KM) : firstServiceKm,
                inspectionDue == null ? deliveredOn.plusYears(INSPECTION_YEARS) : inspectionDue,
                birthday,
                family,
                serviceAdvisor,
                permissions);
    }

    /**
     * The same cleaned of control marks and blanks.
     *
     * @throws FieldsRefused naming every field that breaks its rule, all at once
     */
    OwnerDetails checked(LocalDate deliveredOn, LocalDate today) {
        List<Field> wrong = new ArrayList<>();
        String engine = PlainText.line(engineNo, LONGEST_NUMBER, "engineNo", wrong);
        String sign = PlainText.line(plate, LONGEST_NUMBER, "plate", wrong);
        String home = PlainText.line(family, LONGEST_LINE, "family", wrong);
        String advisor = PlainText.line(serviceAdvisor, LONGEST_LINE, "serviceAdvisor", wrong);
        notBefore(insuranceExpiry, "insuranceExpiry", deliveredOn, wrong);
        notBefore(firstServiceDue, "firstServiceDue", deliveredOn, wrong);
        notBefore(inspectionDue, "inspectionDue", deliveredOn, wrong);
        if (birthday != null && (birthday.isAfter(today) || birthday.isBefore(EARLIEST_BIRTH))) {
            wrong.add(Field.of("birthday", "field.birthday"));
        }
        if (firstServiceKm != null && (firstServiceKm < 0 || firstServiceKm > MOST_KM)) {
            wrong.add(Field.of("firstServiceKm", "field.km", MOST_KM));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return new OwnerDetails(
                engine == null ? null : engine.toUpperCase(Locale.ROOT),
                sign == null ? null : sign.replace(" ", "").toUpperCase(Locale.ROOT),
                insuranceExpiry,
                firstServiceDue,
                firstServiceKm,
                inspectionDue,
                birthday,
                home,
                advisor,
                permissions);
    }

    private static void notBefore(@Nullable LocalDate day, String field, LocalDate deliveredOn, List<Field> wrong) {
        if (day != null && (day.isBefore(deliveredOn) || day.isAfter(deliveredOn.plusYears(30)))) {
            wrong.add(Field.of(field, "field.afterDelivery", deliveredOn));
        }
    }
}
