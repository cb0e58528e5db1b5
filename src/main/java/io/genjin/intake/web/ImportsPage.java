package io.genjin.intake.web;

import io.genjin.intake.ImportBatch;
import io.genjin.shared.Page;
import io.genjin.staff.StaffId;
import java.util.function.Function;

/** The imports of a dealership, newest first. */
public record ImportsPage(Page<ImportBatch> rows, Function<StaffId, String> names) {}
