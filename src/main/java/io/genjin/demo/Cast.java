package io.genjin.demo;

import io.genjin.dealership.Dealership;
import io.genjin.shared.DealershipId;
import io.genjin.staff.Role;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** Who plays in the demo: the brand and two dealerships with their people. docs/cast.md introduces them. */
final class Cast {

    /** Everybody's password. The sign-in page fills it in. */
    static final String PASSWORD = "genjin-demo";

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** Somebody of the cast; the first duty is the one to try them for. */
    record Person(String username, String name, List<Role> roles) {

        Person(String username, String name, Role... roles) {
            this(username, name, List.of(roles));
        }

        Set<Role> duties() {
            return Set.copyOf(roles);
        }
    }

    /** One house with its people. */
    record House(Dealership dealership, List<Person> people) {}

    static final House BRAND = new House(
            new Dealership(DealershipId.HQ, "HQ", "上海大众", "", CHINA), List.of(new Person("hq", "顾明", Role.HQ)));

    static final House SHANGHAI = new House(
            new Dealership(new DealershipId(1), "SH001", "上海浦东", "华东", CHINA),
            List.of(
                    new Person("li.na", "李娜", Role.SALES_CONSULTANT),
                    new Person("wang.lei", "王磊", Role.SALES_CONSULTANT),
                    new Person("zhao.min", "赵敏", Role.SALES_CONSULTANT),
                    new Person("chen.hao", "陈浩", Role.SHOWROOM_MANAGER),
                    new Person("zhou.qiang", "周强", Role.SALES_MANAGER),
                    new Person("sun.yan", "孙燕", Role.CUSTOMER_ADMINISTRATOR),
                    new Person("wu.jing", "吴静", Role.HQ_LEAD_RESPONSIBLE),
                    new Person("he.fang", "何芳", Role.RECEPTIONIST),
                    new Person("ma.jun", "马俊", Role.TEST_DRIVE_SPECIALIST),
                    new Person("tan.xue", "谭雪", Role.CASHIER),
                    new Person("lu.bin", "陆斌", Role.PDI_TECHNICIAN),
                    new Person("xu.hui", "徐慧", Role.CUSTOMER_RELATIONS),
                    new Person("gao.feng", "高峰", Role.GENERAL_MANAGER),
                    new Person("admin.sh", "沈立", Role.SYSTEM_ADMINISTRATOR)));

    static final House SUZHOU = new House(
            new Dealership(new DealershipId(2), "SZ001", "苏州园区", "华东", CHINA),
            List.of(
                    new Person("qian.wei", "钱伟", Role.SALES_CONSULTANT, Role.TEST_DRIVE_SPECIALIST),
                    new Person(
                            "tang.li",
                            "唐丽",
                            Role.SALES_CONSULTANT,
                            Role.CUSTOMER_ADMINISTRATOR,
                            Role.CASHIER,
                            Role.RECEPTIONIST),
                    new Person(
                            "feng.gang",
                            "冯刚",
                            Role.SALES_MANAGER,
                            Role.SHOWROOM_MANAGER,
                            Role.GENERAL_MANAGER,
                            Role.PDI_TECHNICIAN)));

    private Cast() {}

    static List<House> all() {
        return List.of(SHANGHAI, SUZHOU, BRAND);
    }
}
