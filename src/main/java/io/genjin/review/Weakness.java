package io.genjin.review;

import io.genjin.improvement.EvidenceReport;
import org.jspecify.annotations.Nullable;

/**
 * What the figures show as weak, by a fixed rule: a finding proposed to the managers, who make it theirs or leave it.
 *
 * @param person  whose figure it is; the dealership's when nobody's
 * @param subject code of the figure or target it is about; empty where the rule says it
 * @param value   what it is
 * @param base    what it is measured by
 * @param rows    address of the rows that the value counts
 */
public record Weakness(Rule rule, @Nullable Person person, String subject, String value, String base, String rows) {

    /** When something is weak; the limits stand in {@link Weaknesses}. */
    public enum Rule {
        NO_ONE_TO_ONE(EvidenceReport.ONE_TO_ONE, "R-119"),
        NO_ANALYSIS(EvidenceReport.H_LIST, "K29"),
        HQ_LEAD_LATE(EvidenceReport.DAILY, "K01"),
        ACTIONS_OVERDUE(EvidenceReport.ACTIONS, "K28"),
        BEHIND_TARGET(EvidenceReport.ACTUAL_VS_TARGET, "R-118"),
        PROMISES_LATE(EvidenceReport.DAILY, "K03"),
        RHYTHM_MISSED(EvidenceReport.DAILY, "K03b"),
        ENTERED_LATE(EvidenceReport.DAILY, "K06"),
        CARDS_RETURNED(EvidenceReport.DAILY, "K07"),
        BELOW_HISTORY(EvidenceReport.CURRENT_VS_HISTORY, "4.5"),
        FEW_HITS(EvidenceReport.H_LIST, "K27");

        private final EvidenceReport report;
        private final String definitionId;

        Rule(EvidenceReport report, String definitionId) {
            this.report = report;
            this.definitionId = definitionId;
        }

        /** The report that shows it. */
        public EvidenceReport report() {
            return report;
        }

        /** The figure, or the rule of the manual that demands it. */
        public String definitionId() {
            return definitionId;
        }
    }

    /** The same weakness of the same person has the same key, as long as its review runs. */
    public String key() {
        return rule.name() + ":" + subject + ":" + (person == null ? "" : person.username());
    }
}
