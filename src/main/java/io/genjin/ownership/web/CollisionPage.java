package io.genjin.ownership.web;

import io.genjin.ownership.Collision;
import io.genjin.ownership.CollisionFile;
import io.genjin.ownership.Extract;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.util.List;

/** One dispute: evidence, words, decision, appeal. */
public record CollisionPage(
        CollisionFile.Opened opened, People people, List<StaffMember> candidates, StaffId me, Fields form) {

    public Collision collision() {
        return opened.collision();
    }

    /** Both sides, the owner first. */
    public List<Extract> sides() {
        var evidence = collision().evidence();
        return evidence == null ? List.of() : List.of(evidence.owner(), evidence.claimant());
    }

    public boolean canSay() {
        return collision().isWaiting() && collision().isSide(me);
    }

    public boolean canAppeal(Instant now) {
        return collision().isSide(me) && collision().canBeAppealed(now);
    }

    /** Whether the person is chosen when the form opens: as was typed, else as rule 5 (b) suggests. */
    public boolean isChosen(StaffMember member) {
        if (form.isRefused()) {
            return form.has("owner", member.username());
        }
        var evidence = collision().evidence();
        return evidence != null
                && evidence.suggestion().who().equals(member.id().value());
    }
}
