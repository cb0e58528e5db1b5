package io.genjin.ratio;

import static io.genjin.ratio.Counted.OWNED;
import static io.genjin.ratio.Counted.customers;
import static io.genjin.ratio.Counted.figures;
import static io.genjin.ratio.Counted.times;

import io.genjin.report.Figure;
import java.util.Arrays;
import java.util.List;

/**
 * A ratio of 4.7. Its name is the stable code; name and definition in words are the texts {@code ratio.<CODE>} and
 * {@code ratioDefinition.<CODE>}, and the definition is printed with the value (4.1). Variants carry the id of what they vary.
 *
 * <p>Ratios are of distinct customers unless their name says times (人次, 次数; 4.1 rule 1). Owner, source and grade are those of
 * the moment that is counted (4.1 rule 5), so a team's number may be less than the sum of its people's: who was with two counts
 * with both, and once for the dealership. An order that was cancelled later stays an order of its day; K22 tells of it.
 */
public enum Ratio {
    K01(
            Group.FOLLOW_UP,
            "K01",
            Basis.PERIOD,
            figures(Figure.HQ_LEADS_ON_TIME),
            figures(Figure.HQ_LEADS_ON_TIME, Figure.HQ_LEADS_OVERDUE)),
    K02(
            Group.FOLLOW_UP,
            "K02",
            Basis.PERIOD,
            figures(Figure.FIRST_ON_TIME),
            figures(Figure.FIRST_ON_TIME, Figure.FIRST_MISSED)),
    K03(
            Group.FOLLOW_UP,
            "K03",
            Basis.PERIOD,
            figures(Figure.FOLLOW_UPS_ON_TIME),
            figures(Figure.FOLLOW_UPS_ON_TIME, Figure.FOLLOW_UPS_LATE, Figure.FOLLOW_UPS_NOT_DONE)),
    K03B(
            Group.FOLLOW_UP,
            "K03b",
            Basis.PERIOD,
            figures(Figure.RHYTHM_MET, Figure.RHYTHM_EXCUSED),
            figures(Figure.RHYTHM_MET, Figure.RHYTHM_EXCUSED, Figure.RHYTHM_MISSED)),
    K04(
            Group.FOLLOW_UP,
            "K04",
            Basis.PERIOD,
            figures(Figure.FOLLOW_UPS_ON_TIME, Figure.FOLLOW_UPS_LATE),
            figures(Figure.FOLLOW_UPS_ON_TIME, Figure.FOLLOW_UPS_LATE, Figure.FOLLOW_UPS_NOT_DONE)),
    K05(Group.FOLLOW_UP, "K05", Basis.STOCK, customers(Counted.OVERDUE), customers(Counted.FOLLOWED)),
    K05_H(Group.FOLLOW_UP, "K05", Basis.STOCK, customers("OVERDUE_H"), customers("FOLLOWED_H")),
    K05_A(Group.FOLLOW_UP, "K05", Basis.STOCK, customers("OVERDUE_A"), customers("FOLLOWED_A")),
    K05_B(Group.FOLLOW_UP, "K05", Basis.STOCK, customers("OVERDUE_B"), customers("FOLLOWED_B")),
    K05_C(Group.FOLLOW_UP, "K05", Basis.STOCK, customers("OVERDUE_C"), customers("FOLLOWED_C")),
    K05_N(Group.FOLLOW_UP, "K05", Basis.STOCK, customers("OVERDUE_N"), customers("FOLLOWED_N")),

    K06(Group.CARDS, "K06", Basis.PERIOD, figures(Figure.CARDS_ENTERED_SAME_DAY), figures(Figure.CARDS_SIGNED)),
    K07(Group.CARDS, "K07", Basis.PERIOD, figures(Figure.CARDS_RETURNED), figures(Figure.CARDS_SUBMITTED)),
    K08(Group.CARDS, "K08", Basis.PERIOD, OWNED, OWNED),
    K09(Group.CARDS, "K09", Basis.COHORT, customers("LEAD_CARD"), customers("LEAD_CARD", "LEAD_NONE", "LEAD_ON_FILE")),
    K26_WALK_IN(Group.CARDS, "K26", Basis.PERIOD, customers("NEW_WALK_IN"), customers(Counted.NEW)),
    K26_INBOUND_CALL(Group.CARDS, "K26", Basis.PERIOD, customers("NEW_INBOUND_CALL"), customers(Counted.NEW)),
    K26_FIELD_SALES(Group.CARDS, "K26", Basis.PERIOD, customers("NEW_FIELD_SALES"), customers(Counted.NEW)),
    K26_PROMOTION_EVENT(Group.CARDS, "K26", Basis.PERIOD, customers("NEW_PROMOTION_EVENT"), customers(Counted.NEW)),
    K26_REFERRAL(Group.CARDS, "K26", Basis.PERIOD, customers("NEW_REFERRAL"), customers(Counted.NEW)),
    K26_CO_SELLING(Group.CARDS, "K26", Basis.PERIOD, customers("NEW_CO_SELLING"), customers(Counted.NEW)),
    K26_HQ_ALLOCATED(Group.CARDS, "K26", Basis.PERIOD, customers("NEW_HQ_ALLOCATED"), customers(Counted.NEW)),
    K26_HOTLINE_800(Group.CARDS, "K26", Basis.PERIOD, customers("NEW_HOTLINE_800"), customers(Counted.NEW)),
    K26_MARKET_DEVELOPMENT(
            Group.CARDS, "K26", Basis.PERIOD, customers("NEW_MARKET_DEVELOPMENT"), customers(Counted.NEW)),
    K26_OTHER(Group.CARDS, "K26", Basis.PERIOD, customers("NEW_OTHER"), customers(Counted.NEW)),

    K10(Group.VISITS, "K10", Basis.PERIOD, customers("INVITED_CAME"), customers("LEAD_VALID")),
    K10_ALL(Group.VISITS, "K10", Basis.PERIOD, customers("INVITED_CAME"), customers(Counted.ALL)),
    K11(Group.VISITS, "K11", Basis.PERIOD, customers("RETURN_VISIT"), customers("VISIT")),
    K11_NEW(Group.VISITS, "K11", Basis.PERIOD, customers("RETURN_VISIT"), customers(Counted.NEW)),
    K12(Group.VISITS, "K12", Basis.PERIOD, customers("DRIVEN"), customers("VISIT_OR_DRIVE")),
    K12_BY_VISIT(
            Group.VISITS,
            "K12",
            Basis.PERIOD,
            figures(Figure.TEST_DRIVES),
            figures(Figure.FIRST_VISITS, Figure.RETURN_VISITS)),
    K12_NEW(Group.VISITS, "K12", Basis.PERIOD, customers("DRIVEN"), customers(Counted.NEW)),
    CONTACT_TO_VISIT(
            Group.VISITS,
            "R-118",
            Basis.PERIOD,
            figures(Figure.FIRST_VISITS, Figure.RETURN_VISITS),
            figures(Figure.TOTAL_CONTACTS)),
    VISIT_TO_DRIVE(
            Group.VISITS,
            "R-118",
            Basis.PERIOD,
            figures(Figure.TEST_DRIVES),
            figures(Figure.FIRST_VISITS, Figure.RETURN_VISITS)),

    K15(Group.CLOSING, "K15", Basis.PERIOD, customers("ORDERED"), customers(Counted.ALL)),
    K16_NEW(Group.CLOSING, "K16", Basis.PERIOD, customers("ORDERED_NEW"), customers(Counted.NEW)),
    K16_CARRIED(Group.CLOSING, "K16", Basis.PERIOD, customers("ORDERED_CARRIED"), customers("AT_BEGIN")),
    K14(Group.CLOSING, "K14", Basis.PERIOD, customers("ORDERED_WALK_IN"), customers("NATURAL_VISIT")),
    K14_BY_CUSTOMER(Group.CLOSING, "K14", Basis.PERIOD, customers("VISIT_ORDERED"), customers("VISIT")),
    K14_BY_VISIT(Group.CLOSING, "K14", Basis.PERIOD, customers("VISIT_ORDERED"), times("VISIT")),
    K17_FIRST(Group.CLOSING, "K17", Basis.PERIOD, customers("FIRST_VISIT_ORDERED"), customers("FIRST_VISIT")),
    K17_RETURN(Group.CLOSING, "K17", Basis.PERIOD, customers("RETURN_VISIT_ORDERED"), customers("RETURN_VISIT")),
    K13(Group.CLOSING, "K13", Basis.COHORT, customers("DRIVEN_ORDERED"), customers("DRIVEN")),
    DRIVE_TO_SOLD(Group.CLOSING, "R-118", Basis.PERIOD, figures(Figure.DELIVERIES), figures(Figure.TEST_DRIVES)),

    K18(Group.LOSS, "K18", Basis.PERIOD, customers("DEFEATED"), customers(Counted.ALL)),
    K18_NEW(Group.LOSS, "K18", Basis.PERIOD, customers("DEFEATED_NEW"), customers(Counted.NEW)),
    K18_CARRIED(Group.LOSS, "K18", Basis.PERIOD, customers("DEFEATED_CARRIED"), customers("AT_BEGIN")),
    K18_OF_CARRIED(Group.LOSS, "K18", Basis.PERIOD, customers("DEFEATED"), customers("BEGIN_OR_DEFEATED")),
    K19(Group.LOSS, "K19", Basis.PERIOD, times("DEFEATED_SPECIFIC"), times("DEFEAT_APPLIED")),
    K20(Group.LOSS, "K20", Basis.PERIOD, figures(Figure.DEFEATS_REJECTED), figures(Figure.DEFEATS_APPLIED)),

    K21(Group.DELIVERY, "K21", Basis.PERIOD, customers("DELIVERED"), customers("ORDER_BASE")),
    K21_NEW(Group.DELIVERY, "K21", Basis.PERIOD, customers("DELIVERED_NEW"), customers("ORDERED")),
    K21_CARRIED(Group.DELIVERY, "K21", Basis.PERIOD, customers("DELIVERED_CARRIED"), customers("ORDER_AT_BEGIN")),
    K22(Group.DELIVERY, "K22", Basis.PERIOD, customers("CANCELLED"), customers("ORDER_BASE")),
    K22_NEW(Group.DELIVERY, "K22", Basis.PERIOD, customers("CANCELLED_NEW"), customers("ORDERED")),
    K22_CARRIED(Group.DELIVERY, "K22", Basis.PERIOD, customers("CANCELLED_CARRIED"), customers("ORDER_AT_BEGIN")),
    K23(Group.DELIVERY, "K23", Basis.STOCK, customers("ORDER_AT_END"), OWNED),

    K24(Group.OWNERS, "K24", Basis.PERIOD, customers("DELIVERED_REFERRAL"), customers("DELIVERED")),
    K24_WIDE(Group.OWNERS, "K24", Basis.PERIOD, OWNED, OWNED),
    K25_D3(Group.OWNERS, "K25", Basis.PERIOD, OWNED, OWNED),
    K25_D7(Group.OWNERS, "K25", Basis.PERIOD, OWNED, OWNED),
    K25_D30(Group.OWNERS, "K25", Basis.PERIOD, OWNED, OWNED),

    K27(Group.PROCESS, "K27", Basis.PERIOD, OWNED, OWNED),
    K28(Group.PROCESS, "K28", Basis.PERIOD, OWNED, OWNED),
    K29(Group.PROCESS, "K29", Basis.PERIOD, OWNED, OWNED),
    K29_ANALYSIS(Group.PROCESS, "K29", Basis.PERIOD, OWNED, OWNED),
    K30(Group.PROCESS, "K30", Basis.PERIOD, OWNED, OWNED);

    /** What stands together on the page. */
    public enum Group {
        FOLLOW_UP,
        CARDS,
        VISITS,
        CLOSING,
        LOSS,
        DELIVERY,
        OWNERS,
        PROCESS;

        /** In the order of the page. */
        public List<Ratio> ratios() {
            return Arrays.stream(Ratio.values())
                    .filter(ratio -> ratio.group == this)
                    .toList();
        }
    }

    /** Of whom a ratio speaks (4.1 rule 2). */
    public enum Basis {
        /** Events of the days over the base of the same days. */
        PERIOD,
        /** Those who came in the days, followed until today. */
        COHORT,
        /** As it stands at the end of the days. */
        STOCK
    }

    private final Group group;
    private final String id;
    private final Basis basis;
    private final Counted top;
    private final Counted bottom;

    Ratio(Group group, String id, Basis basis, Counted top, Counted bottom) {
        this.group = group;
        this.id = id;
        this.basis = basis;
        this.top = top;
        this.bottom = bottom;
    }

    public Group group() {
        return group;
    }

    /** Where the definition comes from: a ratio of 4.7, or the rule that demands it. */
    public String id() {
        return id;
    }

    public Basis basis() {
        return basis;
    }

    /** Told of today only: yesterday's dates are not kept. */
    public boolean isOfTodayOnly() {
        return id.equals("K05");
    }

    Counted counted(Side side) {
        return side == Side.top ? top : bottom;
    }
}
