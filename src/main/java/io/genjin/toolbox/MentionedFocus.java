package io.genjin.toolbox;

import io.genjin.catalog.Focus;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which needs a customer spoke of, as far as the card and the last contacts tell it in words. It only puts selling points in
 * order; nothing is hidden by it.
 */
final class MentionedFocus {

    private static final Map<Focus, List<String>> WORDS = new EnumMap<>(Map.of(
            Focus.SAFETY, List.of("安全", "气囊", "碰撞", "safe"),
            Focus.POWER, List.of("动力", "加速", "马力", "操控", "power"),
            Focus.FUEL, List.of("油耗", "省油", "耗油", "电耗", "能耗", "续航", "代步", "fuel", "range"),
            Focus.SPACE, List.of("空间", "后排", "后备箱", "行李", "孩子", "七座", "space", "boot"),
            Focus.COMFORT, List.of("舒适", "静音", "隔音", "座椅", "空调", "颠", "comfort", "quiet"),
            Focus.TECHNOLOGY, List.of("科技", "智能", "导航", "屏", "辅助驾驶", "车机", "充电", "technology"),
            Focus.LOOKS, List.of("外观", "内饰", "颜色", "造型", "颜值", "design", "colour"),
            Focus.PRICE, List.of("价格", "优惠", "预算", "月供", "贷款", "补贴", "便宜", "落地价", "price"),
            Focus.BRAND, List.of("品牌", "口碑", "保值", "大众", "brand"),
            Focus.AFTER_SALES, List.of("售后", "保养", "维修", "质保", "网点", "service")));

    private MentionedFocus() {}

    /** The needs that any of the texts speaks of. */
    static Set<Focus> in(Collection<String> texts) {
        String all = String.join("\n", texts).toLowerCase(Locale.ROOT);
        Set<Focus> spokenOf = EnumSet.noneOf(Focus.class);
        WORDS.forEach((focus, words) -> {
            if (words.stream().anyMatch(all::contains)) {
                spokenOf.add(focus);
            }
        });
        return spokenOf;
    }
}
