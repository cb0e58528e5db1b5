package io.genjin.shared.web;

import java.text.ParseException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.Formatter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Days in addresses and forms are written {@code 2026-03-02} and lie in years that a dealership can mean. */
@Configuration(proxyBeanMethods = false)
class DayFormat implements WebMvcConfigurer {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addFormatterForFieldType(LocalDate.class, new Formatter<LocalDate>() {

            @Override
            public LocalDate parse(String text, Locale locale) throws ParseException {
                try {
                    LocalDate day = LocalDate.parse(text);
                    if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                        throw new ParseException(text, 0);
                    }
                    return day;
                } catch (DateTimeException unreadable) {
                    throw new ParseException(text, 0);
                }
            }

            @Override
            public String print(LocalDate day, Locale locale) {
                return day.toString();
            }
        });
    }
}
