package io.genjin.subscription.web;

import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import io.genjin.subscription.Rhythm;
import io.genjin.subscription.Rhythm.Every;
import io.genjin.subscription.Subscription;
import io.genjin.subscription.Subscription.Language;
import io.genjin.subscription.SubscriptionDesk.Standing;
import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One's own subscriptions, and the form for another.
 *
 * @param address where letters go; empty while there is none
 * @param server  whether a mail server is set up at all
 * @param offered codes of the pages the reader may have
 */
public record SubscriptionsPage(
        List<Standing> standings,
        String address,
        boolean server,
        List<String> offered,
        Fields form,
        @Nullable String notice) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    public Map<String, String> pages(Screen s) {
        Map<String, String> pages = new LinkedHashMap<>();
        offered.forEach(code -> pages.put(code, s.code("subscribable", code)));
        return pages;
    }

    public static Map<String, String> everies(Screen s) {
        Map<String, String> everies = new LinkedHashMap<>();
        for (Every every : Every.values()) {
            everies.put(every.name(), s.code("every", every));
        }
        return everies;
    }

    public static Map<String, String> weekdays(Screen s) {
        Map<String, String> days = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day.name(), s.code("subscriptionDay", day));
        }
        return days;
    }

    public static Map<String, String> languages(Screen s) {
        Map<String, String> languages = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            languages.put(language.name(), s.code("letterLanguage", language));
        }
        return languages;
    }

    /** {@code 每周 周一 08:30,仅营业日}. */
    public static String words(Screen s, Subscription one) {
        Rhythm rhythm = one.rhythm();
        String at = rhythm.at().format(TIME);
        String when =
                switch (rhythm.every()) {
                    case DAY -> s.t("rhythm.DAY", at);
                    case WEEK -> s.t("rhythm.WEEK", s.code("subscriptionDay", rhythm.weekday()), at);
                    case MONTH -> s.t("rhythm.MONTH", Objects.requireNonNull(rhythm.dayOfMonth()), at);
                };
        return rhythm.openDaysOnly() ? s.t("rhythm.openDays", when) : when;
    }

    static Fields formOf(Subscription one) {
        Rhythm rhythm = one.rhythm();
        return Fields.empty()
                .put("every", rhythm.every())
                .put("weekday", rhythm.weekday())
                .put("dayOfMonth", rhythm.dayOfMonth())
                .put("at", rhythm.at().format(TIME))
                .put("openDaysOnly", rhythm.openDaysOnly())
                .put("language", one.language());
    }

    static Fields blank(Screen s) {
        return Fields.empty()
                .put("every", Every.DAY)
                .put("at", "08:30")
                .put("openDaysOnly", true)
                .put("language", s.isChinese() ? Language.ZH : Language.EN);
    }
}
