package io.genjin.improvement;

/** The report whose figure shows the defect. */
public enum EvidenceReport {
    DAILY("/reports/daily"),
    FUNNEL("/process/funnel"),
    H_LIST("/h-list"),
    QUALITY("/quality");

    private final String path;

    EvidenceReport(String path) {
        this.path = path;
    }

    /** Where the report is read. */
    public String path() {
        return path;
    }
}
