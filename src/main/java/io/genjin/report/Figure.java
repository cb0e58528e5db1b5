package io.genjin.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A figure of the daily report. Its name is the stable code; its name in words and its definition are the texts
 * {@code figure.<CODE>} and {@code figure.<CODE>.definition}, and the definition is printed next to the number (4.1).
 *
 * <p>Every figure adds up parts that {@link FigureRows} lists; a ratio divides such sums.
 */
public enum Figure {
    TOTAL_CONTACTS(Section.FLOW, "R-118", "CONTACT"),
    FIRST_VISITS(Section.FLOW, "R-118", "FIRST_VISIT"),
    RETURN_VISITS(Section.FLOW, "R-118", "RETURN_VISIT"),
    VISITS(Section.FLOW, "4.3", "FIRST_VISIT", "RETURN_VISIT"),
    MARKET_DEVELOPMENT(
            Section.FLOW,
            "R-118",
            "NEW_MARKET_DEVELOPMENT",
            "NEW_FIELD_SALES",
            "NEW_PROMOTION_EVENT",
            "NEW_CO_SELLING",
            "NEW_REFERRAL"),
    OUTBOUND_ACTIONS(Section.FLOW, "4.2", "CONTACT_OUTSIDE"),
    TEST_DRIVES(Section.FLOW, "R-118", "TEST_DRIVEN"),
    CALLS(Section.FLOW, "3.3", "CALL"),
    VISITORS_FILED(Section.FLOW, "K08", "VISITOR_FILED"),
    VISITORS_NOT_FILED(Section.FLOW, "K08", "VISITOR_NOT_FILED"),
    K08(Section.FLOW, List.of("VISITOR_FILED"), List.of("VISITOR_FILED", "VISITOR_NOT_FILED")),

    NEW_PROSPECTS(
            Section.NEW,
            "R-220",
            "NEW_WALK_IN",
            "NEW_INBOUND_CALL",
            "NEW_FIELD_SALES",
            "NEW_PROMOTION_EVENT",
            "NEW_MARKET_DEVELOPMENT",
            "NEW_REFERRAL",
            "NEW_CO_SELLING",
            "NEW_HQ_ALLOCATED",
            "NEW_HOTLINE_800",
            "NEW_OTHER"),
    NEW_WALK_IN(Section.NEW, "R-220", "NEW_WALK_IN"),
    NEW_INBOUND_CALL(Section.NEW, "R-220", "NEW_INBOUND_CALL"),
    NEW_FIELD_SALES(Section.NEW, "R-220", "NEW_FIELD_SALES"),
    NEW_PROMOTION_EVENT(Section.NEW, "R-220", "NEW_PROMOTION_EVENT"),
    NEW_MARKET_DEVELOPMENT(Section.NEW, "R-220", "NEW_MARKET_DEVELOPMENT"),
    NEW_REFERRAL(Section.NEW, "R-220", "NEW_REFERRAL"),
    NEW_CO_SELLING(Section.NEW, "R-220", "NEW_CO_SELLING"),
    NEW_HQ_ALLOCATED(Section.NEW, "R-220", "NEW_HQ_ALLOCATED"),
    NEW_HOTLINE_800(Section.NEW, "R-220", "NEW_HOTLINE_800"),
    NEW_OTHER(Section.NEW, "R-220", "NEW_OTHER"),
    CARDS_OPENED(Section.NEW, "R-106", "PROSPECT_OPENED"),
    CARDS_FILED(Section.NEW, "R-108", "CARD_ENTERED"),

    HQ_LEADS_RECEIVED(Section.HQ, "R-102", "NEW_HQ_ALLOCATED"),
    HQ_LEADS_ON_TIME(Section.HQ, "K01", "FIRST_KEPT_HQ"),
    HQ_LEADS_OVERDUE(Section.HQ, "K01", "FIRST_MISSED_HQ"),
    HQ_LEADS_OVERDUE_RESPONSIBLE(Section.HQ, "R-102", "FIRST_MISSED_RESPONSIBLE"),
    K01(Section.HQ, List.of("FIRST_KEPT_HQ"), List.of("FIRST_KEPT_HQ", "FIRST_MISSED_HQ")),

    FOLLOW_UPS_DUE(Section.FOLLOW_UP, "K03", "DUE_ON_TIME", "DUE_LATE", "DUE_NOT_DONE", "DUE_OPEN"),
    FOLLOW_UPS_ON_TIME(Section.FOLLOW_UP, "K03", "DUE_ON_TIME"),
    FOLLOW_UPS_LATE(Section.FOLLOW_UP, "K04", "DUE_LATE"),
    FOLLOW_UPS_NOT_DONE(Section.FOLLOW_UP, "K04", "DUE_NOT_DONE"),
    FOLLOW_UPS_OPEN(Section.FOLLOW_UP, "K03", "DUE_OPEN"),
    K03(Section.FOLLOW_UP, List.of("DUE_ON_TIME"), List.of("DUE_ON_TIME", "DUE_LATE", "DUE_NOT_DONE")),
    K04(Section.FOLLOW_UP, List.of("DUE_ON_TIME", "DUE_LATE"), List.of("DUE_ON_TIME", "DUE_LATE", "DUE_NOT_DONE")),
    FIRST_ON_TIME(Section.FOLLOW_UP, "K02", "FIRST_KEPT_HQ", "FIRST_KEPT_OTHER"),
    FIRST_MISSED(Section.FOLLOW_UP, "K02", "FIRST_MISSED_HQ", "FIRST_MISSED_OTHER"),
    K02(
            Section.FOLLOW_UP,
            List.of("FIRST_KEPT_HQ", "FIRST_KEPT_OTHER"),
            List.of("FIRST_KEPT_HQ", "FIRST_KEPT_OTHER", "FIRST_MISSED_HQ", "FIRST_MISSED_OTHER")),
    RHYTHM_MET(Section.FOLLOW_UP, "K03b", "RHYTHM_MET"),
    RHYTHM_MISSED(Section.FOLLOW_UP, "K03b", "RHYTHM_MISSED"),
    RHYTHM_EXCUSED(Section.FOLLOW_UP, "K03b", "RHYTHM_EXCUSED"),
    K03B(
            Section.FOLLOW_UP,
            "K03b",
            List.of("RHYTHM_MET", "RHYTHM_EXCUSED"),
            List.of("RHYTHM_MET", "RHYTHM_EXCUSED", "RHYTHM_MISSED")),

    CARDS_SUBMITTED(Section.CARDS, "R-107", "CARD_SUBMITTED"),
    CARDS_RETURNED(Section.CARDS, "K07", "CARD_RETURNED"),
    K07(Section.CARDS, List.of("CARD_RETURNED"), List.of("CARD_SUBMITTED")),
    CARDS_SIGNED(Section.CARDS, "R-107", "CARD_SIGNED"),
    CARDS_ENTERED_SAME_DAY(Section.CARDS, "K06", "CARD_SIGNED_ENTERED_SAME_DAY"),
    K06(Section.CARDS, List.of("CARD_SIGNED_ENTERED_SAME_DAY"), List.of("CARD_SIGNED")),
    CARDS_ENTERED_LATE(Section.CARDS, "K06", "CARD_ENTERED_LATE"),

    QUOTES(Section.DEAL, "2.8", "QUOTED"),
    ORDERS(Section.DEAL, "4.1", "ORDERED"),
    ORDERS_CANCELLED(Section.DEAL, "K22", "ORDER_CANCELLED"),

    REVIEWS(Section.LOSS, "1.8", "REVIEWED"),
    DEFEATS_APPLIED(Section.LOSS, "3.9", "DEFEAT_APPLIED"),
    DEFEATS_APPROVED(Section.LOSS, "K18", "DEFEATED"),
    DEFEATS_REJECTED(Section.LOSS, "K20", "DEFEAT_REJECTED"),
    K20(Section.LOSS, List.of("DEFEAT_REJECTED"), List.of("DEFEAT_APPLIED")),
    SET_DORMANT(Section.LOSS, "1.8", "SET_DORMANT"),
    TAKEN_UP_AGAIN(Section.LOSS, "1.8", "WOKEN", "REACTIVATED"),

    DELIVERIES(Section.SOLD, "R-118", "DELIVERED"),

    LEADS_ALLOCATED(Section.OWNERS, "R-102", "LEAD_ALLOCATED"),
    TRANSFERS_IN(Section.OWNERS, "R-205", "TRANSFERRED"),
    TRANSFERS_OUT(Section.OWNERS, "R-205", "TRANSFERRED_AWAY"),

    BASE(Section.NOW, "R-207", "BASE_H", "BASE_A", "BASE_B", "BASE_C", "BASE_N"),
    BASE_H(Section.NOW, "R-210", "BASE_H"),
    BASE_A(Section.NOW, "R-210", "BASE_A"),
    BASE_B(Section.NOW, "R-210", "BASE_B"),
    BASE_C(Section.NOW, "R-210", "BASE_C"),
    BASE_N(Section.NOW, "R-210", "BASE_N"),
    OVERDUE(Section.NOW, "K05", "NOW_OVERDUE"),
    DUE_TOMORROW(Section.NOW, "R-110", "NOW_DUE_TOMORROW"),
    APPOINTMENTS_TOMORROW(Section.NOW, "4.3", "NOW_APPOINTMENT_TOMORROW"),
    CARDS_WAITING(Section.NOW, "R-107", "NOW_SUBMITTED"),
    CARDS_NOT_ENTERED(Section.NOW, "R-108", "NOW_SIGNED");

    /** What stands together in the report. The last one are stocks: as it is now, or was at closing time. */
    public enum Section {
        FLOW,
        NEW,
        HQ,
        FOLLOW_UP,
        CARDS,
        DEAL,
        LOSS,
        SOLD,
        OWNERS,
        NOW;

        /** In the order of the report. */
        public List<Figure> figures() {
            return Arrays.stream(Figure.values())
                    .filter(figure -> figure.section == this)
                    .toList();
        }
    }

    private final Section section;
    private final String definitionId;
    private final List<String> parts;
    private final List<String> base;

    Figure(Section section, String definitionId, String... parts) {
        this.section = section;
        this.definitionId = definitionId;
        this.parts = List.of(parts);
        this.base = List.of();
    }

    /** A ratio of 4.7, named by its own definition. */
    Figure(Section section, List<String> parts, List<String> base) {
        this.section = section;
        this.definitionId = name();
        this.parts = parts;
        this.base = base;
    }

    Figure(Section section, String definitionId, List<String> parts, List<String> base) {
        this.section = section;
        this.definitionId = definitionId;
        this.parts = parts;
        this.base = base;
    }

    public Section section() {
        return section;
    }

    /** Where the definition comes from: a ratio of 4.7 or the rule that demands the figure. */
    public String definitionId() {
        return definitionId;
    }

    /** A ratio is no count: it has no members, and nothing to divide by makes it nothing, never zero (4.1 rule 4). */
    public boolean isRatio() {
        return !base.isEmpty();
    }

    /** As it is now: of a past day only as it was frozen, and no month adds it up. */
    public boolean isStock() {
        return section == Section.NOW;
    }

    /** Whether what stands at the moment of asking is in it: a stock, or promises that are open. */
    public boolean standsNow() {
        return isStock()
                || Stream.of(parts, base)
                        .flatMap(List::stream)
                        .anyMatch(part -> FigureRows.hasPart(FigureRows.Lasting.STANDING, part));
    }

    /** What is counted, or of a ratio what stands above the line. */
    List<String> parts() {
        return parts;
    }

    /** Parts that make the ratio unknown: what an older version did not write down. */
    List<String> unknownBy() {
        return this == K03B ? List.of("RHYTHM_UNKNOWN") : List.of();
    }

    /** Of a ratio, what stands below the line. */
    List<String> base() {
        return base;
    }
}
