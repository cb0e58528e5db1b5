package io.genjin.improvement;

import io.genjin.dealership.Dealerships;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Page;
import io.genjin.staff.Reach;
import io.genjin.staff.Rights;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which improvement actions there are, and how many were verified in time (K28). Managers see all, others their own. */
@Component
@Transactional(readOnly = true)
public class ActionList {

    private static final String OPERATION = "improvement.read";
    static final int PAGE = 50;

    /** Which part of the list is asked for. */
    public enum Filter {
        /** Not verified yet, whatever the responsible says. */
        OPEN,
        OVERDUE,
        /** Said to be done; somebody has to look. */
        DONE,
        VERIFIED,
        /** The deadline lies in the month and has gone by: the denominator of K28. */
        DUE,
        /** Of those, verified on the deadline or before: its numerator. */
        IN_TIME
    }

    /**
     * A question to the list.
     *
     * @param month of {@link Filter#DUE} and {@link Filter#IN_TIME}; this month when not named
     */
    public record Question(
            Filter filter,
            boolean mine,
            @Nullable YearMonth month,
            @Nullable String cursor) {}

    /** K28 of a month: of the actions whose deadline went by, how many had been verified in time. */
    public record InTime(YearMonth month, int verified, int due) {

        /** In tenths of a percent; nothing where nothing was due. */
        public @Nullable Integer permille() {
            return due == 0 ? null : Math.round(1000f * verified / due);
        }
    }

    /** One action with all that was said. */
    public record Story(ImprovementAction action, List<ImprovementAction.Step> steps) {}

    private final Actions actions;
    private final Rights rights;
    private final Dealerships dealerships;
    private final Clock clock;

    ActionList(Actions actions, Rights rights, Dealerships dealerships, Clock clock) {
        this.actions = actions;
        this.rights = rights;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    public Page<ImprovementAction> of(Question question, StaffMember reader) {
        LocalDate today = today(reader);
        YearMonth month = question.month() == null ? YearMonth.from(today) : question.month();
        StaffId only = question.mine() || !seesAll(reader) ? reader.id() : null;
        return actions.list(reader.dealership(), question.filter(), month, only, today, question.cursor());
    }

    public InTime inTime(@Nullable YearMonth month, StaffMember reader) {
        LocalDate today = today(reader);
        YearMonth asked = month == null ? YearMonth.from(today) : month;
        return actions.inTime(reader.dealership(), asked, seesAll(reader) ? null : reader.id(), today);
    }

    public Story story(ActionId id, StaffMember reader) {
        ImprovementAction action = actions.get(reader.dealership(), id);
        mustSee(action, reader);
        return new Story(action, actions.steps(reader.dealership(), id));
    }

    void mustSee(ImprovementAction action, StaffMember reader) {
        if (!seesAll(reader) && !action.plan().responsible().equals(reader.id())) {
            throw new NothingHere(action.id());
        }
    }

    private boolean seesAll(StaffMember reader) {
        return rights.reachOf(reader, OPERATION) == Reach.ALL;
    }

    private LocalDate today(StaffMember reader) {
        return dealerships.get(reader.dealership()).today(clock);
    }
}
