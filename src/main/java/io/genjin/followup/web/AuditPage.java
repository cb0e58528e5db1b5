package io.genjin.followup.web;

import io.genjin.followup.NextStepAudit;
import java.util.List;

/** The proofs of the last nights, newest first. */
public record AuditPage(List<NextStepAudit.Run> runs) {}
