package io.genjin.owner;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which calls an owner is to get and when: a pure reading of the file's dates, without clock or table. Days are the
 * dealership's.
 */
public final class CallbackPlan {

    private static final int DAYS_BEFORE_SERVICE = 7;
    private static final int DAYS_BEFORE_INSURANCE = 30;
    private static final int DAYS_BEFORE_INSPECTION = 30;

    private CallbackPlan() {}

    /** One call that is to be made by the end of {@code dueDate}. */
    public record Planned(CallbackType type, LocalDate dueDate) {}

    /** The three calls that the signature plans (scenario 38), on the days the policy names. */
    public static List<Planned> atSignature(LocalDate deliveredOn, List<Integer> days) {
        List<CallbackType> types = CallbackType.afterDelivery();
        return IntStream.range(0, types.size())
                .mapToObj(place -> new Planned(types.get(place), deliveredOn.plusDays(days.get(place))))
                .toList();
    }

    /**
     * The occasions whose call falls due after {@code after} and on or before {@code until}, the earliest first. Read day by
     * day or at once, the same come out: what one reading ends with, the next begins after.
     */
    public static List<Planned> occasions(OwnerDetails dates, LocalDate deliveredOn, LocalDate after, LocalDate until) {
        List<Planned> planned = new ArrayList<>();
        once(CallbackType.FIRST_SERVICE, dates.firstServiceDue(), DAYS_BEFORE_SERVICE, deliveredOn, planned);
        once(CallbackType.INSURANCE, dates.insuranceExpiry(), DAYS_BEFORE_INSURANCE, deliveredOn, planned);
        once(CallbackType.INSPECTION, dates.inspectionDue(), DAYS_BEFORE_INSPECTION, deliveredOn, planned);
        for (int year = Math.max(after.getYear(), deliveredOn.getYear()); year <= until.getYear(); year++) {
            yearly(CallbackType.ANNIVERSARY, deliveredOn, year, deliveredOn, planned);
            yearly(CallbackType.BIRTHDAY, dates.birthday(), year, deliveredOn, planned);
        }
        return planned.stream()
                .filter(one -> one.dueDate().isAfter(after) && !one.dueDate().isAfter(until))
                .sorted(Comparator.comparing(Planned::dueDate).thenComparing(Planned::type))
                .toList();
    }

    /**
     * Occasions whose date was changed so late that their call would lie in the past although the date itself still comes: they
     * are to be made today.
     */
    public static List<Planned> alreadyNear(
            OwnerDetails before, OwnerDetails now, LocalDate deliveredOn, LocalDate today) {
        List<Planned> near = new ArrayList<>();
        near(
                CallbackType.FIRST_SERVICE,
                before.firstServiceDue(),
                now.firstServiceDue(),
                DAYS_BEFORE_SERVICE,
                today,
                near);
        near(
                CallbackType.INSURANCE,
                before.insuranceExpiry(),
                now.insuranceExpiry(),
                DAYS_BEFORE_INSURANCE,
                today,
                near);
        near(CallbackType.INSPECTION, before.inspectionDue(), now.inspectionDue(), DAYS_BEFORE_INSPECTION, today, near);
        near.removeIf(one -> !one.dueDate().isAfter(deliveredOn));
        return near;
    }

    private static void near(
            CallbackType type,
            @Nullable LocalDate before,
            @Nullable LocalDate now,
            int daysBefore,
            LocalDate today,
            List<Planned> near) {
        if (now == null || now.equals(before) || now.isBefore(today)) {
            return;
        }
        if (!now.minusDays(daysBefore).isAfter(today)) {
            near.add(new Planned(type, today));
        }
    }

    private static void once(
            CallbackType type, @Nullable LocalDate day, int daysBefore, LocalDate deliveredOn, List<Planned> planned) {
        if (day != null) {
            LocalDate due = day.minusDays(daysBefore);
            planned.add(new Planned(type, due.isAfter(deliveredOn) ? due : day));
        }
    }

    /** Somebody born, or a car delivered, on 29 February has the day on the 28th in years without one. */
    private static void yearly(
            CallbackType type, @Nullable LocalDate first, int year, LocalDate deliveredOn, List<Planned> planned) {
        if (first != null && year > first.getYear()) {
            LocalDate day = first.withYear(year);
            if (day.isAfter(deliveredOn)) {
                planned.add(new Planned(type, day));
            }
        }
    }
}
