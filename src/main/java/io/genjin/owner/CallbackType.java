package io.genjin.owner;

import io.genjin.staff.Role;
import java.util.Arrays;
import java.util.List;

/**
 * What an owner is called for and who answers for it (2.10): three calls after the delivery, later the occasions of car and
 * person. Those with a questionnaire are never made by the consultant whose customer it is.
 */
public enum CallbackType {
    /** Thanks, condition of the car, asks for a friend who may buy. */
    D3(Role.SALES_CONSULTANT, false, true),
    /** The sales manager asks the questions. */
    D7(Role.SALES_MANAGER, true, true),
    /** Customer relations asks again after a month, with service in mind. */
    D30(Role.CUSTOMER_RELATIONS, true, true),
    FIRST_SERVICE(Role.CUSTOMER_RELATIONS, false, false),
    INSURANCE(Role.CUSTOMER_RELATIONS, false, false),
    INSPECTION(Role.CUSTOMER_RELATIONS, false, false),
    ANNIVERSARY(Role.SALES_CONSULTANT, false, false),
    BIRTHDAY(Role.SALES_CONSULTANT, false, false),
    /** Planned by hand, with the reason. */
    EVENT(Role.SALES_CONSULTANT, false, false);

    private final Role role;
    private final boolean survey;
    private final boolean afterDelivery;

    CallbackType(Role role, boolean survey, boolean afterDelivery) {
        this.role = role;
        this.survey = survey;
        this.afterDelivery = afterDelivery;
    }

    public Role role() {
        return role;
    }

    /** Whether the questionnaire belongs to it. */
    public boolean isSurvey() {
        return survey;
    }

    /** Planned at the signature (policy owner.callbacks). */
    public boolean isAfterDelivery() {
        return afterDelivery;
    }

    /** Follows from a date on the file. */
    public boolean isOccasion() {
        return !isAfterDelivery() && this != EVENT;
    }

    public static List<CallbackType> afterDelivery() {
        return Arrays.stream(values()).filter(CallbackType::isAfterDelivery).toList();
    }
}
