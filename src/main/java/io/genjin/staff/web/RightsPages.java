package io.genjin.staff.web;

import io.genjin.staff.Rights;
import io.genjin.staff.Role;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the administrator what each duty lets people do. */
@Controller
class RightsPages {

    private final Rights rights;

    RightsPages(Rights rights) {
        this.rights = rights;
    }

    @GetMapping("/rights")
    String rights(Model model) {
        List<Rights.Line> lines = rights.lines().stream()
                .filter(line -> !line.operation().equals(Rights.PUBLIC)
                        && !line.operation().equals(Rights.SIGNED_IN))
                .toList();
        model.addAttribute("page", new RightsPage(lines, List.of(Role.values())));
        return "staff/rights";
    }
}
