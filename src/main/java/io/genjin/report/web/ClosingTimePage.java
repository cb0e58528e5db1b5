package io.genjin.report.web;

import io.genjin.report.ClosingTimeDesk.ClosingTime;
import io.genjin.shared.web.Fields;

/** When the day is over for the daily report, and who said so. */
public record ClosingTimePage(ClosingTime closing, Fields form, boolean changed) {}
