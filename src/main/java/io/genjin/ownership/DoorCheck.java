package io.genjin.ownership;

import io.genjin.privacy.AccessLog;
import io.genjin.prospect.Access;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Moments;
import io.genjin.shared.PhoneNumber;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Is this number on file? Asked at the door before a card is opened. Reception and managers hear whose customer it is and when
 * there was a contact last, so that the right consultant is called; a consultant hears of a colleague's customer only that it
 * is on file (S-R27). Nobody hears a name, a price or a note. Every look is logged, and nobody looks up lists of numbers.
 */
@Component
public class DoorCheck {

    /** Looks within a window; more customers do not come to one door. */
    static final int MOST = 30;

    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final String OPERATION = "door.check";

    /**
     * What is said at the door.
     *
     * @param own           the asker's own customer: the card to go on with
     * @param owner         whose customer it is; nothing for those who may not know
     * @param lastContactAt when somebody talked to the customer last; nothing for those who may not know
     */
    public record Answer(
            boolean onFile,
            @Nullable ProspectId own,
            @Nullable StaffId owner,
            @Nullable Instant lastContactAt) {}

    private final JdbcClient jdbc;
    private final ProspectDesk prospects;
    private final Access access;
    private final AccessLog accessLog;
    private final Clock clock;

    DoorCheck(JdbcClient jdbc, ProspectDesk prospects, Access access, AccessLog accessLog, Clock clock) {
        this.jdbc = jdbc;
        this.prospects = prospects;
        this.access = access;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /**
     * Looks a number up.
     *
     * @throws TooManyDoorChecks after too many looks within ten minutes
     */
    @Transactional
    public Answer check(@Nullable String mobile, StaffMember by) {
        PhoneNumber number = Optional.ofNullable(mobile)
                .flatMap(PhoneNumber::parse)
                .orElseThrow(() -> new FieldsRefused(
                        Field.of("mobile", mobile == null || mobile.isBlank() ? "field.required" : "field.mobile")));
        count(by, clock.instant());
        Optional<Prospect> found =
                prospects.openWith(by.dealership(), number).map(id -> prospects.get(by.dealership(), id));
        accessLog.checked(by, found.map(prospect -> prospect.id().value()).orElse(null), "door-check");
        return found.map(prospect -> answer(prospect, by)).orElse(new Answer(false, null, null, null));
    }

    private Answer answer(Prospect prospect, StaffMember by) {
        boolean mine = prospect.isOwnedBy(by);
        boolean told = mine || access.seesAll(by, OPERATION);
        return new Answer(
                true,
                mine ? prospect.id() : null,
                told ? prospect.owner() : null,
                told ? prospect.lastContactAt() : null);
    }

    private void count(StaffMember by, Instant now) {
        long window = WINDOW.toSeconds();
        Instant begins = Instant.ofEpochSecond(now.getEpochSecond() / window * window);
        int checks = jdbc.sql("""
                        insert into door_check_window (dealership_id, staff_id, begins_at, checks)
                        values (:dealership, :staff, :begins, 1)
                            on conflict (dealership_id, staff_id, begins_at)
                            do update set checks = door_check_window.checks + 1
                        returning checks
                        """)
                .param("dealership", by.dealership().value())
                .param("staff", by.id().value())
                .param("begins", Moments.bound(begins))
                .query(Integer.class)
                .single();
        if (checks > MOST) {
            throw new TooManyDoorChecks(
                    Math.max(1, Duration.between(now, begins.plus(WINDOW)).toSeconds()));
        }
        if (checks == 1) {
            jdbc.sql("""
                            delete from door_check_window
                             where dealership_id = :dealership
                               and staff_id = :staff
                               and begins_at < :begins
                            """)
                    .param("dealership", by.dealership().value())
                    .param("staff", by.id().value())
                    .param("begins", Moments.bound(begins))
                    .update();
        }
    }
}
