package io.genjin.demo;

/**
 * How somebody works, in per cent.
 *
 * @param forgets   of the contacts due on a day are left for another day
 * @param reaches   of the calls are answered
 * @param late      of the plans lie a little after the latest day, with a reason
 * @param reschedules of the contacts due are moved to another day instead, with a reason
 * @param untidy    of the cards come back from the showroom manager
 */
record Habits(int forgets, int reaches, int late, int reschedules, int untidy) {

    static final Habits DILIGENT = new Habits(0, 82, 1, 3, 3);
    static final Habits AVERAGE = new Habits(11, 74, 3, 9, 8);
    static final Habits FORGETFUL = new Habits(27, 68, 4, 7, 16);

    static Habits of(String username) {
        return switch (username) {
            case "li.na", "zhou.qiang", "tang.li" -> DILIGENT;
            case "zhao.min" -> FORGETFUL;
            default -> AVERAGE;
        };
    }
}
