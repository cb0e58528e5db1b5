package io.genjin.intake.sheet;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a column of a sheet can mean for us, and the headings by which it is recognised. */
public enum SheetColumn {
    CUSTOMER_NAME(
            "customerName", "客户姓名", "姓名", "客户名称", "客户", "联系人", "称呼", "name", "customer", "customer name", "full name"),
    MOBILE(
            "mobile",
            "手机",
            "手机号",
            "手机号码",
            "移动电话",
            "电话",
            "电话号码",
            "联系电话",
            "联系方式",
            "客户电话",
            "客户手机",
            "mobile",
            "mobile phone",
            "mobile number",
            "phone",
            "phone number",
            "telephone",
            "tel",
            "cell"),
    PHONE("phone", "固定电话", "座机", "备用电话", "其他电话", "其它电话", "电话2", "landline", "second phone", "other phone"),
    SOURCE("source", "客户来源", "来源", "线索来源", "来源渠道", "渠道", "信息来源", "source", "lead source", "channel"),
    SOURCE_DETAIL(
            "sourceDetail",
            "来源明细",
            "来源说明",
            "活动名称",
            "活动",
            "介绍人",
            "推荐人",
            "助销伙伴",
            "source detail",
            "campaign",
            "referrer"),
    EXTERNAL_ID("externalId", "线索编号", "线索号", "线索id", "外部编号", "编号", "lead id", "lead no", "external id", "id"),
    RECEIVED_AT(
            "receivedAt",
            "信息获得时间",
            "获得时间",
            "收到时间",
            "线索时间",
            "线索日期",
            "留资时间",
            "创建时间",
            "登记日期",
            "日期",
            "时间",
            "received",
            "received at",
            "lead date",
            "created",
            "created at",
            "date"),
    INTENT_MODELS(
            "intentModels", "意向车型", "意向车系", "车型", "车系", "意向", "model", "models", "intended model", "vehicle", "car"),
    GRADE("grade", "意向级别", "级别", "客户级别", "等级", "grade", "level"),
    CONSULTANT(
            "owner",
            "销售顾问",
            "顾问",
            "销售员",
            "负责人",
            "跟进人",
            "归属顾问",
            "consultant",
            "sales consultant",
            "owner",
            "salesperson"),
    GENDER("gender", "性别", "gender", "sex"),
    WECHAT("wechat", "微信", "微信号", "wechat"),
    EMAIL("email", "邮箱", "电子邮箱", "电子邮件", "email", "e-mail", "mail"),
    ADDRESS("address", "地址", "住址", "联系地址", "区域", "address"),
    EXPECTED_PURCHASE(
            "expectedPurchaseDate", "预计购车日期", "预计购车时间", "购车时间", "计划购车时间", "expected purchase", "purchase date"),
    BUDGET("budget", "预算", "购车预算", "budget"),
    PAYMENT_WAY("paymentWay", "付款方式", "支付方式", "payment", "payment way"),
    PURCHASE_TYPE("purchaseType", "购车类型", "购车性质", "purchase type"),
    COMPETITORS("competitors", "竞品", "竞品车型", "对比车型", "competitor", "competitors"),
    CURRENT_CAR("currentCar", "现有车辆", "现有车型", "保有车辆", "current car"),
    COMMENTS("comments", "备注", "说明", "留言", "描述", "comments", "comment", "remark", "remarks", "note", "notes");

    private static final Map<String, SheetColumn> BY_HEADING = headings();

    /** Headings of columns that our own files add and that mean nothing when they come back. */
    private static final Set<String> OURS = Set.of(normal("不能导入的原因"), normal("Why it was not imported"));

    private final String field;
    private final String[] headings;

    SheetColumn(String field, String... headings) {
        this.field = field;
        this.headings = headings;
    }

    /** The name of the same thing in the API and in refusals. */
    public String field() {
        return field;
    }

    private static Map<String, SheetColumn> headings() {
        Map<String, SheetColumn> all = new HashMap<>();
        for (SheetColumn column : values()) {
            all.put(normal(column.field), column);
            Arrays.stream(column.headings).forEach(heading -> all.put(normal(heading), column));
        }
        return Map.copyOf(all);
    }

    /** The column that a heading names, whatever its case, width, blanks, marks and remarks in brackets. */
    public static Optional<SheetColumn> of(String heading) {
        String normal = normal(heading);
        return OURS.contains(normal) ? Optional.empty() : Optional.ofNullable(BY_HEADING.get(normal));
    }

    private static String normal(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .replaceAll("\\(.*?\\)|\\[.*?]|【.*?】", "")
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
