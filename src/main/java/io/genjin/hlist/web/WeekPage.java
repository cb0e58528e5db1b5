package io.genjin.hlist.web;

import io.genjin.hlist.Coverage;
import io.genjin.hlist.HListBook;
import io.genjin.hlist.HListEntry;
import io.genjin.hlist.ListWeek;
import io.genjin.hlist.Verdict;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectLabels;
import io.genjin.prospect.web.People;
import io.genjin.shared.Percent;
import io.genjin.shared.web.Fields;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All lists of a week.
 *
 * @param running  the week that is running today
 * @param nextOpen whether lists for the week after it may be held already
 * @param mayHold  whether the reader may hold lists of this week now
 * @param handed   how many entries were just handed over; {@link #NOTHING_HANDED} when none were asked to be
 * @param form     the open hand-over form
 * @param team     whom entries may be handed to
 */
public record WeekPage(
        HListBook.Week of,
        ListWeek running,
        boolean nextOpen,
        boolean mayHold,
        Map<UUID, ProspectLabels.Label> customers,
        int handed,
        Fields form,
        List<StaffMember> team,
        Map<StaffId, String> usernames,
        People people) {

    static final int NOTHING_HANDED = -1;

    public String pathOf(StaffId consultant) {
        return "/h-list/" + of.week() + "/" + usernames.getOrDefault(consultant, "");
    }

    public String pathOf(ListWeek week) {
        return "/h-list?week=" + week;
    }

    public boolean isShown(ListWeek week) {
        return of.week().equals(week);
    }

    /** Whom the hand-over offers: names by sign-in name. */
    public Map<String, String> teamOptions() {
        return options(team);
    }

    static Map<String, String> options(List<StaffMember> team) {
        Map<String, String> options = new LinkedHashMap<>();
        team.forEach(member -> options.put(member.username(), member.name()));
        return options;
    }

    public Verdict verdict(HListEntry entry) {
        return Objects.requireNonNull(of.verdicts().get(entry.id()));
    }

    public ProspectLabels.@Nullable Label customer(ProspectId id) {
        return customers.get(id.value());
    }

    /** The state of a consultant as a mark is coloured: always with its word. */
    public static String colour(Coverage.Standing standing) {
        return switch (standing) {
            case HELD, NOBODY -> "good";
            case MISSING -> "bad";
            case AWAY -> "none";
        };
    }

    /** A percentage, or a dash where there is nothing to divide by (4.1 rule 4). */
    public static String percent(@Nullable BigDecimal ratio) {
        return Percent.of(ratio);
    }

    /** How a result is coloured: always with its word. */
    public static String colour(Verdict verdict) {
        return switch (verdict.result()) {
            case ORDERED -> "good";
            case MOVED_ON -> "warn";
            case SLIPPED -> "none";
            case DEFEATED -> "bad";
        };
    }
}
