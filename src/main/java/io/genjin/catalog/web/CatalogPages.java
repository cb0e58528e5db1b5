package io.genjin.catalog.web;

import io.genjin.catalog.SellingPointDesk;
import io.genjin.catalog.SkillCardDesk;
import io.genjin.catalog.SkillCardKind;
import io.genjin.catalog.SkillCardText;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All skill cards and selling points of the dealership on one page. */
@Controller
class CatalogPages {

    private final SkillCardDesk skillCards;
    private final SellingPointDesk sellingPoints;
    private final Screens screens;

    CatalogPages(SkillCardDesk skillCards, SellingPointDesk sellingPoints, Screens screens) {
        this.skillCards = skillCards;
        this.sellingPoints = sellingPoints;
        this.screens = screens;
    }

    @Bean
    static NavItem catalogItem() {
        return new NavItem("nav.catalog", "/catalog", "cards", "catalog.read", 60);
    }

    @GetMapping("/catalog")
    String all(@RequestParam(defaultValue = "") String model, StaffMember me, Model page, HttpServletRequest request) {
        Locale language = screens.locale(request);
        Map<SkillCardKind, SkillCardText> builtIn = new EnumMap<>(SkillCardKind.class);
        for (SkillCardKind kind : SkillCardKind.values()) {
            builtIn.put(kind, skillCards.builtIn(kind, language));
        }
        page.addAttribute(
                "page",
                new CatalogPage(
                        skillCards.own(me.dealership()), builtIn, sellingPoints.all(me.dealership()), model.strip()));
        return "catalog/list";
    }
}
