package io.genjin.demo;

import io.genjin.shared.IdentityNumber;
import io.genjin.shared.Vin;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers that stand on the papers of the past: of cars, of identity cards, of receipts; right in every check digit, and nobody's. */
final class Papers {

    private static final String CHECKS = "0123456789X";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    private final Dice random;
    private final int dealership;
    private int cars;
    private int receipts;

    Papers(Dice random, int dealership) {
        this.random = random;
        this.dealership = dealership;
    }

    /** The next car from the yard. */
    String vin() {
        cars++;
        String serial = "%d%05d".formatted(dealership, cars);
        for (int check = 0; check < CHECKS.length(); check++) {
            String vin = "LSVAM418" + CHECKS.charAt(check) + "T2" + serial;
            if (Vin.parse(vin).isPresent()) {
                return vin;
            }
        }
        throw new IllegalStateException("one of the check digits must fit");
    }

    /** Somebody born between 1960 and 2000. */
    String identity() {
        LocalDate born = LocalDate.of(1960, 1, 1).plusDays(random.nextInt(40 * 365));
        String front = "310" + "%03d".formatted(100 + random.nextInt(20)) + born.format(DAY)
                + "%03d".formatted(random.nextInt(1000));
        for (int check = 0; check < CHECKS.length(); check++) {
            String number = front + CHECKS.charAt(check);
            if (IdentityNumber.parse(number).isPresent()) {
                return number;
            }
        }
        throw new IllegalStateException("one of the check digits must fit");
    }

    String receipt() {
        receipts++;
        return "SK%d%05d".formatted(dealership, receipts);
    }

    /** A new plate; letters I and O are not given out. */
    String plate() {
        String letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
        return "沪" + letters.charAt(random.nextInt(letters.length())) + "D" + "%05d".formatted(random.nextInt(100_000));
    }
}
