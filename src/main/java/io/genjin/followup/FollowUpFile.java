package io.genjin.followup;

import io.genjin.prospect.CardFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectId;
import io.genjin.staff.StaffMember;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was done and what was missed with one prospect, for those who may see it. */
@Component
public class FollowUpFile {

    private final FollowUps followUps;
    private final Misses misses;
    private final CardFile cards;

    FollowUpFile(FollowUps followUps, Misses misses, CardFile cards) {
        this.followUps = followUps;
        this.misses = misses;
        this.cards = cards;
    }

    /** A customer with the newest contacts and what still counts as missed, oldest first. */
    public record Opened(Prospect prospect, List<FollowUp> contacts, List<Cadence.Miss> misses) {}

    @Transactional(readOnly = true)
    public Opened open(ProspectId id, int most, StaffMember reader) {
        Prospect prospect = cards.open(id, reader);
        return new Opened(
                prospect,
                followUps.newest(reader.dealership(), id, most),
                misses.of(reader.dealership(), id).stream()
                        .map(Misses.Stored::miss)
                        .toList());
    }
}
