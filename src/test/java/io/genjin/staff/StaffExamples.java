package io.genjin.staff;

import io.genjin.shared.DealershipId;
import java.util.Set;

/** People of the Pudong dealership as the tests of this module meet them. */
final class StaffExamples {

    static final DealershipId PUDONG = new DealershipId(1);

    static final StaffMember LI_NA = person("li.na", "李娜", Role.SALES_CONSULTANT);
    static final StaffMember WANG_LEI = person("wang.lei", "王磊", Role.SALES_CONSULTANT);
    static final StaffMember CHEN_HAO = person("chen.hao", "陈浩", Role.SHOWROOM_MANAGER);
    static final StaffMember MA_JUN = person("ma.jun", "马军", Role.TEST_DRIVE_SPECIALIST);
    static final StaffMember ADMIN = person("admin.sh", "系统管理员", Role.SYSTEM_ADMINISTRATOR);
    static final StaffMember SUN_YAN = person("sun.yan", "孙燕", Role.CUSTOMER_ADMINISTRATOR, Role.SYSTEM_ADMINISTRATOR);

    private StaffExamples() {}

    private static StaffMember person(String username, String name, Role... roles) {
        return new StaffMember(StaffId.next(), PUDONG, username, name, Set.of(roles), true);
    }

    static StaffMember with(StaffMember member, Role... roles) {
        return new StaffMember(
                member.id(), member.dealership(), member.username(), member.name(), Set.of(roles), member.active());
    }

    static StaffMember leaving(StaffMember member) {
        return new StaffMember(
                member.id(), member.dealership(), member.username(), member.name(), member.roles(), false);
    }
}
