package io.genjin.campaign;

import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;

/** A campaign (活动) of a dealership. */
public class Campaign {

    /** Where a campaign stands on a day. */
    public enum Stage {
        PLANNED,
        RUNNING,
        OVER
    }

    private final CampaignId id;
    private final DealershipId dealership;
    private CampaignPlan plan;
    private int version;
    private StaffId changedBy;
    private Instant changedAt;

    Campaign(
            CampaignId id,
            DealershipId dealership,
            CampaignPlan plan,
            int version,
            StaffId changedBy,
            Instant changedAt) {
        this.id = id;
        this.dealership = dealership;
        this.plan = plan;
        this.version = version;
        this.changedBy = changedBy;
        this.changedAt = changedAt;
    }

    /** @throws CampaignChanged when a colleague changed it since the reader saw it (S-R53) */
    void change(CampaignPlan to, int seen, StaffId by, Instant at) {
        if (seen != version) {
            throw new CampaignChanged(version);
        }
        plan = to;
        version++;
        changedBy = by;
        changedAt = at;
    }

    public CampaignId id() {
        return id;
    }

    public DealershipId dealership() {
        return dealership;
    }

    public CampaignPlan plan() {
        return plan;
    }

    public Stage stage(LocalDate today) {
        return !plan.hasBegun(today) ? Stage.PLANNED : plan.isOver(today) ? Stage.OVER : Stage.RUNNING;
    }

    public int version() {
        return version;
    }

    public StaffId changedBy() {
        return changedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
