package io.genjin.demo;

import io.genjin.prospect.CardContent;
import io.genjin.prospect.CardContent.ContactTime;
import io.genjin.prospect.CardContent.ContactWay;
import io.genjin.prospect.CardContent.CustomerType;
import io.genjin.prospect.CardContent.Gender;
import io.genjin.prospect.CardContent.MediaChannel;
import io.genjin.prospect.CardContent.PaymentWay;
import io.genjin.prospect.CardContent.PurchaseType;
import io.genjin.prospect.CardContent.Purpose;
import io.genjin.prospect.PurchaseBand;
import io.genjin.prospect.Source;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Invents people who may buy: names as they are common, wishes that fit together, numbers of a series that tells invention. */
final class Customers {

    /** Somebody who may buy. */
    record Customer(String name, boolean woman, String mobile) {

        /** How a consultant speaks of them: 王女士. */
        String title() {
            return name.charAt(0) + (woman ? "女士" : "先生");
        }
    }

    private record Model(String name, int price, List<String> rivals) {}

    private static final String SURNAMES =
            "王王王李李李张张张刘刘陈陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严";
    private static final List<String> MEN = List.of(
            "建国", "志强", "伟", "磊", "军", "勇", "杰", "涛", "明", "超", "刚", "平", "鹏", "浩然", "俊杰", "子轩", "宇航", "文博", "海峰", "国栋",
            "家豪", "晓东", "永明", "立新", "振华", "德胜", "志远", "嘉伟", "启明", "天宇", "泽宇", "一鸣", "景行", "思远", "凯", "斌", "峰", "辉");
    private static final List<String> WOMEN = List.of(
            "秀英", "丽娟", "芳", "娜", "静", "敏", "艳", "秀兰", "玲", "桂英", "雨桐", "欣怡", "梓涵", "诗雅", "思雨", "佳怡", "晓敏", "婷婷", "雪梅",
            "慧敏", "文静", "雅琴", "海燕", "美玲", "晨曦", "若兰", "小红", "丹", "洁", "颖", "倩", "琳", "璐", "燕", "萍");
    private static final List<Model> MODELS = List.of(
            new Model("朗逸 新锐 1.5L", 94_900, List.of("东风日产 轩逸", "一汽大众 宝来")),
            new Model("朗逸 新锐 1.5L", 94_900, List.of("比亚迪 秦PLUS", "吉利 帝豪")),
            new Model("朗逸 300TSI 满逸版", 132_900, List.of("东风日产 轩逸", "一汽丰田 卡罗拉")),
            new Model("帕萨特 380TSI 豪华版", 229_900, List.of("一汽大众 迈腾", "广汽本田 雅阁")),
            new Model("帕萨特 Pro 380TSI", 209_900, List.of("广汽丰田 凯美瑞", "一汽大众 迈腾")),
            new Model("途观L 330TSI", 206_800, List.of("东风本田 CR-V", "一汽丰田 RAV4荣放")),
            new Model("途观L Pro 380TSI 四驱", 258_600, List.of("东风本田 CR-V", "理想 L6")),
            new Model("途昂 380TSI 四驱", 299_900, List.of("丰田 汉兰达", "理想 L7")),
            new Model("凌渡L 280TSI", 135_900, List.of("本田 思域", "比亚迪 汉")),
            new Model("威然 380TSI", 289_900, List.of("别克 GL8", "本田 奥德赛")),
            new Model("ID.3 纯净版", 129_900, List.of("比亚迪 海豚", "MG4")),
            new Model("ID.4 X 长续航", 189_900, List.of("特斯拉 Model Y", "比亚迪 宋PLUS")),
            new Model("途岳 新锐 300TSI", 125_900, List.of("吉利 博越", "哈弗 H6")),
            new Model("途铠 1.5L", 99_900, List.of("本田 XR-V", "长安 CS35")));
    private static final List<String> AGES = List.of("20-29", "30-39", "30-39", "40-49", "50-59");
    private static final List<String> JOBS =
            List.of("工程师", "教师", "个体经营", "公司职员", "医生", "公务员", "设计师", "销售", "会计", "物流", "餐饮店主", "程序员");
    private static final List<String> DECIDERS = List.of("本人", "夫妻共同", "配偶", "父母", "本人");
    private static final List<String> OLD_CARS =
            List.of("2013年 桑塔纳", "2012年 POLO", "2015年 朗逸", "2011年 别克凯越", "2014年 福克斯", "2016年 宝骏730");
    private static final List<String> REMARKS =
            List.of("周末方便看车", "家里两个孩子，要大空间", "上下班代步，看重油耗", "等沪牌额度", "想先试驾再定", "对配置很熟悉，做过功课", "重视售后网点", "要和家人商量");

    private final Dice random;
    private final String series;
    private final Set<String> taken = new HashSet<>();
    private int numbers;

    /** @param series the first seven figures of every number */
    Customers(Dice random, String series) {
        this.random = random;
        this.series = series;
    }

    Customer next() {
        while (true) {
            boolean woman = random.nextInt(100) < 42;
            String name = SURNAMES.charAt(random.nextInt(SURNAMES.length())) + random.one(woman ? WOMEN : MEN);
            if (taken.add(name)) {
                return new Customer(name, woman, number());
            }
        }
    }

    /** A person of a story, whose name is set. */
    Customer named(String name, boolean woman) {
        taken.add(name);
        return new Customer(name, woman, number());
    }

    /** Every number once, and its last four figures look like chance: 7919 is prime. */
    private String number() {
        numbers++;
        return series + "%04d".formatted(numbers * 7919 % 10_000);
    }

    /** The card as a consultant fills it after a first talk. */
    CardContent card(Customer customer, Source source, PurchaseBand band) {
        Model model = random.one(MODELS);
        boolean replaces = random.nextInt(100) < 38;
        boolean hurried = random.nextInt(100) < 20;
        return new CardContent(
                customer.name(),
                CustomerType.INDIVIDUAL,
                customer.woman() ? Gender.FEMALE : Gender.MALE,
                customer.mobile(),
                null,
                null,
                null,
                null,
                random.one(List.of(ContactWay.PHONE, ContactWay.PHONE, ContactWay.WECHAT)),
                random.one(List.of(ContactTime.values())),
                random.one(AGES),
                hurried ? null : random.one(JOBS),
                null,
                null,
                null,
                null,
                source,
                detail(source),
                source == Source.WALK_IN || source == Source.INBOUND_CALL
                        ? random.one(List.of(MediaChannel.values()))
                        : null,
                null,
                band,
                List.of(model.name()),
                replaces
                        ? PurchaseType.REPLACE
                        : random.nextInt(100) < 75 ? PurchaseType.FIRST : PurchaseType.ADDITIONAL,
                random.nextInt(100) < 85 ? Purpose.PRIVATE : Purpose.BUSINESS,
                hurried ? null : BigDecimal.valueOf((model.price() / 10_000 + 1) * 10_000L),
                random.nextInt(100) < 45 ? PaymentWay.LOAN : PaymentWay.CASH_FULL,
                hurried ? null : random.one(DECIDERS),
                null,
                random.nextInt(100) < 60 ? List.of(random.one(model.rivals())) : List.of(),
                replaces ? random.one(OLD_CARS) : null,
                replaces,
                random.nextInt(100) < 55 ? random.one(REMARKS) : null);
    }

    /** The card of a company that buys several cars. */
    CardContent companyCard(String company, String mobile, String model, String remark) {
        return new CardContent(
                company,
                CustomerType.COMPANY,
                null,
                mobile,
                null,
                null,
                null,
                null,
                ContactWay.PHONE,
                ContactTime.MORNING,
                null,
                null,
                "物流",
                null,
                null,
                null,
                Source.FIELD_SALES,
                null,
                null,
                null,
                PurchaseBand.DAYS_16_30,
                List.of(model),
                PurchaseType.ADDITIONAL,
                Purpose.COMPANY_CAR,
                new BigDecimal("1200000"),
                PaymentWay.CASH_FULL,
                "采购负责人",
                "公司",
                List.of("别克 GL8"),
                null,
                false,
                remark);
    }

    private @Nullable String detail(Source source) {
        return switch (source) {
            case REFERRAL -> random.one(List.of("老用户 陆先生（帕萨特）", "老用户 沈女士（朗逸）", "老用户 顾先生（途观）"));
            case CO_SELLING -> random.one(List.of("浦东人保 陈经理", "链家张江店", "快修联盟 老周"));
            case PROMOTION_EVENT -> random.one(List.of("张江园区巡展", "秋季购车节", "周末试驾会"));
            case OTHER -> "朋友圈";
            default -> null;
        };
    }

    /** The model that a lead from HQ names. */
    String model() {
        return random.one(MODELS).name();
    }
}
