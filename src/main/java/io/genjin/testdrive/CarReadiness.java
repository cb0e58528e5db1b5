package io.genjin.testdrive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a test car lacks on a day to be driven by a customer; nothing means that it may start (2.6 preparation rules). */
public record CarReadiness(List<Lack> lacks) {

    /** One thing that is missing; its name is the code, its sentence the text {@code carLack.<CODE>}. */
    public enum Lack {
        NOT_LICENSED,
        NOT_INSURED,
        NOT_CHECKED,
        NOT_CLEAN,
        FUEL_LOW,
        STICKERS_WRONG,
        PAPERS_MISSING,
        NOT_FIT,
        IN_USE,
        MAINTENANCE,
        LENT,
        RETIRED
    }

    public CarReadiness {
        lacks = List.copyOf(lacks);
    }

    /**
     * Reads what the car lacks to start on {@code day}.
     *
     * @param check the last look at it on that day
     */
    public static CarReadiness of(TestDriveCar car, @Nullable DailyCheck check, LocalDate day) {
        List<Lack> lacks = new ArrayList<>(papers(car, day));
        if (check == null || !check.day().equals(day)) {
            lacks.add(Lack.NOT_CHECKED);
        } else {
            add(lacks, !check.clean(), Lack.NOT_CLEAN);
            add(lacks, check.fuelEighths() < DailyCheck.LEAST_FUEL, Lack.FUEL_LOW);
            add(lacks, !check.stickers(), Lack.STICKERS_WRONG);
            add(lacks, !check.documents(), Lack.PAPERS_MISSING);
            add(lacks, !check.fit(), Lack.NOT_FIT);
        }
        switch (car.status()) {
            case AVAILABLE -> {}
            case IN_USE -> lacks.add(Lack.IN_USE);
            case MAINTENANCE -> lacks.add(Lack.MAINTENANCE);
            case LENT -> lacks.add(Lack.LENT);
            case RETIRED -> lacks.add(Lack.RETIRED);
        }
        return new CarReadiness(lacks);
    }

    /** What is known to be missing on a day to come: its papers, and whether the car still exists. */
    public static CarReadiness toBook(TestDriveCar car, LocalDate day) {
        List<Lack> lacks = new ArrayList<>(papers(car, day));
        add(lacks, car.status() == TestDriveCar.Status.RETIRED, Lack.RETIRED);
        return new CarReadiness(lacks);
    }

    private static List<Lack> papers(TestDriveCar car, LocalDate day) {
        List<Lack> lacks = new ArrayList<>();
        add(lacks, car.licensedOn() == null || car.licensedOn().isAfter(day), Lack.NOT_LICENSED);
        add(lacks, car.insuredUntil() == null || car.insuredUntil().isBefore(day), Lack.NOT_INSURED);
        return lacks;
    }

    private static void add(List<Lack> lacks, boolean lacking, Lack lack) {
        if (lacking) {
            lacks.add(lack);
        }
    }

    public boolean isReady() {
        return lacks.isEmpty();
    }
}
