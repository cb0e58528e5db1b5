package io.genjin.toolbox.web;

import io.genjin.followup.ContactWay;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectPanel;
import io.genjin.prospect.Source;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffMember;
import io.genjin.toolbox.CardsAtHand;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Skill cards and selling points at the moment they are needed: beside the record sheet, the new card, the customer's page. */
@Controller
class CardsAtHandPages {

    private final CardsAtHand atHand;
    private final Screens screens;

    CardsAtHandPages(CardsAtHand atHand, Screens screens) {
        this.atHand = atHand;
        this.screens = screens;
    }

    @Bean
    static ProspectPanel toolBoxPanel() {
        return new ProspectPanel("cardsAtHand.title", "/prospects/{id}/tool-box", "toolbox.cards", 40);
    }

    @GetMapping("/tool-box/cards")
    String cards(
            @RequestParam(required = false) @Nullable ContactWay way,
            @RequestParam(required = false) @Nullable NextStepReason reason,
            @RequestParam(required = false) @Nullable NextStepReason nextReason,
            @RequestParam(required = false) @Nullable Source source,
            @RequestParam(required = false) @Nullable ProspectId prospect,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        CardsAtHand.Moment moment = new CardsAtHand.Moment(way, reason, nextReason, source, prospect);
        return show(moment, false, me, model, request);
    }

    @GetMapping("/prospects/{id}/tool-box")
    String panel(@PathVariable ProspectId id, StaffMember me, Model model, HttpServletRequest request) {
        return show(new CardsAtHand.Moment(ContactWay.PHONE, null, null, null, id), true, me, model, request);
    }

    private String show(
            CardsAtHand.Moment moment, boolean asPanel, StaffMember me, Model model, HttpServletRequest request) {
        boolean asPart = request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
        model.addAttribute(
                "page",
                new CardsAtHandPage(
                        atHand.of(moment, screens.locale(request), me), moment.prospect(), asPart, asPanel));
        return "toolbox/at-hand";
    }
}
