package io.genjin.demo;

import io.genjin.catalog.CarModel;
import io.genjin.presentation.ShowCar;
import io.genjin.presentation.ShowCarPoint;
import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The look at the show cars before the first customer comes, where now and then something is missing, and the morning meeting. */
final class MorningRound {

    private static final List<String> PLACES = List.of("A1", "A2", "B1", "B2", "C1");
    private static final List<String> COLOURS = List.of("白色展车", "灰色展车", "黑色展车", "蓝色展车", "红色展车");

    /** On one of so many mornings a consultant expects an order, or a delivery. */
    private static final int EVERY_ORDER = 4;

    private static final int EVERY_DELIVERY = 5;

    private final Desks desks;
    private final Team team;
    private final Agenda agenda;
    private final Hours hours;
    private final Dice random;

    MorningRound(Past past, Desks desks, Dice random) {
        this.desks = desks;
        this.team = past.team();
        this.agenda = past.agenda();
        this.hours = past.hours();
        this.random = random;
    }

    void plan(LocalDate firstDay, LocalDate today) {
        agenda.plan(hours.at(firstDay, 8, 28), this::place);
        for (LocalDate day = firstDay; !day.isAfter(today); day = day.plusDays(1)) {
            agenda.plan(hours.at(day, 8, 50), this::check);
            LocalDate of = day;
            agenda.plan(hours.at(day, 8, 56), () -> expect(of));
        }
    }

    private void place() {
        List<CarModel> range = desks.models().onSale(team.dealership().id());
        int cars = Math.min(range.size(), team.isLarge() ? PLACES.size() : 2);
        for (int place = 0; place < cars; place++) {
            desks.showCars().add(range.get(place).id(), COLOURS.get(place), PLACES.get(place), team.signs());
        }
    }

    private void check() {
        for (ShowCar car : desks.showCars().today(team.greets())) {
            Set<ShowCarPoint> right = EnumSet.allOf(ShowCarPoint.class);
            boolean lacks = random.chance(7);
            if (lacks) {
                right.remove(random.one(List.of(ShowCarPoint.CLEAN, ShowCarPoint.CHARGED, ShowCarPoint.PRICE_BOARD)));
            }
            desks.showCars().check(car.id(), right, lacks ? "已请展厅助理在开门前处理" : null, team.greets());
        }
    }

    /** What each consultant says in the morning meeting that the day will bring; the dice of the past are not thrown for it. */
    private void expect(LocalDate day) {
        List<StaffMember> consultants = team.consultants();
        for (int place = 0; place < consultants.size(); place++) {
            long turn = day.toEpochDay() + 3L * place;
            desks.boards()
                    .state(
                            day,
                            consultants.get(place).username(),
                            turn % EVERY_ORDER == 0 ? 1 : 0,
                            turn % EVERY_DELIVERY == 0 ? 1 : 0,
                            team.heads());
        }
    }
}
