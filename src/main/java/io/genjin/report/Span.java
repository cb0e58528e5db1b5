package io.genjin.report;

/** Which column of the daily report: the day itself, or its month until that day. */
public enum Span {
    day,
    month
}
