package io.genjin.catalog;

import java.util.List;

/**
 * What a column of a range sheet means. A row names a model, and what its other columns say: how the model is described, a trim of
 * it, a colour of it, or one respect in which it is compared with a competitor's.
 */
public enum RangeColumn {
    BRAND("厂商", "厂牌"),
    MODEL("车系", "车型名称"),
    BODY("车身形式"),
    DESCRIPTION("简介", "说明"),
    TRIM("版本", "车款", "配置名称"),
    MODEL_YEAR("年份", "车型年"),
    ENERGY("能源类型", "燃料"),
    POWER_KW("功率", "最大功率"),
    GEARBOX("变速器"),
    SEATS("座位", "座位数"),
    RANGE_KM("续航", "纯电续航"),
    LIST_PRICE("指导价", "厂商指导价", "官方指导价", "价格"),
    PRICE_FROM("价格生效日", "生效日期"),
    PLACE("颜色部位"),
    COLOUR("颜色名称"),
    SWATCH("颜色值"),
    SURCHARGE("颜色加价"),
    RIVAL_BRAND("竞争品牌"),
    RIVAL_MODEL("竞争车型", "竞品"),
    RIVAL_TRIM("竞争配置"),
    FOCUS("关注点", "对比方面"),
    OURS("本品", "我方"),
    THEIRS("对方"),
    BETTER("优势方"),
    SOURCE("资料来源"),
    AS_OF("日期", "核对日");

    private final List<String> otherNames;

    RangeColumn(String... otherNames) {
        this.otherNames = List.of(otherNames);
    }

    /** Headings that people use beside the one on our own sheet. */
    List<String> otherNames() {
        return otherNames;
    }
}
