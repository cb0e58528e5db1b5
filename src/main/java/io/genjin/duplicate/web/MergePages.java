package io.genjin.duplicate.web;

import io.genjin.duplicate.Merge;
import io.genjin.duplicate.MergeDesk;
import io.genjin.duplicate.MergeId;
import io.genjin.duplicate.UndoWish;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectPanel;
import io.genjin.prospect.web.People;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screens;
import io.genjin.staff.Rights;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What was merged, on a customer's page, and where a merge is undone. */
@Controller
class MergePages {

    private final MergeDesk desk;
    private final CardFile cards;
    private final Rights rights;
    private final StaffDirectory staff;
    private final Screens screens;
    private final Clock clock;

    MergePages(MergeDesk desk, CardFile cards, Rights rights, StaffDirectory staff, Screens screens, Clock clock) {
        this.desk = desk;
        this.cards = cards;
        this.rights = rights;
        this.staff = staff;
        this.screens = screens;
        this.clock = clock;
    }

    @Bean
    static ProspectPanel mergesPanel() {
        return new ProspectPanel("duplicate.merges", "/prospects/{id}/merges", "merge.read", 40);
    }

    @GetMapping("/prospects/{id}/merges")
    String panel(@PathVariable ProspectId id, StaffMember me, Model model, HttpServletRequest request) {
        Prospect prospect = cards.open(id, me);
        boolean mayUndo = rights.allows(me, "duplicate.undo");
        List<MergesPanel.Row> rows = desk.of(id, me).stream()
                .map(merge -> {
                    boolean survivor = merge.survivor().equals(id);
                    Prospect other = seen(survivor ? merge.absorbed() : merge.survivor(), me);
                    boolean undoable =
                            !merge.isUndone() && !clock.instant().isAfter(merge.undoableUntil()) && other != null;
                    return new MergesPanel.Row(merge, survivor, other, mayUndo && undoable);
                })
                .toList();
        model.addAttribute(
                "page",
                new MergesPanel(
                        prospect,
                        rows,
                        new People(staff, me.dealership()),
                        request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null));
        return "duplicate/panel";
    }

    private @Nullable Prospect seen(ProspectId id, StaffMember me) {
        try {
            return cards.open(id, me);
        } catch (NothingHere notForThisReader) {
            return null;
        }
    }

    @GetMapping("/merges/{id}")
    String open(@PathVariable MergeId id, StaffMember me, Model model) {
        return open(id, Fields.empty(), me, model);
    }

    private String open(MergeId id, Fields form, StaffMember me, Model model) {
        model.addAttribute("page", new UndoPage(desk.open(id, me), form, new People(staff, me.dealership())));
        return "duplicate/undo";
    }

    @PostMapping("/merges/{id}/reversal")
    String undo(
            @PathVariable MergeId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Set<String> kept = new HashSet<>();
        Set<String> givenBack = new HashSet<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith("decide.")) {
                (values[0].equals("before") ? givenBack : kept).add(name.substring("decide.".length()));
            }
        });
        try {
            Merge undone = desk.undo(id, new UndoWish(kept, givenBack), me);
            return "redirect:/prospects/" + undone.survivor() + "?parted";
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(refusal.kind().status());
            return open(id, Fields.of(request.getParameterMap()).refused(refusal, screens.of(request)), me, model);
        }
    }
}
