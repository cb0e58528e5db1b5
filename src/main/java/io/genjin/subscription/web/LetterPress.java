package io.genjin.subscription.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.genjin.dealership.Dealership;
import io.genjin.shared.web.Texts;
import io.genjin.subscription.Digest;
import io.genjin.subscription.Letter;
import io.genjin.subscription.MailSettings;
import io.genjin.subscription.SetsLetters;
import io.genjin.subscription.Subscription;
import io.genjin.subscription.Subscription.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sets letters in the reader's language, as a page and as plain text. */
@Component
class LetterPress implements SetsLetters {

    private static final String HOUSE = "@genjin";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, LetterPress.class.getClassLoader(), "io.genjin.templates");
    private final MessageSource messages;
    private final MailSettings mail;

    LetterPress(MessageSource messages, MailSettings mail) {
        this.messages = messages;
        this.mail = mail;
    }

    @Override
    public Letter letter(Subscription subscription, Digest digest, Instant due, Dealership dealership) {
        Locale locale = locale(subscription.language());
        String page = messages.getMessage("subscribable." + subscription.page(), null, locale);
        String days = digest.from().equals(digest.until())
                ? day(digest.from(), locale)
                : day(digest.from(), locale) + " – " + day(digest.until(), locale);
        String title = messages.getMessage("letter.title", new Object[] {page, days}, locale);
        String lead = messages.getMessage("letter.lead", new Object[] {dealership.name(), days}, locale);
        return letter(
                subscription.id() + "." + due.getEpochSecond() + HOUSE,
                title,
                new LetterPage(
                        locale,
                        messages,
                        title,
                        lead,
                        digest,
                        mail.link(digest.path()),
                        mail.link("/subscriptions/" + subscription.id() + "/stop")),
                dealership);
    }

    @Override
    public Letter trial(Language language, Dealership dealership, Instant at) {
        Locale locale = locale(language);
        String title = messages.getMessage("letter.trial", null, locale);
        String lead = messages.getMessage("letter.trial.lead", new Object[] {dealership.name()}, locale);
        return letter(
                "trial." + dealership.id().value() + "." + at.toEpochMilli() + HOUSE,
                title,
                new LetterPage(locale, messages, title, lead, null, mail.link("/"), ""),
                dealership);
    }

    private Letter letter(String id, String title, LetterPage page, Dealership dealership) {
        StringOutput html = new StringOutput();
        templates.render("subscription/letter.jte", Map.of("page", page), html);
        String subject = (title + " · " + dealership.name()).replaceAll("\\p{Cntrl}", " ");
        return new Letter(id, subject, page.text(), html.toString(), page.stop());
    }

    private static Locale locale(Language language) {
        return language == Language.EN ? Texts.ENGLISH : Texts.CHINESE;
    }

    private static String day(LocalDate day, Locale locale) {
        String pattern = locale.equals(Texts.CHINESE) ? "yyyy年M月d日 EEE" : "EEE d MMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }
}
