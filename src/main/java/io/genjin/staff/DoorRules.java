package io.genjin.staff;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;

/** What a dealership asks at its door: which passwords, and for whom a second factor (S-R5, S-R8). */
public record DoorRules(PasswordPreset passwords, SecondFactorRule secondFactor, int graceDays) {

    public static final int LONGEST_GRACE = 90;

    /** How much of a second factor is asked of managers, HQ and administrators; others may have one unless it is off. */
    public enum SecondFactorRule {
        OFF,
        OPTIONAL,
        REQUIRED
    }

    public DoorRules {
        if (graceDays < 0 || graceDays > LONGEST_GRACE) {
            throw new FieldsRefused(Field.of("graceDays", "doorRules.grace.range", LONGEST_GRACE));
        }
    }

    /** Who answers for others or for the product must prove more than a password. */
    boolean obliges(StaffMember member) {
        return secondFactor == SecondFactorRule.REQUIRED
                && member.isAnyOf(
                        Role.SHOWROOM_MANAGER,
                        Role.SALES_MANAGER,
                        Role.GENERAL_MANAGER,
                        Role.HQ,
                        Role.SYSTEM_ADMINISTRATOR);
    }
}
