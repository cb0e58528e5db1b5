package io.genjin.toolbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The box of cards as it stood on the desk: one compartment for each of the next 31 days, one for each of the 12
 * months after them, and in front those that are overdue. Every card lies in exactly one of them, always in the right one.
 */
public record CardBox(LocalDate today, List<Compartment> compartments) {

    static final int DAYS = 31;
    static final int MONTHS = 12;

    /** What kind of compartment it is. */
    public enum Kind {
        OVERDUE,
        DAY,
        MONTH
    }

    /**
     * One compartment with its cards, the most urgent first.
     *
     * @param key  how it is asked for: {@code overdue}, {@code 2026-03-05}, {@code 2026-05}
     * @param from its first day; of the overdue ones today
     */
    public record Compartment(String key, Kind kind, LocalDate from, List<FiledCard> cards) {

        public Compartment {
            cards = cards.stream().sorted(FiledCard.MOST_URGENT_FIRST).toList();
        }

        public int count() {
            return cards.size();
        }
    }

    static final String OVERDUE = "overdue";

    /** Files every card under the day on which its contact is owed, or on which a resting customer is taken up again. */
    public static CardBox file(List<FiledCard> cards, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate firstFar = today.plusDays(DAYS);
        YearMonth lastMonth = YearMonth.from(firstFar).plusMonths(MONTHS - 1L);
        Map<String, List<FiledCard>> filed = new LinkedHashMap<>();
        filed.put(OVERDUE, new ArrayList<>());
        for (int day = 0; day < DAYS; day++) {
            filed.put(today.plusDays(day).toString(), new ArrayList<>());
        }
        for (int month = 0; month < MONTHS; month++) {
            filed.put(YearMonth.from(firstFar).plusMonths(month).toString(), new ArrayList<>());
        }
        for (FiledCard card : cards) {
            LocalDate owed = LocalDate.ofInstant(card.dueAt(), zone);
            LocalDate day = owed.isBefore(today) ? today : owed;
            YearMonth month = YearMonth.from(day);
            String key = card.isLate(now)
                    ? OVERDUE
                    : day.isBefore(firstFar)
                            ? day.toString()
                            : (month.isAfter(lastMonth) ? lastMonth : month).toString();
            filed.computeIfAbsent(key, one -> new ArrayList<>()).add(card);
        }
        List<Compartment> compartments = new ArrayList<>();
        filed.forEach((key, in) -> compartments.add(compartment(key, in, today, firstFar)));
        return new CardBox(today, compartments);
    }

    private static Compartment compartment(String key, List<FiledCard> cards, LocalDate today, LocalDate firstFar) {
        if (key.equals(OVERDUE)) {
            return new Compartment(key, Kind.OVERDUE, today, cards);
        }
        if (key.length() > "2026-03".length()) {
            return new Compartment(key, Kind.DAY, LocalDate.parse(key), cards);
        }
        LocalDate first = YearMonth.parse(key).atDay(1);
        return new Compartment(key, Kind.MONTH, first.isBefore(firstFar) ? firstFar : first, cards);
    }

    public CardBox {
        compartments = List.copyOf(compartments);
    }

    public List<Compartment> of(Kind kind) {
        return compartments.stream().filter(one -> one.kind() == kind).toList();
    }

    /** The compartment of that name, if the box has it. */
    public Optional<Compartment> at(String key) {
        return compartments.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** What lies open when nobody opened anything: the overdue ones, or else today's. */
    public Compartment first() {
        Compartment overdue = compartments.get(0);
        return overdue.count() > 0 ? overdue : compartments.get(1);
    }

    public int count() {
        return compartments.stream().mapToInt(Compartment::count).sum();
    }
}
