package io.genjin.hlist.web;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.hlist.Candidate;
import io.genjin.hlist.Coverage;
import io.genjin.hlist.HList;
import io.genjin.hlist.HListBook;
import io.genjin.hlist.HListEntry;
import io.genjin.hlist.HitRate;
import io.genjin.hlist.ListWeek;
import io.genjin.hlist.Sign;
import io.genjin.hlist.Verdict;
import io.genjin.hlist.WeekResult;
import io.genjin.prospect.Evidence;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.ProspectLabels;
import io.genjin.prospect.PurchaseBand;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists as systems see them: people by name, times with the dealership's offset, customers only whom the reader may see. */
@Component
class HListViews {

    /** A person by sign-in name and name. */
    record Person(String username, String name) {}

    /** K27: customers listed who ordered in the week / customers listed; null for nobody listed. */
    record RateView(int ordered, int entries, @Nullable BigDecimal ratio) {

        static RateView of(HitRate rate) {
            return new RateView(rate.ordered(), rate.entries(), rate.ratio());
        }
    }

    /** K29: consultants with a list / consultants who should have one; null for none. */
    record CoverageView(int held, int expected, @Nullable BigDecimal ratio, List<StandingView> consultants) {}

    /** How one consultant stands. */
    record StandingView(Person consultant, Coverage.Standing standing) {}

    /** One customer on a list; name and number only when the reader may see the customer. */
    record EntryView(
            String id,
            LocalDate week,
            Person consultant,
            String prospectId,
            @Nullable String customerName,
            @Nullable String maskedMobile,
            Grade grade,
            @Nullable String model,
            String likelyReason,
            @Nullable String obstacle,
            String action,
            Person responsible,
            LocalDate expectedDate,
            Person addedBy,
            OffsetDateTime addedAt,
            @Nullable WeekResult result,
            @Nullable WeekResult soFar,
            @Nullable String decidedBy,
            int version) {}

    /** One consultant's list. */
    record ListView(
            Person consultant,
            Person manager,
            OffsetDateTime heldAt,
            @Nullable String nobodyReason,
            RateView hitRate,
            List<EntryView> entries) {}

    /** A week with its coverage, its hit rate and its lists. */
    record WeekView(
            LocalDate week,
            LocalDate opensOn,
            OffsetDateTime closesAt,
            boolean open,
            boolean closed,
            CoverageView coverage,
            RateView hitRate,
            List<ListView> lists) {}

    /** What speaks for or against a candidate, and how much. */
    record SignView(Sign sign, int weight) {}

    /** A customer who may be listed, with the facts and how they weigh. */
    record CandidateView(
            String prospectId,
            @Nullable String customerName,
            @Nullable String maskedMobile,
            boolean offered,
            int weight,
            List<SignView> signs,
            Grade grade,
            Set<Evidence> gradeEvidence,
            @Nullable String model,
            LocalDate nextDate,
            NextStepReason nextReason,
            boolean overdue,
            int visits,
            @Nullable LocalDate lastVisit,
            @Nullable LocalDate lastReached,
            @Nullable LocalDate expectedPurchaseDate,
            @Nullable PurchaseBand expectedPurchaseBand,
            int misses) {}

    /** A closed week in figures. */
    record ClosedWeekView(LocalDate week, CoverageView coverage, RateView hitRate, List<LineView> consultants) {}

    /** One consultant's closed week in figures. */
    record LineView(Person consultant, Coverage.Standing standing, RateView hitRate) {}

    private final HListBook book;
    private final ProspectLabels labels;
    private final StaffDirectory staff;
    private final Dealerships dealerships;

    HListViews(HListBook book, ProspectLabels labels, StaffDirectory staff, Dealerships dealerships) {
        this.book = book;
        this.labels = labels;
        this.staff = staff;
        this.dealerships = dealerships;
    }

    WeekView week(ListWeek of, @Nullable String consultant, StaffMember me) {
        StaffMember whose = consultant == null || consultant.isBlank() ? null : book.consultant(consultant, me);
        HListBook.Week read = book.read(of, whose == null ? null : whose.id(), me);
        Dealership dealership = dealerships.get(me.dealership());
        Map<UUID, ProspectLabels.Label> customers = labels.of(
                read.lists().stream()
                        .flatMap(list -> list.entries().stream())
                        .map(entry -> entry.prospect().value())
                        .distinct()
                        .toList(),
                me);
        return new WeekView(
                of.monday(),
                of.opensOn(),
                of.closesAt(dealership).atZone(dealership.zone()).toOffsetDateTime(),
                book.isOpen(of, me),
                read.closed(),
                view(read.coverage(), me),
                RateView.of(read.rate()),
                read.lists().stream()
                        .map(list -> view(list, read, customers, dealership.zone(), me))
                        .toList());
    }

    private ListView view(
            HList list, HListBook.Week week, Map<UUID, ProspectLabels.Label> customers, ZoneId zone, StaffMember me) {
        return new ListView(
                person(list.consultant(), me),
                person(list.manager(), me),
                list.heldAt().atZone(zone).toOffsetDateTime(),
                list.nobodyReason(),
                RateView.of(week.rate(list)),
                list.entries().stream()
                        .map(entry -> view(
                                entry,
                                list.consultant(),
                                week.verdicts().get(entry.id()),
                                customers.get(entry.prospect().value()),
                                zone,
                                me))
                        .toList());
    }

    EntryView view(
            HListEntry entry,
            StaffId consultant,
            @Nullable Verdict verdict,
            ProspectLabels.@Nullable Label customer,
            ZoneId zone,
            StaffMember me) {
        UUID decidedBy = verdict == null ? null : verdict.entry();
        WeekResult result = verdict == null ? null : verdict.result();
        return new EntryView(
                entry.id().toString(),
                entry.week().monday(),
                person(consultant, me),
                entry.prospect().toString(),
                customer == null ? null : customer.customerName(),
                customer == null ? null : customer.maskedMobile(),
                entry.snapshot().grade(),
                entry.snapshot().model(),
                entry.content().likelyReason(),
                entry.content().obstacle(),
                entry.content().action(),
                person(entry.content().responsible(), me),
                entry.content().expectedDate(),
                person(entry.addedBy(), me),
                entry.addedAt().atZone(zone).toOffsetDateTime(),
                entry.isClosed() ? result : null,
                entry.isClosed() ? null : result,
                decidedBy == null ? null : decidedBy.toString(),
                entry.version());
    }

    CoverageView view(Coverage coverage, StaffMember me) {
        return new CoverageView(
                coverage.held(),
                coverage.expected(),
                coverage.ratio(),
                coverage.rows().stream()
                        .map(row -> new StandingView(person(row.consultant(), me), row.standing()))
                        .toList());
    }

    Person person(StaffId id, StaffMember me) {
        StaffMember member = staff.get(me.dealership(), id);
        return new Person(member.username(), member.name());
    }

    static CandidateView view(Candidate candidate, ProspectLabels.@Nullable Label customer) {
        var outlook = candidate.outlook();
        return new CandidateView(
                outlook.prospect().toString(),
                customer == null ? null : customer.customerName(),
                customer == null ? null : customer.maskedMobile(),
                candidate.isOffered(),
                candidate.weight(),
                candidate.signs().stream()
                        .map(sign -> new SignView(sign, sign.weight()))
                        .toList(),
                outlook.grade(),
                outlook.evidence(),
                outlook.model(),
                outlook.nextDate(),
                outlook.nextReason(),
                outlook.overdue(),
                outlook.visits(),
                outlook.lastVisit(),
                outlook.lastReached(),
                outlook.expectedDate(),
                outlook.expectedBand(),
                outlook.misses());
    }

    EntryView running(HListEntry entry, String consultant, StaffMember me) {
        StaffId whose = book.consultant(consultant, me).id();
        return view(
                entry,
                whose,
                null,
                labels.of(List.of(entry.prospect().value()), me)
                        .get(entry.prospect().value()),
                dealerships.get(me.dealership()).zone(),
                me);
    }
}
