package io.genjin.hlist.web;

import io.genjin.hlist.Candidate;
import io.genjin.hlist.HList;
import io.genjin.hlist.HListEntry;
import io.genjin.hlist.HListEntryId;
import io.genjin.hlist.HitRate;
import io.genjin.hlist.ListWeek;
import io.genjin.hlist.Sign;
import io.genjin.hlist.Verdict;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectLabels;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Screen;
import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One consultant's list of one week, with the candidates beside it while it may be changed.
 *
 * @param closed   whether the week is in the archive
 * @param mayHold  whether the reader may change the list now
 * @param list     none when no analysis was held
 * @param others   followed customers without a sign of their own; the manager may list any of them (O-11)
 * @param team     who may be responsible
 * @param today    the dealership's day
 */
public record AnalysisPage(
        ListWeek week,
        boolean closed,
        boolean mayHold,
        StaffMember consultant,
        @Nullable HList list,
        Map<HListEntryId, Verdict> verdicts,
        HitRate rate,
        Map<UUID, ProspectLabels.Label> customers,
        List<Candidate> offered,
        List<Candidate> others,
        Sheet sheet,
        List<StaffMember> team,
        People people,
        LocalDate today) {

    private static final int MOST_REASONS = 5;

    public String path() {
        return "/h-list/" + week + "/" + consultant.username();
    }

    public List<HListEntry> entries() {
        return list == null ? List.of() : list.entries();
    }

    public Verdict verdict(HListEntry entry) {
        return Objects.requireNonNull(verdicts.get(entry.id()));
    }

    public ProspectLabels.@Nullable Label customer(ProspectId id) {
        return customers.get(id.value());
    }

    /** The customer the open form would list. */
    public @Nullable Candidate adding() {
        return sheet.is(Sheet.Kind.ADD)
                ? Stream.concat(offered.stream(), others.stream())
                        .filter(one -> one.outlook().prospect().toString().equals(sheet.about()))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** Whom the form offers as responsible: names by sign-in name. */
    public Map<String, String> teamOptions() {
        return WeekPage.options(team);
    }

    /** Reasons to tap: what speaks for the customer, in the words of the signs. */
    public List<String> reasons(Screen s) {
        Candidate candidate = adding();
        Stream<Sign> signs = candidate == null ? Arrays.stream(Sign.values()) : candidate.signs().stream();
        return signs.filter(sign -> sign.weight() > 0)
                .limit(MOST_REASONS)
                .map(sign -> s.code("sign", sign))
                .toList();
    }

    /** A value of a field as a person reads it. */
    public String word(String field, String value) {
        String said = field.equals("responsible") ? teamOptions().getOrDefault(value, value) : value;
        return said.isEmpty() ? "–" : said;
    }

    /** Full days since {@code day}. */
    public long daysSince(LocalDate day) {
        return today.toEpochDay() - day.toEpochDay();
    }
}
