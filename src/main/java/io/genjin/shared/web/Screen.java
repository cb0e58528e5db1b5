package io.genjin.shared.web;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.HtmlUtils;

/**
 * What every template may ask: the texts in the reader's language, dates in the dealership's zone, the navigation the
 * reader may use. Templates do no formatting of their own.
 */
public final class Screen {

    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Shanghai");

    static final String REFUSED = Fields.class.getName();

    private final HttpServletRequest request;
    private final MessageSource messages;
    private final Locale locale;
    private final String theme;
    private final Icons icons;
    private final List<NavItem> nav;
    private final List<KnownNames> known;
    private final Clock clock;
    private final String assetVersion;
    private final @Nullable Reader reader;

    Screen(
            HttpServletRequest request,
            MessageSource messages,
            Locale locale,
            String theme,
            Icons icons,
            List<NavItem> nav,
            List<KnownNames> known,
            Clock clock,
            String assetVersion) {
        this.request = request;
        this.messages = messages;
        this.locale = locale;
        this.theme = theme;
        this.icons = icons;
        this.nav = nav;
        this.known = known;
        this.clock = clock;
        this.assetVersion = assetVersion;
        this.reader = (Reader) request.getAttribute(Reader.ATTRIBUTE);
    }

    /** The text of {@code key}, with {@code args} in its places. */
    public String t(String key, @Nullable Object... args) {
        Object[] words = Arrays.stream(args)
                .map(arg -> arg instanceof Number || arg == null ? String.valueOf(arg) : arg)
                .map(this::worded)
                .toArray();
        return messages.getMessage(key, words.length == 0 ? null : words, locale);
    }

    /** The text of {@code key}, or {@code otherwise} when there is none. */
    public String tOr(String key, String otherwise) {
        try {
            return messages.getMessage(key, null, locale);
        } catch (NoSuchMessageException none) {
            return otherwise;
        }
    }

    /** The text of a code: {@code code("grade", Grade.H)} is the text of {@code grade.H}; nothing for no code. */
    public String code(String kind, @Nullable Object code) {
        return code == null ? "" : t(kind + "." + code);
    }

    private Object worded(Object arg) {
        if (arg instanceof LocalDate day) {
            return date(day);
        }
        if (arg instanceof Instant at) {
            return dateTime(at);
        }
        return arg;
    }

    public boolean isChinese() {
        return locale.getLanguage().equals("zh");
    }

    /** Value of the page's {@code lang} attribute. */
    public String lang() {
        return isChinese() ? "zh-CN" : "en";
    }

    /** {@code light} or {@code dark}, as the reader chose. */
    public String theme() {
        return theme;
    }

    public @Nullable Reader reader() {
        return reader;
    }

    public boolean may(String operation) {
        return reader != null && reader.may(operation);
    }

    /** The entries the reader may use, in order. */
    public List<NavItem> nav() {
        return nav.stream().filter(item -> may(item.operation())).toList();
    }

    /** The same in groups, those without an entry left out. */
    public Map<NavItem.Group, List<NavItem>> navGroups() {
        Map<NavItem.Group, List<NavItem>> groups = new EnumMap<>(NavItem.Group.class);
        nav().forEach(item ->
                groups.computeIfAbsent(item.group(), group -> new ArrayList<>()).add(item));
        return groups;
    }

    /** Whether the page shown lies under {@code path}. */
    public boolean isAt(String path) {
        String here = path();
        return here.equals(path) || here.startsWith(path + "/");
    }

    /** The path of the page shown, without its query. */
    public String path() {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    /** Path and query of the page shown, to come back to it. */
    public String here() {
        String query = request.getQueryString();
        return request.getMethod().equals("GET") ? path() + (query == null ? "" : "?" + query) : "/";
    }

    /** Names of a kind that the house knows, to be offered where one is typed; of a part of it when {@code within} says which. */
    public List<String> known(String kind, @Nullable String within) {
        Reader asking = reader;
        return asking == null
                ? List.of()
                : known.stream()
                        .filter(names -> names.kind().equals(kind))
                        .flatMap(names -> names.names(asking.house(), within == null ? "" : within).stream())
                        .toList();
    }

    /** The form that was refused and brought this page about, if one was. */
    public @Nullable Fields refused() {
        return (Fields) request.getAttribute(REFUSED);
    }

    /** The content of a page, made now and shown later: only then is it known what it does not say of a refused form. */
    public Content made(Content content) {
        StringOutput made = new StringOutput();
        content.writeTo(new OwaspHtmlTemplateOutput(made));
        return output -> output.writeContent(made.toString());
    }

    /** The hidden field that proves that a form is ours (S-R81). */
    public Content csrf() {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        if (token == null) {
            return output -> {};
        }
        return output -> output.writeContent("<input type=\"hidden\" name=\"" + token.getParameterName() + "\" value=\""
                + HtmlUtils.htmlEscape(token.getToken()) + "\">");
    }

    /** The hidden field by which a form sent twice is done once (S-R55). */
    public Content once() {
        String key = UUID.randomUUID().toString();
        return output -> output.writeContent("<input type=\"hidden\" name=\"_once\" value=\"" + key + "\">");
    }

    public Content icon(String name) {
        return icons.icon(name);
    }

    /** Path of a style sheet, script or picture, changing with its content so that browsers may keep it for ever. */
    public String asset(String path) {
        return path + "?v=" + assetVersion;
    }

    public Instant now() {
        return clock.instant();
    }

    public ZoneId zone() {
        return reader == null ? DEFAULT_ZONE : reader.zone();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), zone());
    }

    /** {@code 11月23日 周一}, with the year when it is not this one. */
    public String date(@Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        boolean thisYear = day.getYear() == today().getYear();
        return isChinese()
                ? format(day, thisYear ? "M月d日 EEE" : "yyyy年M月d日")
                : format(day, thisYear ? "EEE d MMM" : "d MMM yyyy");
    }

    /** {@code 11月23日 周一 18:20}. */
    public String dateTime(@Nullable Instant at) {
        return at == null ? "" : date(LocalDate.ofInstant(at, zone())) + " " + time(at);
    }

    /** {@code 18:20}, with the day before it when that is not today. */
    public String moment(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        LocalDate day = LocalDate.ofInstant(at, zone());
        return day.equals(today()) ? t("time.today") + " " + time(at) : dateTime(at);
    }

    public String time(Instant at) {
        return format(at.atZone(zone()), "HH:mm");
    }

    /** {@code 2026-11-23T18:20} in the dealership's zone, as date-time inputs want it. */
    public String inputDateTime(@Nullable Instant at) {
        return at == null ? "" : format(at.atZone(zone()), "yyyy-MM-dd'T'HH:mm");
    }

    /** A day in words when it is near: today, tomorrow, yesterday; else the date. */
    public String day(@Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        long distance = day.toEpochDay() - today().toEpochDay();
        return distance >= -1 && distance <= 1
                ? t(distance == 0 ? "time.today" : distance == 1 ? "time.tomorrow" : "time.yesterday")
                : date(day);
    }

    /** The time left until {@code due} in words, or how long it is over. */
    public String left(Instant due) {
        Duration left = Duration.between(now(), due);
        boolean over = left.isNegative();
        return t(over ? "time.over" : "time.left", span(left.abs()));
    }

    /** {@code 23 小时 30 分钟}: exact to the minute, where parts are added up. */
    public String exactly(Duration time) {
        String minutes = t("time.minutes", time.toMinutesPart());
        if (time.toHours() == 0) {
            return minutes;
        }
        String hours = t("time.hours", time.toHours());
        return time.toMinutesPart() == 0 ? hours : hours + " " + minutes;
    }

    private String span(Duration time) {
        if (time.toDays() >= 2) {
            return t("time.days", time.toDays());
        }
        if (time.toHours() >= 1) {
            return t("time.hours", time.toHours());
        }
        return t("time.minutes", Math.max(1, time.toMinutes()));
    }

    private String format(TemporalAccessor when, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(when);
    }
}
