package io.genjin.demo;

import io.genjin.defeat.DefeatOutcome;
import io.genjin.defeat.DefeatReason;
import io.genjin.defeat.Loss;
import io.genjin.defeat.StageReached;
import io.genjin.followup.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why customers of the demo do not buy, in the words of those who lost them. {@code C} stands for the customer. */
final class Losses {

    /**
     * One way to lose a customer.
     *
     * @param said    what the customer said last, as the consultant wrote it down
     * @param summary what the consultant sums it up to
     */
    record Story(DefeatOutcome outcome, Set<DefeatReason> reasons, String said, String summary) {

        /** What the contact came to that ended it. */
        Outcome contact() {
            return switch (outcome) {
                case BOUGHT_COMPETITOR, BOUGHT_SAME_BRAND_ELSEWHERE -> Outcome.BOUGHT_ELSEWHERE;
                case LOST_CONTACT, INVALID -> Outcome.NOT_REACHED;
                case GAVE_UP -> Outcome.NO_INTENT;
            };
        }
    }

    private static final List<Story> STORIES = List.of(
            new Story(
                    DefeatOutcome.BOUGHT_COMPETITOR,
                    Set.of(DefeatReason.PRICE, DefeatReason.TRADE_IN),
                    "C说上周末已在竞品店交定金，对方旧车多估了五千",
                    "报价与竞品差约六千，置换估价偏低，未及时申请补贴"),
            new Story(
                    DefeatOutcome.BOUGHT_COMPETITOR,
                    Set.of(DefeatReason.STOCK_COLOUR, DefeatReason.DELIVERY_TIME),
                    "C要的颜色要等一个月，已订有现车的竞品",
                    "指定颜色无现车，调车没有谈成，客户急用车"),
            new Story(
                    DefeatOutcome.BOUGHT_COMPETITOR,
                    Set.of(DefeatReason.PRODUCT),
                    "C试驾后觉得竞品智能配置更多，已经订车",
                    "客户看重车机和辅助驾驶，我方讲解没有打动客户"),
            new Story(
                    DefeatOutcome.BOUGHT_COMPETITOR,
                    Set.of(DefeatReason.FINANCE, DefeatReason.PRICE),
                    "C选了竞品的五年低息，月供更低，已签合同",
                    "金融方案月供高于竞品约四百元，客户以月供决定"),
            new Story(
                    DefeatOutcome.BOUGHT_SAME_BRAND_ELSEWHERE,
                    Set.of(DefeatReason.PRICE, DefeatReason.DISTANCE),
                    "C在离家近的另一家大众店订了，价格差不多",
                    "客户住宝山，嫌我店远，外店给了同样优惠加保养"),
            new Story(
                    DefeatOutcome.BOUGHT_SAME_BRAND_ELSEWHERE,
                    Set.of(DefeatReason.SERVICE),
                    "C说联系了两次没人回，去别家店买了",
                    "跟进不及时，客户两次询价未得到答复"),
            new Story(DefeatOutcome.GAVE_UP, Set.of(DefeatReason.NEED_DROPPED), "C换了工作，单位有班车，近一年不买车了", "购车需求取消，客户态度明确"),
            new Story(DefeatOutcome.GAVE_UP, Set.of(DefeatReason.LICENCE_PLATE), "C拍牌四次未中，决定先不买", "沪牌未中，客户放弃今年购车计划"),
            new Story(
                    DefeatOutcome.GAVE_UP,
                    Set.of(DefeatReason.PRICE, DefeatReason.FINANCE),
                    "C首付不够，家里不同意贷款，先不考虑",
                    "预算不足，贷款未获家人同意"),
            new Story(DefeatOutcome.LOST_CONTACT, Set.of(DefeatReason.OTHER), "换时段拨打均无人接听，微信未回", "多次不同时段联系不上，判断已无意向"));

    private final Dice random;

    Losses(Dice random) {
        this.random = random;
    }

    Story one() {
        return random.one(STORIES);
    }

    /** The first one that ended so. */
    Story of(DefeatOutcome outcome) {
        return STORIES.stream()
                .filter(story -> story.outcome() == outcome)
                .findFirst()
                .orElseThrow();
    }

    /** The analysis that an application needs (战败分析). */
    Loss analysis(Story story, Client client) {
        boolean competitor = story.outcome() == DefeatOutcome.BOUGHT_COMPETITOR;
        String rival =
                random.one(client.card.competitors().isEmpty() ? List.of("比亚迪 秦PLUS") : client.card.competitors());
        String[] words = rival.split(" ", 2);
        boolean saved = competitor && random.chance(35);
        return new Loss(
                story.outcome(),
                story.reasons(),
                competitor ? words[0] : null,
                competitor && words.length > 1 ? words[1] : null,
                competitor ? price(client) : null,
                story.outcome() == DefeatOutcome.BOUGHT_SAME_BRAND_ELSEWHERE ? "宝山某大众店" : null,
                client.visited ? StageReached.VISITED : StageReached.FILED,
                saved,
                saved ? "早一天请经理出面谈价，可以留住" : null);
    }

    private @Nullable BigDecimal price(Client client) {
        BigDecimal budget = client.card.budget();
        return budget == null ? null : budget.subtract(BigDecimal.valueOf(3_000L + 500L * random.nextInt(9)));
    }

    String agreed() {
        return random.one(List.of("情况属实，同意战败", "已与顾问核对过程，同意", "同意，竞品价格记入周会材料", "同意，注意以后先报置换补贴"));
    }

    String refused() {
        return random.one(List.of("客户只是嫌贵，没有谈过置换补贴，继续跟进", "没有请经理出面就申请战败，退回再谈一次", "客户未明确拒绝，换一个车型再邀约", "只打了一次电话，依据不足"));
    }
}
