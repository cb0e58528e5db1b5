package io.genjin.process.web;

import io.genjin.process.CaseCourse;
import io.genjin.process.CaseCourse.Step;
import io.genjin.process.ProcessFile;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ten stages of one case, on the customer's page.
 *
 * @param asPart whether it is loaded into the card; otherwise it is a page of its own
 */
public record ProcessPanel(ProcessFile.Opened file, People people, Fields form, boolean asPart) {

    public String here() {
        return "/prospects/" + file.prospect().id() + "/process";
    }

    public CaseCourse course() {
        return file.course();
    }

    /** The stages that can be said to be left out: those passed over first. */
    public Map<String, String> skippable(Screen s) {
        List<Step> steps = file.course().steps();
        Map<String, String> options = new LinkedHashMap<>();
        steps.stream()
                .filter(step -> step.state() == CaseCourse.State.PASSED)
                .forEach(step -> options.put(step.stage().name(), s.code("stage", step.stage())));
        steps.stream()
                .filter(Step::mayBeSkipped)
                .forEach(step -> options.put(step.stage().name(), s.code("stage", step.stage())));
        return options;
    }

    public static String icon(Step step) {
        return switch (step.state()) {
            case DONE -> "check";
            case UNDER_WAY -> "player-play";
            case SKIPPED -> "player-skip-forward";
            case PASSED -> "help";
            case AHEAD -> step.current() ? "player-play" : "circle";
        };
    }

    /** Why a stage was left out, in words: our own codes, or those with which a customer refuses a drive. */
    public String why(Screen s, Step step) {
        String reason = step.reason();
        if (reason == null) {
            return "";
        }
        String note = file.notes().getOrDefault(step.stage(), "");
        String word =
                s.tOr("skipReason." + reason, s.tOr("driveRefused." + reason, s.tOr("driveRefusal." + reason, reason)));
        return note.isEmpty() ? word : word + " · " + note;
    }
}
