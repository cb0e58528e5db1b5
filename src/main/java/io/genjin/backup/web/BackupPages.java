package io.genjin.backup.web;

import io.genjin.backup.BackupWatch;
import io.genjin.shared.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The administrator's page of the backups (S-R78). */
@Controller
class BackupPages {

    private final BackupWatch watch;

    BackupPages(BackupWatch watch) {
        this.watch = watch;
    }

    @Bean
    static NavItem backupsItem() {
        return new NavItem("nav.backups", "/backups", "database", "backup.watch", 88);
    }

    @GetMapping("/backups")
    String show(Model model) {
        model.addAttribute("page", new BackupsPage(watch.state()));
        return "backup/list";
    }
}
