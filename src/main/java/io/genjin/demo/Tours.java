package io.genjin.demo;

import io.genjin.catalog.CarModel;
import io.genjin.catalog.Focus;
import io.genjin.needs.NeedsSaid;
import io.genjin.needs.PlateSituation;
import io.genjin.objection.Objection;
import io.genjin.objection.ObjectionDesk.Given;
import io.genjin.objection.ObjectionDesk.Raised;
import io.genjin.objection.ObjectionResult;
import io.genjin.objection.ObjectionType;
import io.genjin.presentation.DriveOffer;
import io.genjin.presentation.Position;
import io.genjin.presentation.Reaction;
import io.genjin.presentation.Shown;
import io.genjin.prospect.CardContent;
import io.genjin.prospect.CardContent.MediaChannel;
import io.genjin.prospect.CardContent.Purpose;
import io.genjin.prospect.Prospect;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffMember;
import io.genjin.testdrive.Declined;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What happens between a customer's coming and going: the talk about needs, the walk around the car, the drive, the doubts. */
final class Tours {

    /** A doubt as it was said, with the answer that the house gives. */
    private record Doubt(ObjectionType type, String wording, String answer) {}

    private static final List<Doubt> DOUBTS = List.of(
            new Doubt(ObjectionType.PRICE, "比网上看到的价格高三千", "把落地价逐项列给客户，说明包含的保险和装潢，差价来自赠送项目"),
            new Doubt(ObjectionType.PRICE, "别家店报价更低", "请经理一起解释本店的交车和售后承诺，附上本月置换补贴"),
            new Doubt(ObjectionType.CONFIGURATION, "没有座椅通风和全景影像", "介绍高一级配置的差价和分期后的月供，请客户比较"),
            new Doubt(ObjectionType.COLOUR_OR_STOCK, "想要黑色内饰，现车只有浅色", "查了库存，邻近门店下周可以调车，给客户留一台"),
            new Doubt(ObjectionType.DELIVERY_TIME, "等车要一个月太久", "说明排产进度，可先订展车同款，两周内交车"),
            new Doubt(ObjectionType.COMPETITOR, "竞品同价位空间更大", "请客户坐进后排对比，逐项看底盘、静音和保值率"),
            new Doubt(ObjectionType.BRAND_OR_QUALITY, "担心变速箱低速顿挫", "安排试驾拥堵路段，并介绍延长质保的范围"),
            new Doubt(ObjectionType.FINANCE, "贷款手续费太高", "比较两年免息和银行低息两种方案的总费用"),
            new Doubt(ObjectionType.TRADE_IN, "旧车评估价偏低", "请评估师当面逐项解释，再加上厂家置换补贴"),
            new Doubt(ObjectionType.FAMILY_DECISION, "要等太太看过再定", "约好周末全家来店，准备好试驾和儿童座椅演示"),
            new Doubt(ObjectionType.AFTER_SALES, "保养费用会不会太贵", "给客户看五年保养费用表和双保套餐"));
    private static final List<String> LIKED = List.of("很满意", "比想象的好", "这个好", "正是想要的");
    private static final List<String> DISLIKED = List.of("偏小", "不太习惯", "塑料感重", "一般");

    private final Past past;
    private final Desks desks;
    private final Team team;
    private final Agenda agenda;
    private final Hours hours;
    private final TestCars cars;
    private final Dice random;

    Tours(Past past, Desks desks, TestCars cars, Dice random) {
        this.past = past;
        this.desks = desks;
        this.team = past.team();
        this.agenda = past.agenda();
        this.hours = past.hours();
        this.cars = cars;
        this.random = random;
    }

    /** Somebody new is asked what they need, and nothing more yet. */
    void begin(Client client) {
        at(client, minutes(agenda.now(), 9), by -> analyse(client, by));
        client.needsKnown = true;
    }

    /** The rest of a first visit; says when it ends. */
    Instant first(Client client) {
        Instant now = minutes(agenda.now(), 4 + random.nextInt(6));
        if (!client.needsKnown && random.chance(88)) {
            client.needsKnown = true;
            at(client, now, by -> analyse(client, by));
        }
        boolean drives = random.chance(36);
        if (drives || random.chance(45)) {
            now = walk(client, now, drives);
        }
        return rest(client, now, drives, random.chance(30), 24);
    }

    /** A visit of somebody on file; says when it ends. */
    Instant again(Client client) {
        Instant now = minutes(agenda.now(), 3 + random.nextInt(5));
        if (!client.needsKnown && random.chance(60)) {
            client.needsKnown = true;
            at(client, now, by -> analyse(client, by));
        }
        boolean drives = client.booked != null || !client.drove && random.chance(30);
        if (!client.shown && random.chance(45)) {
            now = walk(client, now, drives);
        }
        return rest(client, now, drives, false, 22);
    }

    private Instant rest(Client client, Instant from, boolean drives, boolean refuses, int doubts) {
        Instant now = minutes(from, 3);
        if (drives) {
            now = cars.drive(client, now).orElse(now);
        } else if (refuses) {
            at(client, now, by -> decline(client, by));
        }
        if (random.chance(doubts)) {
            now = minutes(now, 3);
            at(client, now, by -> doubt(client, by));
        }
        return minutes(now, 6 + random.nextInt(10));
    }

    private Instant walk(Client client, Instant from, boolean drives) {
        Instant begins = minutes(from, 2);
        Instant ends = minutes(begins, 12 + random.nextInt(16));
        client.shown = true;
        at(client, ends, by -> show(client, begins, drives, by));
        return ends;
    }

    // ---- needs

    private void analyse(Client client, StaffMember by) {
        CardContent card = client.card;
        String budget = card.budget() == null ? null : card.budget().toPlainString();
        String oldCar = card.currentCar();
        String decides = card.decisionMaker();
        Set<Focus> focus = EnumSet.noneOf(Focus.class);
        while (focus.size() < 3) {
            focus.add(random.one(List.of(Focus.values())));
        }
        boolean keen = client.grade.compareTo(Grade.A) <= 0;
        NeedsSaid said = new NeedsSaid(
                card.purpose() == null ? Purpose.PRIVATE : card.purpose(),
                random.chance(60) ? "本人" : "家人",
                decides == null ? List.of() : List.of(decides),
                random.chance(40) ? List.of("父母") : List.of(),
                null,
                budget,
                budget == null ? null : (Boolean) random.chance(80),
                card.paymentWay(),
                Grades.band(client.grade),
                oldCar == null,
                oldCar,
                random.chance(70) ? (Integer) (8000 + 1000 * random.nextInt(20)) : null,
                random.chance(70) ? (Integer) (2 + random.nextInt(4)) : null,
                focus,
                random.chance(40) ? random.one(List.of("天窗", "倒车影像", "座椅加热", "辅助驾驶", "大后备箱")) : null,
                List.of(client.model().isEmpty() ? "朗逸 新锐 1.5L" : client.model()),
                card.competitors(),
                oldCar != null,
                random.one(List.of(PlateSituation.HAS_QUOTA, PlateSituation.LOTTERY, PlateSituation.NONE)),
                Set.of(random.one(List.of(MediaChannel.WEBSITE, MediaChannel.FRIEND, MediaChannel.OUTDOOR))),
                client.grade != Grade.N,
                client.grade != Grade.N,
                keen && budget != null,
                null,
                null,
                null,
                null);
        desks.needs().record(client.id, said, 0, by);
    }

    // ---- the walk around the car

    private void show(Client client, Instant begun, boolean drives, StaffMember by) {
        Optional<CarModel> model =
                desks.models().meant(client.model(), team.dealership().id());
        if (model.isEmpty()) {
            return;
        }
        List<Shown.Step> steps = new ArrayList<>();
        for (Position position : Position.values()) {
            if (random.chance(82) || position == Position.DRIVERS_SEAT) {
                steps.add(step(position));
            }
        }
        DriveOffer offer = drives ? DriveOffer.ACCEPTED : random.one(List.of(DriveOffer.LATER, DriveOffer.DECLINED));
        String asked = random.chance(30) ? random.one(List.of("问了保养周期和费用", "问现车颜色", "问贷款方案", "问高低配差别")) : null;
        desks.presentations()
                .record(client.id, new Shown(model.get().id(), begun, null, steps, asked, null, offer), by);
    }

    private Shown.Step step(Position position) {
        Reaction reaction =
                random.chance(55) ? Reaction.LIKED : random.chance(75) ? Reaction.NEUTRAL : Reaction.DISLIKED;
        String words =
                switch (reaction) {
                    case LIKED -> random.chance(50) ? random.one(LIKED) : null;
                    case DISLIKED -> random.one(DISLIKED);
                    case NEUTRAL -> null;
                };
        return new Shown.Step(position, reaction, words);
    }

    private void decline(Client client, StaffMember by) {
        Declined.Reason why = random.one(List.of(
                Declined.Reason.NO_TIME,
                Declined.Reason.NO_TIME,
                Declined.Reason.NO_LICENCE,
                Declined.Reason.DRIVEN_BEFORE,
                Declined.Reason.WEATHER));
        desks.bookings().decline(client.id, why, null, by);
    }

    // ---- doubts

    /** What was asked in the last days and is still owed an answer. */
    void owe() {
        for (StaffMember consultant : team.consultants()) {
            past.followedBy(consultant).stream()
                    .filter(client -> client.firstDone && !client.told)
                    .findFirst()
                    .ifPresent(client ->
                            raise(client, DOUBTS.get(3), true, past.present(consultant, hours.dayOf(agenda.now()))));
        }
    }

    private void doubt(Client client, StaffMember by) {
        raise(client, random.one(DOUBTS), random.chance(38), by);
    }

    private void raise(Client client, Doubt doubt, boolean open, StaffMember by) {
        String rival = client.card.competitors().isEmpty()
                ? null
                : client.card.competitors().get(0);
        if (doubt.type() == ObjectionType.COMPETITOR && rival == null) {
            return;
        }
        boolean byManager = doubt.type() == ObjectionType.PRICE && random.chance(40);
        Given answer = open
                ? null
                : new Given(
                        doubt.answer(),
                        byManager ? team.signs().username() : null,
                        random.chance(82) ? ObjectionResult.RESOLVED : ObjectionResult.LOST,
                        null);
        LocalDate today = hours.dayOf(agenda.now());
        LocalDate due = client.next.isAfter(today) ? client.next : today.plusDays(1);
        if (due.isAfter(today.plusDays(10))) {
            due = today.plusDays(10);
        }
        Objection raised = desks.objections()
                .raise(
                        client.id,
                        new Raised(
                                doubt.type(),
                                doubt.wording(),
                                doubt.type() == ObjectionType.COMPETITOR ? rival : null,
                                null,
                                answer,
                                open ? due : null),
                        by);
        past.look(client);
        if (open && due.isBefore(past.ago(4))) {
            at(client, hours.at(due, 16, 40), then -> {
                Given late = new Given(
                        doubt.answer(),
                        null,
                        random.chance(70) ? ObjectionResult.RESOLVED : ObjectionResult.LOST,
                        null);
                desks.objections().answer(raised.id(), late, then);
            });
        }
    }

    // ---- when

    /** Plans what the customer's consultant, or who stands in, does then; nothing when the case is over by then. */
    private void at(Client client, Instant when, Consumer<StaffMember> work) {
        agenda.plan(when, () -> {
            Prospect now = desks.prospects().get(team.dealership().id(), client.id);
            if (now.status().isOpen()) {
                work.accept(past.present(Objects.requireNonNull(client.owner), hours.dayOf(agenda.now())));
            }
        });
    }

    private static Instant minutes(Instant from, int minutes) {
        return from.plus(Duration.ofMinutes(minutes));
    }
}
