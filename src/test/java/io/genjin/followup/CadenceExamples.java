package io.genjin.followup;

import io.genjin.dealership.Frequency;
import io.genjin.dealership.Policy;
import io.genjin.dealership.PolicyHistory;
import io.genjin.followup.Cadence.Excuse;
import io.genjin.followup.Cadence.GradeSince;
import io.genjin.followup.Cadence.History;
import io.genjin.followup.Cadence.Miss;
import io.genjin.followup.Cadence.OwnRhythm;
import io.genjin.followup.Cadence.OwnerSince;
import io.genjin.followup.Cadence.Reading;
import io.genjin.followup.Cadence.Rest;
import io.genjin.followup.Cadence.Touch;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Histories told as at a dealership. Moments are written {@code "3 09:00"} for 3 March 2026, {@code "01-31 09:00"} for
 * another month; a day alone is its noon. Owner is Wang unless transferred.
 */
final class CadenceExamples {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final StaffId WANG = StaffId.of("00000000-0000-7000-8000-000000000001");
    static final StaffId LI = StaffId.of("00000000-0000-7000-8000-000000000002");

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");

    private final Instant receivedAt;
    private boolean fromHq;
    private final List<GradeSince> grades = new ArrayList<>();
    private final List<OwnerSince> owners = new ArrayList<>();
    private final List<Touch> touches = new ArrayList<>();
    private final List<Excuse> excuses = new ArrayList<>();
    private final List<OwnRhythm> ownRhythms = new ArrayList<>();
    private final List<Rest> rests = new ArrayList<>();
    private final List<PolicyHistory.Version> versions = new ArrayList<>();

    private CadenceExamples(Grade grade, String received) {
        receivedAt = at(received);
        grades.add(new GradeSince(grade, receivedAt));
        owners.add(new OwnerSince(WANG, receivedAt));
        versions.add(new PolicyHistory.Version(Instant.EPOCH, Policy.asPrinted(), null, null));
    }

    static CadenceExamples received(Grade grade, String received) {
        return new CadenceExamples(grade, received);
    }

    CadenceExamples fromHq() {
        fromHq = true;
        return this;
    }

    CadenceExamples contact(String... moments) {
        for (String moment : moments) {
            touches.add(new Touch(at(moment), true));
        }
        return this;
    }

    CadenceExamples attempt(String... moments) {
        for (String moment : moments) {
            touches.add(new Touch(at(moment), false));
        }
        return this;
    }

    CadenceExamples regraded(Grade grade, String moment) {
        grades.add(new GradeSince(grade, at(moment)));
        return this;
    }

    CadenceExamples transferred(StaffId owner, String moment) {
        owners.add(new OwnerSince(owner, at(moment)));
        return this;
    }

    CadenceExamples excused(String from, String until) {
        excuses.add(new Excuse(at(from), at(until), "on a business trip"));
        return this;
    }

    /** A manager gives the customer a rhythm of its own. */
    CadenceExamples ownRhythm(Frequency rhythm, String moment) {
        ownRhythms.add(new OwnRhythm(rhythm, at(moment)));
        return this;
    }

    CadenceExamples rested(String from, String until) {
        rests.add(new Rest(at(from), at(until)));
        return this;
    }

    CadenceExamples restsSince(String from) {
        rests.add(new Rest(at(from), null));
        return this;
    }

    CadenceExamples policy(Policy policy) {
        versions.set(0, new PolicyHistory.Version(Instant.EPOCH, policy, null, null));
        return this;
    }

    CadenceExamples policy(Policy policy, String from) {
        versions.add(new PolicyHistory.Version(at(from), policy, "zhou.qiang", "decided"));
        return this;
    }

    History history() {
        return new History(receivedAt, fromHq, grades, owners, touches, excuses, ownRhythms, rests);
    }

    Reading lookedAt(String moment) {
        return Cadence.read(history(), new PolicyHistory(versions), SHANGHAI, at(moment));
    }

    static Instant at(String moment) {
        String[] parts = moment.split(" ");
        LocalDate day = parts[0].contains("-")
                ? LocalDate.parse("2026-" + parts[0])
                : LocalDate.of(2026, 3, Integer.parseInt(parts[0]));
        LocalTime time = parts.length == 1 ? LocalTime.NOON : LocalTime.parse(parts[1]);
        return LocalDateTime.of(day, time).atZone(SHANGHAI).toInstant();
    }

    static LocalDate day(int march) {
        return LocalDate.of(2026, 3, march);
    }

    static String said(Instant at) {
        return SECOND.format(at.atZone(SHANGHAI));
    }

    /** Misses as one reads them aloud: {@code "first 03-03 09:00:00 Wang"}. */
    static List<String> said(List<Miss> misses) {
        return misses.stream()
                .map(miss -> (miss.first() ? "first " : "")
                        + said(miss.dueAt())
                        + (miss.owner().equals(LI) ? " Li" : " Wang")
                        + (miss.excused() ? " excused" : ""))
                .toList();
    }
}
