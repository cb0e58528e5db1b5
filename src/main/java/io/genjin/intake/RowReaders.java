package io.genjin.intake;

import io.genjin.dealership.Dealerships;
import io.genjin.shared.DealershipId;
import io.genjin.sheet.Sheet;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes the reader for a batch's rows: with the dealership's zone and its consultants by sign-in name and by name. */
@Component
class RowReaders {

    private final StaffDirectory staff;
    private final Dealerships dealerships;

    RowReaders(StaffDirectory staff, Dealerships dealerships) {
        this.staff = staff;
        this.dealerships = dealerships;
    }

    RowReader of(ImportBatch batch, Sheet sheet, Instant now) {
        ImportPlan plan = batch.plan();
        return new RowReader(
                plan.mapping(),
                new RowReader.Setting(
                        sheet.startsIn1904(),
                        dealerships.get(batch.dealership()).zone(),
                        now,
                        plan.source(),
                        plan.sourceDetail(),
                        consultants(batch.dealership())));
    }

    /** A name that two people share names neither. */
    private Map<String, StaffId> consultants(DealershipId in) {
        Map<String, StaffId> byWord = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (StaffMember member : staff.active(in)) {
            if (member.isAnyOf(Role.SALES_CONSULTANT, Role.SALES_MANAGER)) {
                if (byWord.put(member.name(), member.id()) != null) {
                    shared.add(member.name());
                }
            }
        }
        shared.forEach(byWord::remove);
        staff.active(in).stream()
                .filter(member -> member.isAnyOf(Role.SALES_CONSULTANT, Role.SALES_MANAGER))
                .forEach(member -> byWord.put(member.username(), member.id()));
        return byWord;
    }
}
