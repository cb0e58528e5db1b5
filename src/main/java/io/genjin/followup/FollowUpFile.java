package io.genjin.followup;

import io.genjin.prospect.CardFile;
import io.genjin.prospect.Merging;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectId;
import io.genjin.staff.StaffMember;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was done and what was missed with one prospect, for those who may see it. */
@Component
public class FollowUpFile {

    private final FollowUps followUps;
    private final Misses misses;
    private final CardFile cards;
    private final Merging merging;

    FollowUpFile(FollowUps followUps, Misses misses, CardFile cards, Merging merging) {
        this.merging = merging;
        this.followUps = followUps;
        this.misses = misses;
        this.cards = cards;
    }

    /** A customer, in all their cases, with the newest contacts and what still counts as missed, oldest first. */
    public record Opened(Prospect prospect, List<FollowUp> contacts, List<Cadence.Miss> misses) {}

    @Transactional(readOnly = true)
    public Opened open(ProspectId id, int most, StaffMember reader) {
        Prospect prospect = cards.open(id, reader);
        List<ProspectId> cases = merging.casesOf(reader.dealership(), id);
        return new Opened(
                prospect,
                cases.stream()
                        .flatMap(one -> followUps.newest(reader.dealership(), one, most).stream())
                        .sorted(Comparator.comparing(FollowUp::happenedAt).reversed())
                        .limit(most)
                        .toList(),
                cases.stream()
                        .flatMap(one -> misses.of(reader.dealership(), one).stream())
                        .map(Misses.Stored::miss)
                        .sorted(Comparator.comparing(Cadence.Miss::dueAt))
                        .toList());
    }
}
