package io.genjin.owner;

/** How far an owner has come from one car towards sending others: read from what happened, never typed in. */
public enum Loyalty {
    OWNER,
    /** Bought again, or wants to. */
    LOYAL,
    /** Named a friend. */
    RECOMMENDS,
    /** A friend bought on this owner's word. */
    PROMOTER;

    /**
     * @param cars             cars bought and cases opened for another one
     * @param referrals        friends named
     * @param friendsDelivered friends who have their car
     */
    public static Loyalty of(int cars, int referrals, int friendsDelivered) {
        if (friendsDelivered > 0) {
            return PROMOTER;
        }
        if (referrals > 0) {
            return RECOMMENDS;
        }
        return cars > 1 ? LOYAL : OWNER;
    }
}
