package io.genjin.prospect;

import io.genjin.staff.StaffId;
import java.time.Instant;

/**
 * From when on a person answers for a prospect, until the next entry begins; due items are charged by it (1.11 rule 7).
 *
 * @param waiting whether the lead waited for its consultant meanwhile, so that the person answered for it only until then
 */
public record Ownership(Instant from, StaffId owner, boolean waiting) {}
