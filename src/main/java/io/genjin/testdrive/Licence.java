package io.genjin.testdrive;

import io.genjin.picture.PictureId;
import io.genjin.shared.IdentityNumber;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A driver's licence (驾驶证) as it is shown before a drive. The number is sealed as soon as it is stored.
 *
 * @param picture the photo of it
 */
public record Licence(
        String number,
        LicenceClass type,
        LocalDate issuedOn,
        LocalDate validUntil,
        @Nullable PictureId picture) {

    private static final int WHOLE = 18;

    /** The classes that allow a car (准驾车型); C2 allows an automatic one only. */
    public enum LicenceClass {
        A1,
        A2,
        A3,
        B1,
        B2,
        C1,
        C2;

        boolean allows(TestDriveCar.Gearbox gearbox) {
            return this != C2 || gearbox == TestDriveCar.Gearbox.AUTOMATIC;
        }
    }

    /** Why its holder may only ride; its sentence is the text {@code licenceFault.<CODE>}. */
    public enum Fault {
        TOO_YOUNG,
        EXPIRED,
        ISSUED_LATER,
        WRONG_CLASS
    }

    /**
     * Why its holder may not drive on {@code day}; nothing when they may. Held exactly {@code minYears} counts (scenario 33).
     */
    public List<Fault> faults(LocalDate day, int minYears, TestDriveCar.Gearbox gearbox) {
        List<Fault> faults = new ArrayList<>();
        if (issuedOn.isAfter(day)) {
            faults.add(Fault.ISSUED_LATER);
        } else if (issuedOn.plusYears(minYears).isAfter(day)) {
            faults.add(Fault.TOO_YOUNG);
        }
        if (validUntil.isBefore(day)) {
            faults.add(Fault.EXPIRED);
        }
        if (!type.allows(gearbox)) {
            faults.add(Fault.WRONG_CLASS);
        }
        return faults;
    }

    /** A number as it is typed, in its one form: eighteen characters with their check, or the number of a foreign licence. */
    public static Optional<String> number(String typed) {
        if (typed.length() > 2 * WHOLE) {
            return Optional.empty();
        }
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\s", "");
        if (text.matches("\\d{15,}[\\dX]?")) {
            return IdentityNumber.parse(text).map(IdentityNumber::value);
        }
        return text.matches("[A-Z0-9-]{6,20}") ? Optional.of(text) : Optional.empty();
    }

    /** {@code 310***********0018}: all that is shown of a stored number. */
    public static String masked(String number) {
        int shown = Math.min(4, number.length() / 3);
        return number.substring(0, Math.min(3, shown))
                + "*".repeat(number.length() - shown - Math.min(3, shown))
                + number.substring(number.length() - shown);
    }
}
