package io.genjin.followup.web;

import io.genjin.followup.FollowUp;
import io.genjin.followup.OpenPoint;
import io.genjin.prospect.Prospect;
import io.genjin.shared.Grade;
import io.genjin.shared.web.Fields;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The sheet on which a contact is recorded.
 *
 * @param latest for each grade the latest day of the next contact after this one
 * @param recent the contacts before, newest first
 * @param open   what stands open with the customer and could be why the next contact is made
 */
public record RecordPage(
        Prospect prospect, Fields form, Map<Grade, LocalDate> latest, List<FollowUp> recent, List<OpenPoint> open) {}
