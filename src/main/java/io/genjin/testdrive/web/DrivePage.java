package io.genjin.testdrive.web;

import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import io.genjin.testdrive.DriveFile;
import io.genjin.testdrive.DriveMode;
import io.genjin.testdrive.Evaluation;
import io.genjin.testdrive.TestDrive;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One drive from its booking to the customer's words.
 *
 * @param form    what was typed into the form that was refused
 * @param refused which form that was
 * @param licence the whole licence number, on this answer only
 */
public record DrivePage(
        DriveFile.Opened opened,
        People people,
        Fields form,
        @Nullable String refused,
        @Nullable String licence) {

    public static final String[] SCORES = {"power", "handling", "comfort", "braking", "space", "noise", "overall"};

    public String path() {
        return "/test-drives/" + opened.drive().id();
    }

    /** The fields of one form; another one's errors are none of its business. */
    public Fields of(String name) {
        return name.equals(refused) ? form : Fields.empty();
    }

    /** The evaluation as it is offered: the day after is suggested for the next contact (2.6). */
    public Fields evaluation(Screen s) {
        return "evaluation".equals(refused)
                ? form
                : Fields.empty().put("nextDate", s.today().plusDays(1)).put("nextReason", "QUOTE_FOLLOW_UP");
    }

    public Fields back() {
        return "return".equals(refused)
                ? form
                : Fields.empty().put("mode", opened.drive().mode());
    }

    public Fields start() {
        return "start".equals(refused)
                ? form
                : Fields.empty().put("km", opened.car().km());
    }

    public boolean isOverdue(Instant now) {
        return opened.drive().isOverdue(now);
    }

    /** What it may turn out to have been. */
    public Map<String, String> modes(Screen s) {
        Map<String, String> modes = new LinkedHashMap<>();
        for (DriveMode mode : DriveMode.values()) {
            if (opened.drive().mode().drives() || !mode.drives()) {
                modes.put(mode.name(), s.code("driveMode", mode));
            }
        }
        return modes;
    }

    public static Map<String, String> points() {
        Map<String, String> points = new LinkedHashMap<>();
        for (int point = 1; point <= 5; point++) {
            points.put(String.valueOf(point), String.valueOf(point));
        }
        return points;
    }

    public static @Nullable Integer score(Evaluation said, String name) {
        return switch (name) {
            case "power" -> said.power();
            case "handling" -> said.handling();
            case "comfort" -> said.comfort();
            case "braking" -> said.braking();
            case "space" -> said.space();
            case "noise" -> said.noise();
            default -> said.overall();
        };
    }

    public static String tone(TestDrive.Status status) {
        return switch (status) {
            case RETURNED -> "g-state-good";
            case OUT, AGREED -> "g-state-warn";
            case CANCELLED -> "g-state-bad";
            case BOOKED -> "";
        };
    }
}
