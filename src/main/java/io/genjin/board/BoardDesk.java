package io.genjin.board;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Moments;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is said in the morning meeting, and what the boards may show of customers' names. */
@Service
public class BoardDesk {

    private final JdbcClient jdbc;
    private final Expectations expectations;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Clock clock;

    BoardDesk(JdbcClient jdbc, Expectations expectations, StaffDirectory staff, Dealerships dealerships, Clock clock) {
        this.jdbc = jdbc;
        this.expectations = expectations;
        this.staff = staff;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * Writes down what a consultant expects of today. The same again changes nothing.
     *
     * @param day what the board showed: a board that was left open over night says nothing of the new day
     * @param orders     nothing leaves what was said before, 0 when nothing was
     * @param deliveries alike
     * @throws FieldsRefused      naming {@code consultant}, {@code orders} or {@code deliveries}
     * @throws DayPassed          when that day is not today
     * @throws ExpectationChanged when somebody else was faster by a moment
     */
    @Transactional
    public void state(
            LocalDate day,
            @Nullable String consultant,
            @Nullable Integer orders,
            @Nullable Integer deliveries,
            StaffMember by) {
        Dealership dealership = dealerships.get(by.dealership());
        if (!day.equals(dealership.today(clock))) {
            throw new DayPassed(day);
        }
        List<Field> wrong = new ArrayList<>();
        StaffMember who = staff.byUsername(by.dealership(), consultant == null ? "" : consultant.strip())
                .filter(member -> member.active() && member.is(Role.SALES_CONSULTANT))
                .orElse(null);
        if (who == null) {
            wrong.add(Field.of("consultant", "field.consultant"));
        }
        within("orders", orders, wrong);
        within("deliveries", deliveries, wrong);
        if (who == null || !wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Expectation before = expectations.of(dealership.id(), day).get(who.id());
        Expectation said = new Expectation(
                who.id(),
                orders == null ? before == null ? 0 : before.orders() : orders,
                deliveries == null ? before == null ? 0 : before.deliveries() : deliveries,
                by.id(),
                clock.instant());
        boolean same = before != null && before.orders() == said.orders() && before.deliveries() == said.deliveries();
        if (!same && !expectations.add(dealership.id(), day, said)) {
            throw new ExpectationChanged();
        }
    }

    private static void within(String field, @Nullable Integer number, List<Field> wrong) {
        if (number != null && (number < 0 || number > Expectation.MOST)) {
            wrong.add(Field.of(field, "board.number", Expectation.MOST));
        }
    }

    @Transactional(readOnly = true)
    public ShownNames names(DealershipId dealership) {
        return jdbc.sql("select names from board_setting where dealership_id = :dealership")
                .param("dealership", dealership.value())
                .query((row, number) -> ShownNames.valueOf(row.getString("names")))
                .optional()
                .orElse(ShownNames.NONE);
    }

    /** Decides what the boards show of customers' names. */
    @Transactional
    public void show(ShownNames names, StaffMember by) {
        jdbc.sql("""
                        insert into board_setting (dealership_id, names, set_by, set_at)
                        values (:dealership, :names, :by, :at)
                            on conflict (dealership_id)
                            do update set names = excluded.names, set_by = excluded.set_by, set_at = excluded.set_at
                        """)
                .param("dealership", by.dealership().value())
                .param("names", names.name())
                .param("by", by.id().value())
                .param("at", Moments.bound(clock.instant()))
                .update();
    }
}
