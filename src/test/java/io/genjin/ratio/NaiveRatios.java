package io.genjin.ratio;

import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ratios counted a second time, by plain loops over the raw entries and the definitions in words, without the product's SQL. */
final class NaiveRatios {

    /** A raw journal entry. */
    record Entry(
            UUID id,
            UUID prospect,
            String kind,
            UUID owner,
            String source,
            Instant at,
            LocalDate day,
            Instant recorded,
            String into,
            String purpose,
            String reasons,
            String grade) {}

    /** Something counted: for whom, and which customer. */
    private record Counted(UUID person, UUID customer, Object key) {}

    private record Standing(UUID customer, UUID owner, String state) {}

    private static final Set<String> OWNERS = Set.of(
            "PROSPECT_OPENED",
            "LEAD_RECEIVED",
            "LEAD_ALLOCATED",
            "LEAD_TAKEN_BACK",
            "LEAD_INVALID",
            "TRANSFERRED",
            "RELEASED",
            "CLAIMED",
            "WOKEN",
            "REACTIVATED",
            "DEFEATED",
            "ORDERED",
            "ORDER_CANCELLED",
            "DELIVERED",
            "MERGED",
            "MERGE_UNDONE");
    private static final Set<String> ARRIVALS = Set.of("PROSPECT_OPENED", "LEAD_RECEIVED");

    private final List<Entry> entries;
    private final Map<UUID, UUID> survivors;
    private final Set<UUID> takenBack;
    private final ZoneId zone;
    private final LocalDate from;
    private final LocalDate until;

    NaiveRatios(List<Entry> entries, Map<UUID, UUID> survivors, ZoneId zone, Days days) {
        this.entries = entries.stream()
                .sorted(Comparator.comparing(Entry::at)
                        .thenComparing(one -> one.id().toString()))
                .toList();
        this.survivors = survivors;
        this.takenBack = entries.stream()
                .filter(one -> one.kind().equals("IMPORT_TAKEN_BACK"))
                .map(Entry::prospect)
                .collect(Collectors.toSet());
        this.zone = zone;
        this.from = days.from();
        this.until = days.until();
    }

    /** Both sides, {@code 2 / 4}; nothing for what is not counted from the journal's cases. */
    String of(Ratio ratio, StaffMember person) {
        UUID who = person == null ? null : person.id().value();
        return switch (ratio) {
            case K09 -> both(leads("CARD"), plus(leads("CARD"), leads("NONE"), repeated()), who);
            case K10 -> both(invited(), leads("VALID"), who);
            case K10_ALL -> both(invited(), base(), who);
            case K11 -> both(visits(true), visits(null), who);
            case K11_NEW -> both(visits(true), fresh(), who);
            case K12 -> both(drives(), plus(visits(null), drives()), who);
            case K12_NEW -> both(drives(), fresh(), who);
            case K13 -> both(drivesOrdered(), drives(), who);
            case K14 ->
                both(
                        events("ORDERED", one -> one.source().equals("WALK_IN")),
                        visitEntries(false).stream()
                                .filter(one -> one.source().equals("WALK_IN"))
                                .map(this::counted)
                                .toList(),
                        who);
            case K14_BY_CUSTOMER -> both(visitorsWhoOrdered(), visits(null), who);
            case K14_BY_VISIT -> customers(visitorsWhoOrdered(), who) + " / " + times(visits(null), who);
            case K15 -> both(events("ORDERED", one -> true), base(), who);
            case K16_NEW -> both(events("ORDERED", this::isFresh), fresh(), who);
            case K16_CARRIED -> both(events("ORDERED", one -> stood(one, "OPEN")), begin("OPEN"), who);
            case K17_FIRST -> both(orderedOnTheDay(false), visits(false), who);
            case K17_RETURN -> both(orderedOnTheDay(true), visits(true), who);
            case K18 -> both(events("DEFEATED", one -> true), base(), who);
            case K18_NEW -> both(events("DEFEATED", this::isFresh), fresh(), who);
            case K18_CARRIED -> both(events("DEFEATED", one -> stood(one, "OPEN")), begin("OPEN"), who);
            case K18_OF_CARRIED ->
                both(events("DEFEATED", one -> true), plus(begin("OPEN"), events("DEFEATED", one -> true)), who);
            case K19 ->
                times(events("DEFEATED", this::hasReason), who) + " / "
                        + times(events("DEFEAT_APPLIED", one -> true), who);
            case K21 -> both(events("DELIVERED", one -> true), orders(), who);
            case K21_NEW ->
                both(events("DELIVERED", one -> !stood(one, "ORDERED")), events("ORDERED", one -> true), who);
            case K21_CARRIED -> both(events("DELIVERED", one -> stood(one, "ORDERED")), begin("ORDERED"), who);
            case K22 -> both(events("ORDER_CANCELLED", one -> true), orders(), who);
            case K22_NEW ->
                both(events("ORDER_CANCELLED", one -> !stood(one, "ORDERED")), events("ORDERED", one -> true), who);
            case K22_CARRIED -> both(events("ORDER_CANCELLED", one -> stood(one, "ORDERED")), begin("ORDERED"), who);
            case K23 -> customers(standing(until.plusDays(1), "ORDERED"), who) + " / 0";
            case K24 ->
                both(
                        events("DELIVERED", one -> one.source().equals("REFERRAL")),
                        events("DELIVERED", one -> true),
                        who);
            default ->
                ratio.name().startsWith("K26_")
                        ? both(
                                arrivals().stream()
                                        .filter(one -> ("K26_" + one.source()).equals(ratio.name()))
                                        .map(this::counted)
                                        .toList(),
                                fresh(),
                                who)
                        : null;
        };
    }

    private static String both(Collection<Counted> top, Collection<Counted> bottom, UUID who) {
        return customers(top, who) + " / " + customers(bottom, who);
    }

    private static long customers(Collection<Counted> counted, UUID who) {
        return counted.stream()
                .filter(one -> who == null || who.equals(one.person()))
                .map(Counted::customer)
                .distinct()
                .count();
    }

    private static long times(Collection<Counted> counted, UUID who) {
        return counted.stream()
                .filter(one -> who == null || who.equals(one.person()))
                .map(Counted::key)
                .distinct()
                .count();
    }

    @SafeVarargs
    private static List<Counted> plus(Collection<Counted>... sets) {
        return Stream.of(sets).flatMap(Collection::stream).toList();
    }

    private UUID customer(UUID prospect) {
        return survivors.getOrDefault(prospect, prospect);
    }

    private Counted counted(Entry one) {
        return new Counted(one.owner(), customer(one.prospect()), one.id());
    }

    private boolean inside(Entry one) {
        return !one.day().isBefore(from) && !one.day().isAfter(until);
    }

    private List<Entry> of(String kind) {
        return entries.stream()
                .filter(one -> one.kind().equals(kind) && inside(one))
                .toList();
    }

    private List<Counted> events(String kind, Predicate<Entry> which) {
        return of(kind).stream().filter(which).map(this::counted).toList();
    }

    private List<Counted> invited() {
        return events(
                "APPOINTMENT_KEPT",
                one -> one.purpose().equals("SHOWROOM_VISIT") || one.purpose().equals("TEST_DRIVE"));
    }

    private boolean ever(UUID prospect, String kind) {
        return entries.stream()
                .anyMatch(one -> one.prospect().equals(prospect) && one.kind().equals(kind));
    }

    private List<Counted> leads(String outcome) {
        return events("LEAD_RECEIVED", one -> {
            if (takenBack.contains(one.prospect())) {
                return false;
            }
            boolean invalid = ever(one.prospect(), "LEAD_INVALID");
            return switch (outcome) {
                case "VALID" -> !invalid;
                case "CARD" -> !invalid && ever(one.prospect(), "CARD_SUBMITTED");
                default -> invalid;
            };
        });
    }

    private List<Counted> repeated() {
        Set<UUID> received = of("LEAD_RECEIVED").stream()
                .filter(one -> !takenBack.contains(one.prospect()))
                .map(one -> customer(one.prospect()))
                .collect(Collectors.toSet());
        return events(
                "LEAD_REPEATED",
                one -> !takenBack.contains(one.prospect()) && !received.contains(customer(one.prospect())));
    }

    /** The first entry of each customer and day; the first day of all is the first visit. */
    private List<Entry> visitEntries(Boolean returns) {
        Set<List<Object>> seen = new HashSet<>();
        return of("VISIT_RECORDED").stream()
                .filter(one -> seen.add(List.of(customer(one.prospect()), one.day())))
                .filter(one -> returns == null
                        || returns
                                == entries.stream()
                                        .filter(other -> other.kind().equals("VISIT_RECORDED"))
                                        .filter(other ->
                                                customer(other.prospect()).equals(customer(one.prospect())))
                                        .anyMatch(other -> other.day().isBefore(one.day())))
                .toList();
    }

    private List<Counted> visits(Boolean returns) {
        return visitEntries(returns).stream().map(this::counted).toList();
    }

    private List<Counted> visitorsWhoOrdered() {
        Set<UUID> ordered =
                of("ORDERED").stream().map(one -> customer(one.prospect())).collect(Collectors.toSet());
        return visits(null).stream()
                .filter(one -> ordered.contains(one.customer()))
                .toList();
    }

    private List<Counted> orderedOnTheDay(boolean returns) {
        return visitEntries(returns).stream()
                .filter(visit -> entries.stream()
                        .anyMatch(one -> one.kind().equals("ORDERED")
                                && one.day().equals(visit.day())
                                && customer(one.prospect()).equals(customer(visit.prospect()))))
                .map(this::counted)
                .toList();
    }

    private List<Entry> driveEntries() {
        Set<List<Object>> seen = new HashSet<>();
        return of("TEST_DRIVEN").stream()
                .filter(one -> seen.add(List.of(customer(one.prospect()), one.day())))
                .toList();
    }

    private List<Counted> drives() {
        return driveEntries().stream().map(this::counted).toList();
    }

    private List<Counted> drivesOrdered() {
        return driveEntries().stream()
                .filter(drive -> entries.stream()
                        .anyMatch(one -> one.kind().equals("ORDERED")
                                && customer(one.prospect()).equals(customer(drive.prospect()))
                                && !one.at().isBefore(drive.at())))
                .map(this::counted)
                .toList();
    }

    private List<Entry> arrivals() {
        return entries.stream()
                .filter(one -> ARRIVALS.contains(one.kind()) && inside(one) && !takenBack.contains(one.prospect()))
                .filter(one -> entries.stream()
                        .filter(other -> ARRIVALS.contains(other.kind()))
                        .filter(other -> customer(other.prospect()).equals(customer(one.prospect())))
                        .noneMatch(other -> other.at().isBefore(one.at())))
                .toList();
    }

    private List<Counted> fresh() {
        return arrivals().stream().map(this::counted).toList();
    }

    private boolean isFresh(Entry one) {
        return fresh().stream().anyMatch(other -> other.customer().equals(customer(one.prospect())));
    }

    private List<Counted> base() {
        return plus(begin("OPEN"), fresh());
    }

    private List<Counted> orders() {
        return plus(begin("ORDERED"), events("ORDERED", one -> true));
    }

    private List<Counted> begin(String state) {
        return standing(from, state);
    }

    private boolean stood(Entry one, String state) {
        return begin(state).stream().anyMatch(other -> other.customer().equals(customer(one.prospect())));
    }

    /** How each case stood at the beginning of a day, told step by step. */
    private List<Counted> standing(LocalDate day, String state) {
        Instant moment = day.atStartOfDay(zone).toInstant();
        return entries.stream()
                .map(Entry::prospect)
                .distinct()
                .filter(prospect -> !takenBack.contains(prospect))
                .map(prospect -> at(prospect, moment))
                .filter(one -> state.equals(one.state()))
                .map(one -> new Counted(one.owner(), one.customer(), one.customer()))
                .toList();
    }

    private Standing at(UUID prospect, Instant moment) {
        String state = "";
        UUID owner = null;
        for (Entry one : entries) {
            if (one.prospect().equals(prospect) && one.at().isBefore(moment) && OWNERS.contains(one.kind())) {
                owner = one.owner();
                state = switch (one.kind()) {
                    case "PROSPECT_OPENED", "LEAD_RECEIVED", "REACTIVATED", "WOKEN", "ORDER_CANCELLED" -> "OPEN";
                    case "ORDERED" -> "ORDERED";
                    case "LEAD_INVALID", "DEFEATED", "DELIVERED" -> "CLOSED";
                    case "MERGED" ->
                        survivors.containsKey(prospect) && !one.into().equals(prospect.toString()) ? "CLOSED" : state;
                    default -> state;
                };
            }
        }
        return new Standing(customer(prospect), owner, state);
    }

    private boolean hasReason(Entry defeat) {
        return entries.stream()
                .filter(one ->
                        one.kind().equals("DEFEAT_APPLIED") && one.prospect().equals(defeat.prospect()))
                .filter(one -> !later(one, defeat))
                .max(Comparator.comparing(Entry::recorded)
                        .thenComparing(one -> one.id().toString()))
                .filter(one -> !one.reasons().isEmpty()
                        && !one.reasons().replaceAll("[\\[\\]\" ,]|OTHER", "").isEmpty())
                .isPresent();
    }

    private static boolean later(Entry one, Entry other) {
        int order = one.recorded().compareTo(other.recorded());
        return order > 0
                || order == 0 && one.id().toString().compareTo(other.id().toString()) > 0;
    }
}
