package io.genjin.duplicate.web;

import io.genjin.duplicate.Candidate;
import io.genjin.duplicate.Choice;
import io.genjin.duplicate.Comparison;
import io.genjin.duplicate.NotMergeable;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.web.People;
import io.genjin.shared.Grade;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import io.genjin.staff.StaffMember;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two cases beside each other, field by field, and what would be kept.
 *
 * @param manager   whether the reader decides whose customer it is
 */
public record ComparePage(
        Candidate candidate,
        Comparison compared,
        Fields form,
        People people,
        boolean manager,
        StaffMember survivorsOwner,
        StaffMember absorbedsOwner) {

    public Prospect survivor() {
        return compared.survivor();
    }

    public Prospect absorbed() {
        return compared.absorbed();
    }

    public @Nullable NotMergeable hindrance() {
        return compared.hindrance();
    }

    public boolean isOpen() {
        return candidate.status() == Candidate.Status.OPEN;
    }

    public boolean ownersDiffer() {
        return !survivor().owner().equals(absorbed().owner());
    }

    /** Whether the reader merges; otherwise they propose. */
    public boolean merges() {
        return manager || !ownersDiffer();
    }

    /** The fields of which one is chosen: those that differ, and a second number that could be filled. */
    public List<Comparison.Line> differing() {
        return compared.lines().stream()
                .filter(line -> line.differs() || line.chosen() == Choice.OTHER_MOBILE)
                .toList();
    }

    /** The fields that say the same on both cards. */
    public List<Comparison.Line> same() {
        return compared.lines().stream()
                .filter(line -> !line.differs() && line.survivor() != null)
                .toList();
    }

    public boolean isChosen(Comparison.Line line, Choice choice) {
        String typed = form.value("field." + line.field());
        return typed.isEmpty() ? line.chosen() == choice : typed.equals(choice.name());
    }

    /** The grades to choose from: one of the two, an administrator no cooler one. */
    public List<Grade> grades() {
        List<Grade> grades = new ArrayList<>(List.of(survivor().grade()));
        Grade other = absorbed().grade();
        if (other != survivor().grade() && (manager || other.isAbove(survivor().grade()))) {
            grades.add(other);
        }
        return grades;
    }

    public boolean isGrade(Grade grade) {
        String typed = form.value("grade");
        return typed.isEmpty() ? compared.suggestedGrade() == grade : typed.equals(grade.name());
    }

    public String nextDate() {
        String typed = form.value("nextDate");
        return typed.isEmpty() ? compared.suggestedStep().date().toString() : typed;
    }

    public NextStepReason nextReason() {
        String typed = form.value("nextReason");
        return typed.isEmpty() ? compared.suggestedStep().reason() : NextStepReason.valueOf(typed);
    }

    public String gradeReason(Screen s) {
        String typed = form.value("gradeReason");
        String known = absorbed().overrideReason();
        return !typed.isEmpty()
                ? typed
                : known != null
                        ? known
                        : s.t("duplicate.gradeReason.suggested", absorbed().cardNo());
    }

    /** The same comparison with the other case going on. */
    public String swapped() {
        return "/duplicates/" + candidate.id() + "?survivor=" + absorbed().id();
    }
}
