package io.genjin.staff;

import io.genjin.shared.DealershipId;

/**
 * Asked before a person's account is closed: a module that keeps work in people's names says how much still stands in this
 * one (domain 5, Leaving staff). Every bean is asked; as long as anything is open the account stays.
 */
public interface LeaverCheck {

    /** How many prospects, orders and the like must get a new owner first. */
    int openItems(DealershipId dealership, StaffId who);
}
