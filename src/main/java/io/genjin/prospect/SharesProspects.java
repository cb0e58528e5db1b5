package io.genjin.prospect;

import io.genjin.staff.StaffMember;

/**
 * Says which customers a person works on beside their own, as an assistant does; a module that lets people work on others'
 * customers contributes a bean. Asked for one prospect at a time, and only after ownership gave no answer: lists stay by owner.
 */
public interface SharesProspects {

    /** Whether {@code person} may read the card and record contacts although the customer is a colleague's. */
    boolean isSharedWith(ProspectId prospect, StaffMember person);
}
