package io.genjin.followup;

import io.genjin.dealership.OpenTime;
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
import java.time.Instant;
import java.time.ZoneId;

/**
 * The cadence where closed days stop the clocks (O-07): the whole history is read in open time, from which the closed days
 * are cut, and what it says is told in ordinary time again. Pure, as the cadence is.
 */
final class PausedCadence {

    private PausedCadence() {}

    static Reading read(History history, PolicyHistory policies, ZoneId zone, OpenTime time, Instant asOf) {
        if (time.isOrdinary()) {
            return Cadence.read(history, policies, zone, asOf);
        }
        Reading reading = Cadence.read(counted(history, time), counted(policies, time), zone, time.compress(asOf));
        return new Reading(
                time.expand(reading.dueAt()),
                time.expand(reading.latest()),
                reading.first(),
                reading.misses().stream().map(miss -> miss(miss, history, time)).toList(),
                reading.demanded(),
                reading.counted().stream().map(time::expand).toList(),
                reading.met().stream().map(time::expand).toList());
    }

    /** Whose it was is asked of ordinary time again: a transfer on a closed day is no later than it was. */
    private static Miss miss(Miss miss, History history, OpenTime time) {
        Instant dueAt = time.expand(miss.dueAt());
        return new Miss(dueAt, history.ownerAt(dueAt), miss.first(), miss.excused());
    }

    private static History counted(History history, OpenTime time) {
        return new History(
                time.compress(history.receivedAt()),
                history.fromHq(),
                history.grades().stream()
                        .map(grade -> new GradeSince(grade.grade(), time.compress(grade.since())))
                        .toList(),
                history.owners().stream()
                        .map(owner -> new OwnerSince(owner.owner(), time.compress(owner.since())))
                        .toList(),
                history.touches().stream()
                        .map(touch -> new Touch(time.compress(touch.at()), touch.answered()))
                        .toList(),
                history.excuses().stream()
                        .map(excuse -> new Excuse(
                                time.compress(excuse.from()), time.compress(excuse.until()), excuse.reason()))
                        .toList(),
                history.ownRhythms().stream()
                        .map(rhythm -> new OwnRhythm(rhythm.frequency(), time.compress(rhythm.since())))
                        .toList(),
                history.rests().stream()
                        .map(rest -> new Rest(
                                time.compress(rest.from()), rest.until() == null ? null : time.compress(rest.until())))
                        .toList());
    }

    private static PolicyHistory counted(PolicyHistory policies, OpenTime time) {
        return new PolicyHistory(policies.versions().stream()
                .map(version -> new PolicyHistory.Version(
                        version.from().equals(Instant.EPOCH) ? Instant.EPOCH : time.compress(version.from()),
                        version.policy(),
                        version.setBy(),
                        version.reason()))
                .toList());
    }
}
