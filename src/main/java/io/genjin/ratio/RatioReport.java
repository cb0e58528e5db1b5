package io.genjin.ratio;

import io.genjin.shared.FieldsRefused;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The ratios of some days as somebody may read them: consultants their own, managers everybody's, the dealership first. */
@Component
public class RatioReport {

    /** The ratios of one person; of the dealership when there is no person. */
    public record Row(@Nullable StaffMember consultant, Map<Ratio, Fraction> values) {

        public @Nullable Fraction of(Ratio ratio) {
            return values.get(ratio);
        }
    }

    /**
     * @param rows  the dealership first when the reader may see all, then its people by sign-in name
     * @param today the last day that anything is told of
     */
    public record Report(Days days, LocalDate today, List<Row> rows) {}

    private final Ratios ratios;
    private final RatioDoor door;
    private final StaffDirectory staff;

    RatioReport(Ratios ratios, RatioDoor door, StaffDirectory staff) {
        this.ratios = ratios;
        this.door = door;
        this.staff = staff;
    }

    /**
     * The ratios of the days asked for, this month's until today unless others are named.
     *
     * @param chosen somebody who has a row even if there is nothing to count
     * @throws FieldsRefused naming {@code from} or {@code until}
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Report of(
            @Nullable LocalDate from, @Nullable LocalDate until, @Nullable StaffMember chosen, StaffMember reader) {
        Days days = door.days(from, until, reader);
        List<Ratios.Line> lines = ratios.of(days.from(), days.until(), reader.dealership());
        return new Report(days, door.today(reader), rows(lines, chosen, reader));
    }

    private List<Row> rows(List<Ratios.Line> lines, @Nullable StaffMember chosen, StaffMember reader) {
        Map<Ratio, Fraction> nothing = lines.get(0).values().keySet().stream()
                .collect(Collectors.toMap(Function.identity(), ratio -> Fraction.NOTHING));
        Function<StaffMember, Row> row = member -> lines.stream()
                .filter(line -> member.id().equals(line.person()))
                .findFirst()
                .map(line -> new Row(member, line.values()))
                .orElseGet(() -> new Row(member, nothing));
        if (!door.seesAll(reader)) {
            return List.of(row.apply(reader));
        }
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(null, lines.get(0).values()));
        staff.all(reader.dealership()).stream()
                .filter(member -> member.active() && member.is(Role.SALES_CONSULTANT)
                        || member.equals(chosen)
                        || isSomething(row.apply(member)))
                .map(row)
                .forEach(rows::add);
        return rows;
    }

    private static boolean isSomething(Row row) {
        return row.values().values().stream()
                .anyMatch(one -> Arrays.stream(Side.values()).anyMatch(side -> one.of(side) > 0));
    }
}
