package io.genjin.erasure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why a customer cannot be erased yet.
 *
 * @param which the number of the case or order that it is about
 * @param until until when the law wants it kept
 */
public record Obstacle(
        Kind kind, @Nullable String which, @Nullable LocalDate until) {

    /** What stands in the way. */
    public enum Kind {
        /** The case still has its owner and its clock; it is ended first, as every case is. */
        CASE_OPEN,
        ORDER_OPEN,
        DELIVERY_OPEN,
        /** Something is still owed to the customer from the delivery. */
        OWED,
        COMPLAINT_OPEN,
        DRIVE_OPEN,
        REWARD_OPEN,
        /** Records of sold cars and their users are kept for ten years (汽车销售管理办法, Order of the Ministry of Commerce 1/2017). */
        KEPT_BY_LAW
    }

    Object[] args() {
        return new Object[] {which == null ? "" : which, until == null ? "" : until.toString()};
    }
}
