package io.genjin.campaign;

import io.genjin.prospect.ProspectId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer and a campaign: invited, answered, there or not (邀约).
 *
 * @param invitedAt nothing for who came without being invited
 */
public record Invitation(
        CampaignId campaign,
        ProspectId prospect,
        @Nullable StaffId invitedBy,
        @Nullable Instant invitedAt,
        @Nullable Answer answer,
        @Nullable Instant attendedAt) {

    /** What the customer said. */
    public enum Answer {
        ACCEPTED,
        DECLINED
    }

    /** How it stands. */
    public enum State {
        INVITED,
        ACCEPTED,
        DECLINED,
        ATTENDED,
        /** The campaign is over and the customer, who had not declined, did not come. */
        ABSENT
    }

    static Invitation to(CampaignId campaign, ProspectId prospect, StaffId by, Instant at) {
        return new Invitation(campaign, prospect, by, at, null, null);
    }

    static Invitation uninvited(CampaignId campaign, ProspectId prospect) {
        return new Invitation(campaign, prospect, null, null, null, null);
    }

    Invitation answered(Answer given) {
        if (attendedAt != null) {
            throw new CameAlready();
        }
        return new Invitation(campaign, prospect, invitedBy, invitedAt, given, null);
    }

    Invitation attended(Instant at) {
        return new Invitation(campaign, prospect, invitedBy, invitedAt, answer, attendedAt == null ? at : attendedAt);
    }

    public boolean isInvited() {
        return invitedAt != null;
    }

    /** Nobody writes down who stayed away: the day after the campaign it is so. */
    public State state(CampaignPlan plan, LocalDate today) {
        if (attendedAt != null) {
            return State.ATTENDED;
        }
        if (answer == Answer.DECLINED) {
            return State.DECLINED;
        }
        if (plan.isOver(today)) {
            return State.ABSENT;
        }
        return answer == Answer.ACCEPTED ? State.ACCEPTED : State.INVITED;
    }
}
