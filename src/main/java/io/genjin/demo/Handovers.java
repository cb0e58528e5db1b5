package io.genjin.demo;

import io.genjin.delivery.Check;
import io.genjin.delivery.CheckItem;
import io.genjin.delivery.ConfirmationDesk.Signatures;
import io.genjin.delivery.ConfirmationDesk.Ticked;
import io.genjin.delivery.DeliveryDesk;
import io.genjin.delivery.DeliveryId;
import io.genjin.delivery.Explanation;
import io.genjin.delivery.HandoverSheet;
import io.genjin.delivery.Preparation;
import io.genjin.delivery.Section;
import io.genjin.order.SalesOrder;
import io.genjin.order.SalesOrderId;
import io.genjin.pdi.PdiDesk;
import io.genjin.pdi.PdiGroup;
import io.genjin.pdi.PdiInspection;
import io.genjin.pdi.PdiItem;
import io.genjin.pdi.PdiMark;
import io.genjin.pdi.PdiVerdict;
import io.genjin.shared.Vin;
import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How cars of the past were handed over: set aside, inspected, some sent to the workshop first, agreed with the customer, and gone
 * through item by item until both signed.
 */
final class Handovers {

    private static final List<PdiItem> OFTEN_WRONG =
            List.of(PdiItem.PAINT, PdiItem.TYRE_PRESSURE, PdiItem.INFOTAINMENT, PdiItem.WASHER_FLUID, PdiItem.BATTERY);
    private static final Map<PdiItem, String> WRONG = Map.of(
            PdiItem.PAINT, "左后门有轻微划痕，需抛光",
            PdiItem.TYRE_PRESSURE, "右后轮胎压偏低",
            PdiItem.INFOTAINMENT, "车机需升级到最新版本",
            PdiItem.WASHER_FLUID, "玻璃水未加满",
            PdiItem.BATTERY, "电瓶电压低，需充电");
    private static final List<String> ADVISORS = List.of("郑浩", "孟洁");

    private final Past past;
    private final Desks desks;
    private final Team team;
    private final Agenda agenda;
    private final Hours hours;
    private final Papers papers;
    private final Dice random;

    Handovers(Past past, Desks desks, Papers papers, Dice random) {
        this.past = past;
        this.desks = desks;
        this.team = past.team();
        this.agenda = past.agenda();
        this.hours = past.hours();
        this.papers = papers;
        this.random = random;
    }

    /** Three days before: a car is set aside and the day agreed. The technician has it the day before at the latest. */
    void prepare(Client client, SalesOrderId order, LocalDate day) {
        int hour = 10 + random.nextInt(7);
        AtomicReference<DeliveryId> agreed = new AtomicReference<>();
        agenda.plan(hours.at(day.minusDays(3), 10, random.nextInt(50)), () -> {
            SalesOrder matched = desks.deliveries().match(client.id, papers.vin(), team.signs());
            Vin vin = Objects.requireNonNull(matched.vin());
            agreed.set(desks.deliveries()
                    .schedule(
                            client.id,
                            new DeliveryDesk.Wish(hours.at(day, hour, 0), "交车区 " + (1 + random.nextInt(2)), null),
                            client.owner)
                    .id());
            agenda.plan(hours.at(day.minusDays(2), 9, random.nextInt(59)), () -> inspect(vin, random.chance(18)));
        });
        agenda.plan(hours.at(day, 9, random.nextInt(40)), () -> {
            if (isThere(order)) {
                desks.deliveries()
                        .prepare(
                                Objects.requireNonNull(agreed.get()),
                                EnumSet.allOf(Preparation.class),
                                past.present(client.owner, day));
            }
        });
        agenda.plan(hours.at(day, hour, 40 + random.nextInt(15)), () -> {
            if (isThere(order)) {
                handOver(client, Objects.requireNonNull(agreed.get()));
            }
        });
    }

    private boolean isThere(SalesOrderId order) {
        SalesOrder now = desks.orders().get(team.dealership().id(), order);
        return now.status().isLive() && desks.orders().isPaidInFull(now);
    }

    /** Item by item; what is not in order goes to the workshop and is looked at again in the afternoon. */
    private void inspect(Vin vin, boolean somethingWrong) {
        StaffMember technician = team.inspects();
        PdiItem wrong = random.one(OFTEN_WRONG);
        PdiInspection inspection = desks.pdi().begin(vin, technician);
        for (PdiGroup group : PdiGroup.values()) {
            Map<PdiItem, PdiDesk.Marked> marks = new EnumMap<>(PdiItem.class);
            for (PdiItem item : group.items()) {
                boolean bad = somethingWrong && item == wrong;
                marks.put(
                        item,
                        new PdiDesk.Marked(
                                bad ? PdiMark.Finding.NOT_OK : PdiMark.Finding.OK, bad ? WRONG.get(item) : null));
            }
            desks.pdi().save(inspection.id(), group, marks, null, technician);
        }
        PdiVerdict.Result result = somethingWrong ? PdiVerdict.Result.REWORK : PdiVerdict.Result.PASS;
        desks.pdi().sign(inspection.id(), result, null, 8 + random.nextInt(20), null, technician.name(), technician);
        if (somethingWrong) {
            agenda.plan(hours.after(agenda.now(), 240), () -> again(vin, wrong, technician));
        }
    }

    private void again(Vin vin, PdiItem repaired, StaffMember technician) {
        PdiInspection second = desks.pdi().begin(vin, technician);
        desks.pdi()
                .save(
                        second.id(),
                        repaired.group(),
                        Map.of(repaired, new PdiDesk.Marked(PdiMark.Finding.OK, "已处理")),
                        null,
                        technician);
        desks.pdi()
                .sign(
                        second.id(),
                        PdiVerdict.Result.PASS,
                        null,
                        9 + random.nextInt(20),
                        null,
                        technician.name(),
                        technician);
    }

    private void handOver(Client client, DeliveryId id) {
        StaffMember by = past.present(client.owner, hours.dayOf(agenda.now()));
        boolean owesSomething = random.chance(15);
        desks.confirmations().check(id, Section.CAR, ticked(Section.CAR, owesSomething), null, by);
        desks.confirmations().check(id, Section.DOCUMENTS, ticked(Section.DOCUMENTS, false), null, by);
        desks.confirmations()
                .explain(
                        id,
                        EnumSet.allOf(Explanation.class),
                        random.one(ADVISORS),
                        team.heads().id(),
                        null,
                        by);
        desks.confirmations()
                .note(
                        id,
                        new HandoverSheet.Notes(
                                random.chance(70) ? papers.plate() : null,
                                10 + random.nextInt(25),
                                true,
                                random.chance(85) ? 9 + random.nextInt(2) : 7 + random.nextInt(2),
                                null),
                        null,
                        by);
        desks.confirmations().sign(id, new Signatures(null, client.customer.name(), null, by.name()), by);
    }

    private Map<CheckItem, Ticked> ticked(Section section, boolean owesSomething) {
        Map<CheckItem, Ticked> ticked = new EnumMap<>(CheckItem.class);
        LocalDate today = hours.dayOf(agenda.now());
        for (CheckItem item : CheckItem.of(section)) {
            boolean owed = owesSomething && item == CheckItem.ACCESSORIES;
            ticked.put(
                    item,
                    new Ticked(
                            owed ? Check.Finding.NOT_OK : Check.Finding.OK,
                            owed ? "行车记录仪缺货，到货后安装" : null,
                            owed ? today.plusDays(10) : null));
        }
        return ticked;
    }
}
