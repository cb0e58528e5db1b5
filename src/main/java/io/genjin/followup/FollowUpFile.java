package io.genjin.followup;

import io.genjin.prospect.CardFile;
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

    @Transactional(readOnly = true)
    public List<FollowUp> newest(ProspectId id, int most, StaffMember reader) {
        cards.open(id, reader);
        return followUps.newest(reader.dealership(), id, most);
    }

    /** What still counts as missed, oldest first. */
    @Transactional(readOnly = true)
    public List<Cadence.Miss> misses(ProspectId id, StaffMember reader) {
        cards.open(id, reader);
        return misses.of(reader.dealership(), id).stream()
                .map(Misses.Stored::miss)
                .toList();
    }
}
