package io.genjin.demo;

import io.genjin.followup.ContactWay;
import io.genjin.followup.Outcome;
import java.util.List;

/** What consultants write down of a contact. {@code C} stands for the customer, {@code M} for the model. */
final class Talk {

    private static final List<String> BY_PHONE = List.of(
            "C对M的油耗比较关心，介绍了实测数据，客户表示认可，再和家人商量",
            "询问M现车和颜色，告知白色、灰色有现车，黑色约两周到店",
            "和C确认了预算，M落地价已发微信，客户觉得略高，想等活动",
            "C正在比较竞品，讲了M的空间和底盘优势，答应周末再来看",
            "了解到C旧车想置换，约好带行驶证来评估",
            "C关心贷款月供，按两年免息算了一版给客户，反应不错",
            "告知店庆活动和置换补贴，C有兴趣，希望提前留名额",
            "C工作忙，简单聊了几句，对M仍有意向，请过几天再联系",
            "解答了M保养周期和费用，C对售后比较放心",
            "C在等上牌额度，中标就定，请保持联系",
            "C问到提车周期，已查库存，本月可交车",
            "C太太更喜欢SUV，推荐对比M，约好一起来店");
    private static final List<String> BY_MESSAGE = List.of(
            "发了M的配置表和实拍视频，C回复收到，晚上和家人看",
            "微信沟通M颜色，C倾向白色内饰浅色，问有没有现车",
            "C发来竞品报价截图，逐项做了对比说明",
            "发送活动海报，C问能否叠加置换补贴，已说明",
            "微信回复C关于续航和充电桩安装的问题",
            "发节日问候，C回复谢谢，近期较忙，月底再考虑");
    private static final List<String> IN_SHOWROOM = List.of(
            "C和家人来店看M，静态讲解了空间和安全配置，谈到价格，回去考虑",
            "C到店试驾M，对动力和静音满意，最后卡在价格差2000元",
            "C来店做旧车评估，评估价基本接受，等家人点头",
            "C二次到店，对比了两个配置，倾向高配，想再送装潢",
            "C带父亲来看M，父亲关心后排和空调，体验后认可");
    private static final List<String> OUTSIDE = List.of("上门拜访C，介绍M并留下报价单", "到C单位送资料，顺便邀约试驾");
    private static final List<String> APPOINTED =
            List.of("约好C周末上午来店看M，已发定位", "C同意来试驾M，已约时间并登记试驾车", "约C和太太一起来店谈价格", "C答应下班后来店看现车，已留车位", "邀请C参加周末试驾会，C确认参加");
    private static final List<String> POSTPONED =
            List.of("C家里装修，购车计划推迟，约定过段时间再联系", "C说公司奖金未发，等年底再定", "C想等新款上市，近期不买", "C孩子要上学，先考虑学区房，购车延后", "C外派两个月，回来再看");
    private static final List<String> UNANSWERED =
            List.of("未接通，稍后再打", "响铃无人接听", "客户在开会，挂断，请稍后联系", "关机，改天再打", "正在通话中，未接通", "无人接听，已发短信说明来意");
    private static final List<String> FIRST = List.of(
            "首次联系，自我介绍并确认C对M的意向，了解到是家用，约好发资料",
            "首次联系，C正在几款车间选择，重点介绍了M，加了微信",
            "首次联系，C希望先了解价格和优惠，已邀请到店",
            "首次联系，确认了购车时间和预算，C愿意来试驾M");

    private static final List<String> OF_COMPANIES = List.of(
            "C确认采购流程：先出方案，再走对公审批",
            "和C核对M六台的配置和交车批次",
            "C询问延保和上门取送车服务，已发方案",
            "给C报了对公付款的价格，等财务回复",
            "C希望先安排一台M给领导试乘，已约时间",
            "C反馈预算会已排上日程，会后给答复",
            "向C说明开票和上公司牌的手续",
            "C在比较另一家的商务车，补充了M的保养成本对比");

    private final Dice random;

    Talk(Dice random) {
        this.random = random;
    }

    String said(Outcome outcome, ContactWay way, boolean first, Client client) {
        boolean company = client.isCompany() && outcome.isAnswered();
        String said = one(company ? OF_COMPANIES : words(outcome, way, first));
        return said.replace("C", client.title()).replace("M", client.model());
    }

    private static List<String> words(Outcome outcome, ContactWay way, boolean first) {
        if (!outcome.isAnswered()) {
            return UNANSWERED;
        }
        if (outcome == Outcome.POSTPONED || outcome == Outcome.NO_INTENT) {
            return POSTPONED;
        }
        if (way == ContactWay.SHOWROOM) {
            return IN_SHOWROOM;
        }
        if (outcome == Outcome.APPOINTMENT) {
            return APPOINTED;
        }
        if (first) {
            return FIRST;
        }
        return switch (way) {
            case PHONE -> BY_PHONE;
            case VISIT_OUT -> OUTSIDE;
            default -> BY_MESSAGE;
        };
    }

    String raised() {
        return one(List.of("试驾后意向明确，资金已到位", "配置和颜色已定，只谈价格", "旧车已卖，急需用车", "额度已中标，本周内定"));
    }

    String lowered() {
        return one(List.of("购车计划推迟", "还在等家人意见，近期不定", "预算不够，等活动", "想再看竞品，热度下降"));
    }

    String rescheduled() {
        return one(List.of("客户来电改约", "客户出差，约定回来后联系", "客户孩子生病，请改天再打", "客户要求周末再联系", "客户加班，约另一天"));
    }

    String lateReason() {
        return one(List.of("客户出差，约定回来当天联系", "客户明确要求这个时间再联系", "客户休假，不便打扰", "等到店车辆，客户同意到货再联系"));
    }

    String signed() {
        return one(List.of("已沟通，注意确认购车时间", "可以，跟紧试驾", "同意，下次把预算问清楚", "已沟通", "已沟通，重点推置换补贴"));
    }

    String returned() {
        return one(List.of("购车时间和决策人没写清楚，请补充", "预算没有填，和客户确认后再交", "跟进理由太笼统，请写具体", "意向级别依据不足，请补充需求"));
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
