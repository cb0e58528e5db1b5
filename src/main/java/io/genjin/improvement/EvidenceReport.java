package io.genjin.improvement;

/** The report whose figure shows the defect. */
public enum EvidenceReport {
    DAILY("/reports/daily"),
    ACTUAL_VS_TARGET("/reports/actual-vs-target"),
    CURRENT_VS_HISTORY("/reports/history"),
    FUNNEL("/process/funnel"),
    H_LIST("/h-list"),
    QUALITY("/quality"),
    ACTIONS("/improvement/actions"),
    ONE_TO_ONE("/one-to-ones");

    private final String path;

    EvidenceReport(String path) {
        this.path = path;
    }

    /** Where the report is read. */
    public String path() {
        return path;
    }
}
