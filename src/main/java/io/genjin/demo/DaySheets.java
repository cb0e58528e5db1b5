package io.genjin.demo;

import io.genjin.reception.Visit;
import io.genjin.reception.VisitId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The evenings of the past: heads are counted, missing parties explained, and the day's sheet is signed by three. Yesterday's waits
 * for its managers. Where one person is both managers the third signature is missing: nobody signs twice.
 */
final class DaySheets {

    private static final List<String> EXPLAINED = List.of("两位访客只问路，没有看车", "送货司机进店两次", "售后客户从展厅穿过去取车", "隔壁公司员工借用洗手间");
    private static final int HOURS = 24;

    private final Past past;
    private final Desks desks;
    private final Team team;
    private final Agenda agenda;
    private final Hours hours;
    private final Dice random;
    private final Map<LocalDate, int[]> heads = new HashMap<>();
    private final Set<VisitId> open = new HashSet<>();

    DaySheets(Past past, Desks desks, Dice random) {
        this.past = past;
        this.desks = desks;
        this.team = past.team();
        this.agenda = past.agenda();
        this.hours = past.hours();
        this.random = random;
    }

    void came(Visit visit) {
        open.add(visit.id());
        if (visit.kind().isAtTheDoor()) {
            int hour = visit.arrivedAt().atZone(team.dealership().zone()).getHour();
            heads.computeIfAbsent(visit.day(), day -> new int[HOURS])[hour]++;
        }
    }

    void closed(VisitId visit) {
        open.remove(visit);
    }

    void plan(LocalDate day) {
        agenda.plan(hours.at(day, 21, 30), () -> finish(day));
    }

    private void finish(LocalDate day) {
        boolean yesterday = day.equals(past.ago(1));
        int missing = yesterday ? 2 : random.chance(16) ? 1 + random.nextInt(2) : 0;
        int[] counted = heads.getOrDefault(day, new int[HOURS]);
        counted[15] += missing;
        for (int hour = 0; hour < HOURS; hour++) {
            if (counted[hour] > 0) {
                desks.sheets().count(day, hour, counted[hour], team.greets());
            }
        }
        heads.remove(day);
        if (!open.isEmpty()) {
            return;
        }
        sign(day, Role.RECEPTIONIST, team.greets());
        if (yesterday) {
            desks.sheets().explain(day, 1, EXPLAINED.get(0), team.signs());
            return;
        }
        if (missing > 0) {
            desks.sheets().explain(day, missing, random.one(EXPLAINED), team.signs());
        }
        sign(day, Role.SHOWROOM_MANAGER, team.signs());
        if (!day.equals(past.ago(2))) {
            agenda.plan(hours.at(day.plusDays(1), 9, 25), () -> sign(day, Role.SALES_MANAGER, team.heads()));
        }
    }

    private void sign(LocalDate day, Role duty, StaffMember by) {
        desks.sheets().sign(day, duty, null, by.name(), by);
    }
}
