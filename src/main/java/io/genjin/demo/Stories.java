package io.genjin.demo;

import io.genjin.demo.Customers.Customer;
import io.genjin.intake.Lead;
import io.genjin.prospect.CardContent;
import io.genjin.prospect.Source;
import io.genjin.prospect.TransferReason;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * Customers with a story of their own among the invented ones, so that every rule has somebody to show it by. docs/cast.md
 * tells who they are.
 */
final class Stories {

    private final Past past;
    private final Team team;
    private final Hours hours;

    Stories(Past past) {
        this.past = past;
        this.team = past.team();
        this.hours = past.hours();
    }

    void ofShanghai() {
        StaffMember li = team.named("li.na");
        StaffMember wang = team.named("wang.lei");
        StaffMember zhao = team.named("zhao.min");
        forgotten("周建国", false, Grade.H, zhao, 9, 6);
        forgotten("吴秀英", true, Grade.H, zhao, 8, 4);
        forgotten("孙志强", false, Grade.A, wang, 12, 2);
        forgotten("郭俊峰", false, Grade.B, wang, 25, 7);
        rescuedFrom(zhao, li);
        silent(wang);
        important();
        movedTwice(li);
        lateLead(li);
        weeklyAnalysis(zhao, li, wang);
        absences(li, wang, zhao);
        lastHours(li, wang, zhao);
        waitingLead("郑文博", false, Duration.ofMinutes(19 * 60 + 40));
        waitingLead("冯思雨", true, Duration.ofMinutes(125));
        new CaseStories(past).tell();
    }

    void ofSuzhou() {
        StaffMember qian = team.named("qian.wei");
        StaffMember tang = team.named("tang.li");
        forgotten("陆建华", false, Grade.H, qian, 7, 3);
        fresh("顾晓岚", true, Grade.B, tang, 218);
        fresh("沈一帆", false, Grade.A, qian, 90);
        waitingLead("尤文静", true, Duration.ofHours(6));
    }

    /** Comes, is followed for some days, and then nobody calls any more. */
    private void forgotten(
            String name, boolean woman, Grade grade, StaffMember by, int cameDaysAgo, int forgottenDaysAgo) {
        Customer customer = past.customers().named(name, woman);
        on(cameDaysAgo, 14, 20, () -> {
            Client client = past.arrive(customer, Source.WALK_IN, grade, by, null);
            tell(client);
            client.neglectedFrom = past.ago(forgottenDaysAgo);
        });
    }

    /** Forgotten for a week, then given to a colleague who looks after her (scenario 23). */
    private void rescuedFrom(StaffMember from, StaffMember to) {
        Customer customer = past.customers().named("徐丽娟", true);
        on(24, 10, 45, () -> {
            Client client = past.arrive(customer, Source.REFERRAL, Grade.B, from, null);
            tell(client);
            client.neglectedFrom = past.ago(19);
            client.neglectedUntil = past.ago(12);
            on(12, 10, 10, () -> past.transfer(client, to, TransferReason.OVERDUE, "两次逾期未跟进，客户来电抱怨，转由李娜跟进"));
        });
    }

    /** Never answers; three tries on three days count as one contact (1.12 rule 5). */
    private void silent(StaffMember by) {
        Customer customer = past.customers().named("韩冰冰", true);
        on(14, 16, 5, () -> {
            Client client = past.arrive(customer, Source.HOTLINE_800, Grade.B, by, null);
            tell(client);
            client.silent = true;
        });
    }

    /** A company that buys several cars is the sales manager's own. */
    private void important() {
        Customer buyer = past.customers().named("高永明", false);
        CardContent card =
                past.customers().companyCard("上海浦川物流有限公司", buyer.mobile(), "威然 380TSI", "联系人高永明，采购六台商务接待车，需对公付款和延保方案");
        on(20, 11, 0, () -> tell(past.arrive(buyer, Source.FIELD_SALES, Grade.B, team.heads(), card)));
    }

    /** Twice the promise is moved, each time with its reason; the second time beyond the latest day (R-112, 1.12 rule 8). */
    private void movedTwice(StaffMember by) {
        Customer customer = past.customers().named("林海峰", false);
        on(30, 15, 30, () -> {
            Client client = past.arrive(customer, Source.INBOUND_CALL, Grade.C, by, null);
            tell(client);
            on(16, 9, 5, () -> past.move(client, past.ago(14), "客户出差，改到回上海后联系", "客户出差，约定回来当天联系"));
            on(6, 9, 5, () -> past.move(client, past.ago(3), "客户要等太太一起看车", "客户约定周末和太太一起来店"));
        });
    }

    /** The allocation took 23 hours; the call came in time for nobody (scenario 4). */
    private void lateLead(StaffMember to) {
        Customer customer = past.customers().named("黄伟杰", false);
        on(20, 15, 0, () -> {
            Lead lead = past.leads().receive(customer);
            Client client = past.leads().clientOf(lead);
            tell(client);
            on(19, 14, 0, () -> past.leads().allocate(lead, to));
            on(19, 15, 30, () -> past.contact(client, true));
        });
    }

    /** Mondays the showroom manager goes through everybody's customers and sets right what does not fit. */
    private void weeklyAnalysis(StaffMember zhao, StaffMember li, StaffMember wang) {
        LocalDate monday = past.ago(75);
        while (monday.getDayOfWeek().getValue() != 1) {
            monday = monday.plusDays(1);
        }
        int week = 0;
        for (LocalDate day = monday; day.isBefore(past.ago(3)); day = day.plusDays(7), week++) {
            StaffMember whose = List.of(zhao, wang, li).get(week % 3);
            boolean warm = week % 2 == 0;
            Instant at = hours.at(day, 17, 15);
            first(whose, at, warm ? Grade.B : Grade.C, client -> {
                if (warm) {
                    past.regrade(client, Grade.A, "周分析：试驾满意，资金已确认，提为A级盯紧");
                } else {
                    past.regrade(client, Grade.N, "周分析：三周内无明确计划，降为N级");
                }
            });
        }
        longest(
                zhao,
                hours.at(past.ago(61), 17, 40),
                client -> past.transfer(client, wang, TransferReason.OVERDUE, "多次逾期未跟进"));
        longest(
                zhao,
                hours.at(past.ago(40), 17, 40),
                client -> past.transfer(client, li, TransferReason.OVERDUE, "周会决定：逾期客户转出"));
        longest(
                li,
                hours.at(past.ago(33), 10, 30),
                client -> past.transfer(client, wang, TransferReason.WORKLOAD, "李娜代班期间客户太多"));
        longest(
                wang,
                hours.at(past.ago(17), 11, 20),
                client -> past.transfer(client, li, TransferReason.CUSTOMER_REQUEST, "客户要求由李娜接待"));
        longest(li, hours.at(past.ago(27), 13, 30), client -> past.courtesy(client, wang));
        longest(wang, hours.at(past.ago(9), 15, 10), client -> past.courtesy(client, zhao));
    }

    private void absences(StaffMember li, StaffMember wang, StaffMember zhao) {
        StaffMember administrator = team.named("admin.sh");
        past.agenda()
                .plan(
                        hours.at(past.ago(48), 16, 30),
                        () -> past.away(wang, past.ago(45), past.ago(41), li, "年休假", administrator));
        past.agenda()
                .plan(
                        hours.before(past.agenda().until(), 500),
                        () -> past.away(zhao, past.ago(-6), past.ago(-8), wang, "厂家产品培训", administrator));
    }

    /** What the last hours left on everybody's desk: cards to sign, to enter, and one that came back. */
    private void lastHours(StaffMember li, StaffMember wang, StaffMember zhao) {
        Customer untidy = past.customers().named("何雨桐", true);
        before(222, () -> {
            Client client = past.arrive(untidy, Source.WALK_IN, Grade.B, zhao, null);
            tell(client);
            client.untidy = true;
        });
        fresh("宋国栋", false, Grade.C, wang, 219);
        fresh("唐诗雅", true, Grade.H, li, 216);
        fresh("梁晓敏", true, Grade.A, li, 100);
        fresh("蒋文静", true, Grade.B, wang, 80);
        fresh("沈浩然", false, Grade.C, zhao, 62);
    }

    private void fresh(String name, boolean woman, Grade grade, StaffMember by, int minutesAgo) {
        Customer customer = past.customers().named(name, woman);
        before(minutesAgo, () -> tell(past.arrive(customer, Source.WALK_IN, grade, by, null)));
    }

    /** A lead whose clock runs while nobody has got it yet. */
    private void waitingLead(String name, boolean woman, Duration ago) {
        Customer customer = past.customers().named(name, woman);
        past.agenda()
                .plan(
                        past.agenda().until().minus(ago),
                        () -> tell(past.leads().clientOf(past.leads().receive(customer))));
    }

    private static void tell(Client client) {
        client.told = true;
        client.untidy = false;
    }

    private void first(StaffMember owner, Instant at, Grade grade, Consumer<Client> work) {
        past.agenda().plan(at, () -> past.waitingLongest(owner).stream()
                .filter(client -> client.grade == grade && client.firstDone)
                .findFirst()
                .ifPresent(work));
    }

    private void longest(StaffMember owner, Instant at, Consumer<Client> work) {
        past.agenda().plan(at, () -> past.waitingLongest(owner).stream()
                .filter(client -> client.firstDone)
                .findFirst()
                .ifPresent(work));
    }

    private void on(int daysAgo, int hour, int minute, Runnable work) {
        past.agenda().plan(hours.at(past.ago(daysAgo), hour, minute), work);
    }

    private void before(int minutes, Runnable work) {
        past.agenda().plan(hours.before(past.agenda().until(), minutes), work);
    }
}
