package io.genjin.order;

import io.genjin.prospect.Source;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;

/** Source, grade and owner of the customer at the moment the order was confirmed, for every report for ever (4.1 rule 5). */
public record Snapshot(Source source, Grade grade, StaffId owner) {}
