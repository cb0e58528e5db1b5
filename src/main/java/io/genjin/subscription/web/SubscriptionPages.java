package io.genjin.subscription.web;

import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.EmailAddress;
import io.genjin.staff.EmailDesk;
import io.genjin.staff.StaffMember;
import io.genjin.subscription.MailDesk;
import io.genjin.subscription.MailSettings;
import io.genjin.subscription.Offer;
import io.genjin.subscription.Subscription.Language;
import io.genjin.subscription.SubscriptionChanged;
import io.genjin.subscription.SubscriptionDesk;
import io.genjin.subscription.SubscriptionDesk.Standing;
import io.genjin.subscription.SubscriptionId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** People's own subscriptions, and the administrator's look at the mail server. */
@Controller
class SubscriptionPages {

    private static final String LIST = "/subscriptions";

    private final SubscriptionDesk desk;
    private final Offer offer;
    private final MailDesk mailDesk;
    private final MailSettings mail;
    private final EmailDesk emails;
    private final Once once;
    private final Screens screens;

    SubscriptionPages(
            SubscriptionDesk desk,
            Offer offer,
            MailDesk mailDesk,
            MailSettings mail,
            EmailDesk emails,
            Once once,
            Screens screens) {
        this.desk = desk;
        this.offer = offer;
        this.mailDesk = mailDesk;
        this.mail = mail;
        this.emails = emails;
        this.once = once;
        this.screens = screens;
    }

    /** @param page which page the form begins with, when somebody comes from it */
    @GetMapping(LIST)
    String list(
            @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable String page,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        String notice = query.containsKey("subscribed")
                ? "subscription.subscribed"
                : query.containsKey("stopped")
                        ? "subscription.stopped"
                        : query.containsKey("changed") ? "subscription.saved" : null;
        Fields form = SubscriptionsPage.blank(screens.of(request));
        return list(page == null ? form : form.put("page", page), notice, me, model);
    }

    private String list(Fields form, @Nullable String notice, StaffMember me, Model model) {
        model.addAttribute(
                "page", new SubscriptionsPage(desk.of(me), address(me), mail.isSetUp(), offer.to(me), form, notice));
        return "subscription/list";
    }

    private String address(StaffMember me) {
        return emails.of(me).map(EmailAddress::shown).orElse("");
    }

    @PostMapping(LIST)
    String subscribe(
            @ModelAttribute SubscriptionForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                return once.redirect(key, body, me.dealership(), me.id(), () -> {
                    desk.subscribe(body.wish(true), me);
                    return LIST + "?subscribed";
                });
            } catch (Refusal refusal) {
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(422);
        return list(form, null, me, model);
    }

    @GetMapping(LIST + "/{id}")
    String one(@PathVariable SubscriptionId id, StaffMember me, Model model) {
        Standing standing = desk.one(id, me);
        return one(standing, SubscriptionsPage.formOf(standing.subscription()), false, model);
    }

    private static String one(Standing standing, Fields form, boolean changed, Model model) {
        model.addAttribute("page", new SubscriptionPage(standing, form, changed));
        return "subscription/one";
    }

    @PostMapping(LIST + "/{id}")
    String change(
            @PathVariable SubscriptionId id,
            @ModelAttribute SubscriptionForm body,
            BindingResult bound,
            @RequestParam int version,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                desk.change(id, body.wish(true), version, me);
                return "redirect:" + LIST + "?changed";
            } catch (SubscriptionChanged changed) {
                response.setStatus(409);
                return one(desk.one(id, me), form, true, model);
            } catch (Refusal refusal) {
                refusal.unlessNothingHere();
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(422);
        return one(desk.one(id, me), form, false, model);
    }

    /** Where the letter's link leads: one button ends it, for a link alone changes nothing (S-R81). */
    @GetMapping(LIST + "/{id}/stop")
    String stopping(@PathVariable SubscriptionId id, StaffMember me, Model model) {
        model.addAttribute("page", new SubscriptionPage(desk.one(id, me), Fields.empty(), false));
        return "subscription/stop";
    }

    @PostMapping(LIST + "/{id}/stop")
    String stop(@PathVariable SubscriptionId id, StaffMember me) {
        desk.stop(id, me);
        return "redirect:" + LIST + "?stopped";
    }

    @GetMapping("/mail-server")
    String server(StaffMember me, Model model) {
        return server(null, Fields.empty(), me, model);
    }

    private String server(MailDesk.@Nullable Trial trial, Fields form, StaffMember me, Model model) {
        model.addAttribute("page", new MailServerPage(mailDesk.state(me), address(me), trial, form));
        return "subscription/server";
    }

    /** Sends a letter to the administrator and answers with what the server said. */
    @PostMapping("/mail-server/trials")
    String trial(StaffMember me, Model model, HttpServletRequest request, HttpServletResponse response) {
        Screen s = screens.of(request);
        try {
            return server(mailDesk.trial(s.isChinese() ? Language.ZH : Language.EN, me), Fields.empty(), me, model);
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            return server(null, Fields.empty().refused(refusal, s), me, model);
        }
    }

    @Bean
    static NavItem subscriptionsItem() {
        return new NavItem("nav.subscriptions", LIST, "mail", "subscription.own", 86);
    }

    @Bean
    static NavItem mailServerItem() {
        return new NavItem("nav.mailServer", "/mail-server", "mail-cog", "subscription.server", 87);
    }
}
