package io.genjin.hlist;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.Access;
import io.genjin.report.FirstEntries;
import io.genjin.shared.DealershipId;
import io.genjin.shared.NothingHere;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lists as people read them: managers all of a week, a consultant their own and those of colleagues they stand in for. Of a
 * running week it says what came of each customer so far; of a closed one what was frozen.
 */
@Component
@Transactional(readOnly = true)
public class HListBook {

    private static final String READ = "hlist.read";

    /**
     * One week.
     *
     * @param closed   whether its lists are in the archive
     * @param coverage of the consultants that the reader may see
     * @param mine     on lists the reader may not see, the customers for whom the reader is responsible
     * @param verdicts by entry: the frozen result, or what came of it so far
     */
    public record Week(
            ListWeek week,
            boolean closed,
            Coverage coverage,
            List<HList> lists,
            List<HListEntry> mine,
            Map<HListEntryId, Verdict> verdicts) {

        public Optional<HList> listOf(StaffId consultant) {
            return lists.stream()
                    .filter(list -> list.consultant().equals(consultant))
                    .findFirst();
        }

        public HitRate rate() {
            return HitRate.of(lists.stream()
                    .flatMap(list -> list.entries().stream())
                    .map(entry -> verdicts.get(entry.id()))
                    .toList());
        }

        public HitRate rate(HList list) {
            return HitRate.of(list.entries().stream()
                    .map(entry -> verdicts.get(entry.id()))
                    .toList());
        }
    }

    private final HLists lists;
    private final ListWeeks weeks;
    private final Coverages coverages;
    private final Happenings happenings;
    private final Outlooks outlooks;
    private final Access access;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final FirstEntries firstEntries;
    private final Clock clock;

    HListBook(
            HLists lists,
            ListWeeks weeks,
            Coverages coverages,
            Happenings happenings,
            Outlooks outlooks,
            Access access,
            StaffDirectory staff,
            Dealerships dealerships,
            FirstEntries firstEntries,
            Clock clock) {
        this.lists = lists;
        this.weeks = weeks;
        this.coverages = coverages;
        this.happenings = happenings;
        this.outlooks = outlooks;
        this.access = access;
        this.staff = staff;
        this.dealerships = dealerships;
        this.firstEntries = firstEntries;
        this.clock = clock;
    }

    /** The week a day lies in, the running one unless a day is named. */
    public ListWeek week(@Nullable LocalDate day, StaffMember reader) {
        LocalDate today = dealerships.get(reader.dealership()).today(clock);
        return ListWeek.of(day == null ? today : day);
    }

    /** Whether lists for the week may be held today. */
    public boolean isOpen(ListWeek week, StaffMember reader) {
        return week.isOpenOn(dealerships.get(reader.dealership()).today(clock));
    }

    /** @param consultant whose list alone; nobody's asks for all that the reader may see */
    public Week read(ListWeek week, @Nullable StaffId consultant, StaffMember reader) {
        DealershipId in = reader.dealership();
        boolean closed = weeks.isClosed(in, week);
        List<HList> all = lists.of(in, week);
        Coverage coverage = closed
                ? coverages.frozen(in, week)
                : isExpected(week, in) ? coverages.now(in, week, all) : new Coverage(List.of());
        boolean seesAll = access.seesAll(reader, READ);
        Set<StaffId> own = access.ownersOf(reader);
        List<HList> shown = all.stream()
                .filter(list -> seesAll || own.contains(list.consultant()))
                .filter(list -> consultant == null || list.consultant().equals(consultant))
                .toList();
        List<HListEntry> mine = seesAll || consultant != null
                ? List.of()
                : lists.ofResponsible(in, week, own).stream()
                        .filter(entry ->
                                shown.stream().noneMatch(list -> list.id().equals(entry.list())))
                        .toList();
        return new Week(
                week,
                closed,
                new Coverage(coverage.rows().stream()
                        .filter(row -> seesAll || own.contains(row.consultant()))
                        .filter(row -> consultant == null || row.consultant().equals(consultant))
                        .toList()),
                shown,
                mine,
                verdicts(week, shown, in));
    }

    /** Whether anybody should have a list: not before the dealership's first customer, and not further ahead than next week. */
    private boolean isExpected(ListWeek week, DealershipId in) {
        ListWeek running = ListWeek.of(dealerships.get(in).today(clock));
        LocalDate first = firstEntries.of(in);
        return week.compareTo(running.next()) <= 0
                && (first == null || !week.sunday().isBefore(first));
    }

    private Map<HListEntryId, Verdict> verdicts(ListWeek week, List<HList> shown, DealershipId in) {
        Dealership dealership = dealerships.get(in);
        List<HListEntry> entries =
                shown.stream().flatMap(list -> list.entries().stream()).toList();
        Instant afterNow = clock.instant().plusSeconds(1);
        Map<HListEntryId, Verdict> verdicts = happenings.verdicts(
                dealership,
                week,
                entries.stream().filter(entry -> !entry.isClosed()).toList(),
                afterNow);
        for (HListEntry entry : entries) {
            Verdict frozen = entry.verdict();
            if (frozen != null) {
                verdicts.put(entry.id(), frozen);
            }
        }
        return verdicts;
    }

    /**
     * The consultant whose list is asked for.
     *
     * @throws NothingHere when there is no such person, or the list is a colleague's (S-R22)
     */
    public StaffMember consultant(String username, StaffMember reader) {
        return staff.byUsername(reader.dealership(), username)
                .filter(member ->
                        access.seesAll(reader, READ) || access.ownersOf(reader).contains(member.id()))
                .orElseThrow(() -> new NothingHere(username));
    }

    /** The consultant's followed customers with what speaks for each, those on a list of the week left out. */
    public List<Candidate> candidates(ListWeek week, StaffId consultant, StaffMember reader) {
        Set<UUID> listed = lists.listed(reader.dealership(), week);
        return outlooks.candidates(reader.dealership(), consultant, week).stream()
                .filter(candidate ->
                        !listed.contains(candidate.outlook().prospect().value()))
                .toList();
    }
}
