package io.genjin.testing;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.DealershipId;
import io.genjin.staff.Founding;
import io.genjin.staff.QuickPasswords;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import java.time.ZoneId;
import java.util.Set;

/** Founds dealerships for tests, each with a staff of its own. */
public final class TestStores {

    /** The password of everybody in tests. */
    public static final String PASSWORD = "a password for tests";

    private final Dealerships dealerships;
    private final Founding founding;
    private final String hash = QuickPasswords.hash(PASSWORD);

    TestStores(Dealerships dealerships, Founding founding) {
        this.dealerships = dealerships;
        this.founding = founding;
    }

    /** A new dealership with its usual people; sign-in names end with its number, for they are unique everywhere. */
    public synchronized Store found() {
        int number = dealerships.all().stream()
                        .mapToInt(one -> one.id().value())
                        .max()
                        .orElse(0)
                + 1;
        Dealership dealership = dealerships.add(new Dealership(
                new DealershipId(number), "T" + number, "测试店" + number, "华东", ZoneId.of("Asia/Shanghai")));
        return new Store(
                dealership,
                member(dealership, "li", "李娜", Role.SALES_CONSULTANT),
                member(dealership, "wang", "王磊", Role.SALES_CONSULTANT),
                member(dealership, "chen", "陈浩", Role.SHOWROOM_MANAGER),
                member(dealership, "zhou", "周强", Role.SALES_MANAGER),
                member(dealership, "sun", "孙燕", Role.CUSTOMER_ADMINISTRATOR),
                member(dealership, "wu", "吴静", Role.HQ_LEAD_RESPONSIBLE),
                member(dealership, "admin", "管理员", Role.SYSTEM_ADMINISTRATOR));
    }

    public StaffMember member(Dealership dealership, String name, String chinese, Role... roles) {
        return founding.member(dealership, name + "." + dealership.id().value(), chinese, Set.of(roles), hash);
    }

    /** A dealership with its people. */
    public record Store(
            Dealership dealership,
            StaffMember li,
            StaffMember wang,
            StaffMember chen,
            StaffMember zhou,
            StaffMember sun,
            StaffMember wu,
            StaffMember admin) {}
}
