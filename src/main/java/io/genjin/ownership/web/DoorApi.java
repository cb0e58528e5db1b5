package io.genjin.ownership.web;

import io.genjin.dealership.Dealerships;
import io.genjin.ownership.DoorCheck;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The check at the door for other systems, such as a telephone exchange that shows who calls. */
@RestController
class DoorApi {

    /** The number as it is written. */
    record CheckBody(@Nullable String mobile) {}

    /** A person of the dealership by sign-in name and name. */
    record Person(String username, String name) {}

    /**
     * Whether the number is on file.
     *
     * @param prospectId    the asker's own customer
     * @param owner         whose customer it is, for those who may know
     * @param lastContactAt when somebody talked to the customer last, for those who may know
     */
    record Answer(
            boolean onFile,
            @Nullable String prospectId,
            @Nullable Person owner,
            @Nullable OffsetDateTime lastContactAt) {}

    private final DoorCheck check;
    private final StaffDirectory staff;
    private final Dealerships dealerships;

    DoorApi(DoorCheck check, StaffDirectory staff, Dealerships dealerships) {
        this.check = check;
        this.staff = staff;
        this.dealerships = dealerships;
    }

    @PostMapping("/api/v1/door-checks")
    Answer check(@RequestBody CheckBody body, StaffMember me) {
        DoorCheck.Answer found = check.check(body.mobile(), me);
        StaffMember owner = found.owner() == null ? null : staff.get(me.dealership(), found.owner());
        return new Answer(
                found.onFile(),
                found.own() == null ? null : found.own().toString(),
                owner == null ? null : new Person(owner.username(), owner.name()),
                found.lastContactAt() == null
                        ? null
                        : found.lastContactAt()
                                .atZone(dealerships.get(me.dealership()).zone())
                                .toOffsetDateTime());
    }
}
