package io.genjin.demo;

import io.genjin.consent.Consent;
import io.genjin.consent.ConsentDesk.Said;
import io.genjin.consent.DataField;
import io.genjin.consent.Partner;
import io.genjin.consent.PartnerDesk;
import io.genjin.dealership.Frequency;
import io.genjin.defeat.DefeatOutcome;
import io.genjin.hqlead.HqStatus;
import io.genjin.intake.Lead;
import io.genjin.ownership.CollisionDesk.Decision;
import io.genjin.ownership.CollisionFile;
import io.genjin.ownership.Verdict;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Source;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffMember;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Customers of Shanghai whose case did not go straight on: lost, refused, verified, resting, come back, sold, disputed. */
final class CaseStories {

    private final Past past;
    private final Team team;
    private final Hours hours;
    private final Endings endings;

    CaseStories(Past past) {
        this.past = past;
        this.team = past.team();
        this.hours = past.hours();
        this.endings = past.endings();
    }

    void tell() {
        StaffMember li = team.named("li.na");
        StaffMember wang = team.named("wang.lei");
        StaffMember zhao = team.named("zhao.min");
        resting("董启明", false, wang, 25, 11, -24, "客户等沪牌，中标前不谈车，到期再联系");
        resting("贾海燕", true, li, 45, 31, 0, "客户换房装修，一个月后再谈");
        cameBack("范天宇", false, li, 4);
        calledAgain("石立新", false, wang, 9);
        refused("邹小红", true, zhao, 5);
        waits("秦文博", false, wang, 290, true);
        waits("夏慧敏", true, li, 260, false);
        analysed("顾家豪", false, zhao);
        ownRhythm("侯振华", false, wang);
        undecided("毛若兰", true, li);
        bought("汪泽宇", false, li, 16, 4, -2);
        bought("田美玲", true, wang, 40, 28, 12);
        takenBack("龚雪梅", true, zhao, li);
        disputed("丁晨曦", true, wang, zhao, 15);
        askedForConsent("罗书瑶", true, li, 20);
        disputedToday("薛景行", false, li, wang);
        Lapses lapses = new Lapses(past);
        lapses.burst(zhao, past.ago(10));
        for (int daysAgo : new int[] {3, 7, 13, 18, 26, 34}) {
            lapses.nextDay(wang, past.ago(daysAgo));
        }
        lapses.nextDay(zhao, past.ago(6));
    }

    /** Somebody comes, is followed and filed, and their story goes on from there. */
    private void follow(
            String name, boolean woman, Grade grade, StaffMember by, int cameDaysAgo, Consumer<Client> then) {
        Customers.Customer customer = past.customers().named(name, woman);
        on(cameDaysAgo, 11, 15, () -> {
            Client client = past.arrive(customer, Source.WALK_IN, grade, by, null);
            client.told = true;
            client.untidy = false;
            then.accept(client);
        });
    }

    private Losses.Story lost(DefeatOutcome outcome) {
        return endings.losses().of(outcome);
    }

    private void review(Client client, DefeatOutcome outcome, boolean applies) {
        past.rest(client);
        Losses.Story story = lost(outcome);
        endings.review(client, story, false, applies ? endings.losses().analysis(story, client) : null);
    }

    private void resting(
            String name, boolean woman, StaffMember by, int came, int rested, int wakesDaysAgo, String comment) {
        follow(name, woman, Grade.C, by, came, client -> {
            on(rested, 14, 20, () -> review(client, DefeatOutcome.GAVE_UP, false));
            on(rested - 1, 16, 50, () -> endings.dormant(client, past.ago(wakesDaysAgo), comment));
        });
    }

    private void given(Client client, DefeatOutcome outcome, int daysAgo) {
        on(daysAgo, 15, 10, () -> review(client, outcome, true));
        on(daysAgo - 1, 16, 20, () -> endings.approve(client, team.signs()));
    }

    /** Given up a month ago, and walks in again: the same case with its history (scenario 36). */
    private void cameBack(String name, boolean woman, StaffMember by, int backDaysAgo) {
        follow(name, woman, Grade.B, by, 52, client -> {
            given(client, DefeatOutcome.GAVE_UP, 41);
            on(backDaysAgo, 13, 40, () -> past.comesBack(client, by));
        });
    }

    /** Thought to be lost to a rival, but the deal there fell through, and they ring up. */
    private void calledAgain(String name, boolean woman, StaffMember by, int backDaysAgo) {
        follow(name, woman, Grade.B, by, 38, client -> {
            given(client, DefeatOutcome.BOUGHT_COMPETITOR, 27);
            on(backDaysAgo, 10, 25, () -> {
                past.desks()
                        .reviews()
                        .cameBack(
                                client.id,
                                past.ago(backDaysAgo - 1),
                                NextStepReason.INVITE_TO_SHOWROOM,
                                "客户来电：竞品店迟迟不交车，已退订，想再谈",
                                by);
                past.resume(client);
            });
        });
    }

    private void refused(String name, boolean woman, StaffMember by, int daysAgo) {
        follow(name, woman, Grade.B, by, 14, client -> {
            on(daysAgo, 15, 5, () -> review(client, DefeatOutcome.GAVE_UP, true));
            on(daysAgo - 1, 16, 10, () -> endings.reject(client, "客户只是嫌贵，没有谈过置换补贴和低息，退回再谈一次", false, team.signs()));
        });
    }

    /** Applied for in the last hours; customer relations is asked, or the managers have not looked yet. */
    private void waits(String name, boolean woman, StaffMember by, int minutes, boolean asked) {
        follow(name, woman, Grade.C, by, 16, client -> {
            before(minutes, () -> review(client, DefeatOutcome.BOUGHT_COMPETITOR, true));
            StaffMember relations = team.relations();
            if (asked && relations != null) {
                before(minutes - 60, () -> endings.verify(client, relations, team.signs()));
            }
        });
    }

    private void analysed(String name, boolean woman, StaffMember by) {
        follow(name, woman, Grade.B, by, 12, client -> before(250, () -> review(client, DefeatOutcome.GAVE_UP, false)));
    }

    private void ownRhythm(String name, boolean woman, StaffMember by) {
        follow(name, woman, Grade.C, by, 22, client -> {
            on(9, 15, 35, () -> review(client, DefeatOutcome.GAVE_UP, false));
            on(8, 17, 5, () -> endings.ownRhythm(client, new Frequency(1, 3), "只是等店庆活动，热度还在，改为每三天联系一次"));
        });
    }

    private void undecided(String name, boolean woman, StaffMember by) {
        follow(
                name,
                woman,
                Grade.C,
                by,
                18,
                client -> before(240, () -> {
                    past.rest(client);
                    endings.review(client, lost(DefeatOutcome.GAVE_UP), null, null);
                }));
    }

    /** @param delivered days ago; negative while the car is awaited */
    private void bought(String name, boolean woman, StaffMember by, int came, int ordered, int delivered) {
        follow(name, woman, Grade.H, by, came, client -> {
            on(ordered, 16, 0, () -> past.sales().buy(client, past.ago(delivered)));
        });
    }

    /** Nobody called for five hours: the designated person takes the lead back and gives it to a colleague. */
    private void takenBack(String name, boolean woman, StaffMember first, StaffMember second) {
        Customers.Customer customer = past.customers().named(name, woman);
        on(8, 9, 30, () -> {
            Lead lead = past.leads().receive(customer);
            Client client = past.leads().clientOf(lead);
            client.told = true;
            on(8, 9, 50, () -> past.leads().allocate(lead, first));
            on(8, 14, 50, () -> past.leads().takeBack(lead, "分配五小时仍未联系客户，收回改派"));
            on(8, 15, 5, () -> past.leads().allocate(lead, second));
            on(8, 15, 20, () -> past.contact(client, true));
            on(7, 17, 30, () -> past.office().tellHq(client, HqStatus.FOLLOWED, "改派后当天已联系，客户约周末来店"));
        });
    }

    /** Served by a colleague before the card was signed; the showroom manager decided (scenario 22). */
    private void disputed(String name, boolean woman, StaffMember owner, StaffMember claimant, int daysAgo) {
        Customers.Customer customer = past.customers().named(name, woman);
        on(daysAgo, 13, 10, () -> {
            Client client = past.arrive(customer, Source.INBOUND_CALL, Grade.B, owner, null);
            client.told = true;
            client.untidy = false;
            on(daysAgo, 13, 13, () -> past.courtesy(client, claimant));
            on(daysAgo - 1, 9, 30, () -> {
                CollisionFile.Row waiting = past.desks()
                        .collisionFile()
                        .find(CollisionFile.Which.waiting, 10, null, team.signs())
                        .items()
                        .get(0);
                past.desks()
                        .collisions()
                        .decide(
                                waiting.id(),
                                new Decision(
                                        owner.username(),
                                        Verdict.Reason.OLDER_CARD,
                                        "王磊先接电话并建卡，赵敏接待了到店；成交后业绩七三分",
                                        70,
                                        30),
                                team.signs());
            });
        });
    }

    /** The bank may know the mobile number for the loan, until the customer changes her mind; the insurer never (scenarios 26, 27). */
    private void askedForConsent(String name, boolean woman, StaffMember by, int came) {
        follow(name, woman, Grade.A, by, came, client -> {
            StaffMember manager = team.named("zhou.qiang");
            PartnerDesk partners = past.desks().partners();
            Partner bank = known(partners.all(manager), Partner.Type.BANK);
            Partner insurer = known(partners.all(manager), Partner.Type.INSURER);
            String loan = "车贷审批";
            on(came - 2, 14, 10, () -> {
                Consent yes = past.desks().consents().record(client.id, mobileFor(loan, bank), by);
                on(came - 2, 14, 40, () -> disclose(client, bank, loan, by));
                on(came - 8, 16, 30, () -> past.desks().consents().withdraw(client.id, yes.id(), by));
            });
            on(came - 5, 10, 50, () -> disclose(client, insurer, "保险报价", by));
        });
    }

    private static Partner known(List<Partner> partners, Partner.Type type) {
        return partners.stream().filter(one -> one.type() == type).findFirst().orElseThrow();
    }

    private static Said mobileFor(String purpose, Partner partner) {
        return new Said(
                partner.id().toString(),
                purpose,
                Set.of(DataField.MOBILE),
                true,
                Consent.Channel.PAPER,
                null,
                "客户在授权书上签字，存放于客户档案",
                null);
    }

    private void disclose(Client client, Partner partner, String purpose, StaffMember by) {
        past.desks().disclosures().disclose(client.id, partner.id().toString(), purpose, Set.of(DataField.MOBILE), by);
    }

    private void disputedToday(String name, boolean woman, StaffMember owner, StaffMember claimant) {
        Customers.Customer customer = past.customers().named(name, woman);
        before(228, () -> {
            Client client = past.arrive(customer, Source.INBOUND_CALL, Grade.B, owner, null);
            client.told = true;
            client.untidy = false;
            before(225, () -> past.courtesy(client, claimant));
        });
    }

    private void on(int daysAgo, int hour, int minute, Runnable work) {
        past.agenda().plan(hours.at(past.ago(daysAgo), hour, minute), work);
    }

    private void before(int minutes, Runnable work) {
        past.agenda().plan(hours.before(past.agenda().until(), minutes), work);
    }
}
