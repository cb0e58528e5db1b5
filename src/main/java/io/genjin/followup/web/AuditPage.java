package io.genjin.followup.web;

import io.genjin.followup.NextStepAudit;
import io.genjin.followup.SetAside;
import java.util.List;

/** Whose clocks cannot be worked on, and the proofs of the last nights, newest first. */
public record AuditPage(List<SetAside.Case> setAside, List<NextStepAudit.Run> runs) {}
