package io.genjin.prospect.web;

import io.genjin.prospect.ProspectList;
import io.genjin.prospect.ProspectList.Filter;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One field for everything: customers by name, pinyin, initials or last four digits, and the product's own pages by name. */
@Controller
class SearchPages {

    private static final int MOST_HITS = 12;

    private final ProspectList list;
    private final StaffDirectory staff;
    private final Screens screens;

    SearchPages(ProspectList list, StaffDirectory staff, Screens screens) {
        this.list = list;
        this.staff = staff;
        this.screens = screens;
    }

    @GetMapping("/search")
    String page(@RequestParam(defaultValue = "") String q, StaffMember me, Model model, HttpServletRequest request) {
        model.addAttribute("page", hits(q, me, request));
        return "prospect/search";
    }

    @GetMapping("/search/results")
    String results(@RequestParam(defaultValue = "") String q, StaffMember me, Model model, HttpServletRequest request) {
        model.addAttribute("page", hits(q, me, request));
        return "prospect/hits";
    }

    private SearchPage hits(String typed, StaffMember me, HttpServletRequest request) {
        String q = typed.strip();
        Screen s = screens.of(request);
        List<NavItem> pages = s.nav().stream()
                .filter(item ->
                        q.isEmpty() || s.t(item.key()).toLowerCase(Locale.ROOT).contains(q.toLowerCase(Locale.ROOT)))
                .toList();
        List<ProspectList.Row> customers = q.isEmpty() || q.length() > 60
                ? List.of()
                : list.find(new Filter(q, null, null, null, null, null, null), MOST_HITS, null, me)
                        .items();
        return new SearchPage(typed, customers, pages, new People(staff, me.dealership()));
    }
}
