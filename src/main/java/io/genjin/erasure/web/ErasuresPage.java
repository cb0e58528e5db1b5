package io.genjin.erasure.web;

import io.genjin.erasure.Erasure;
import io.genjin.prospect.web.People;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every wish that a customer be erased, newest first; none of them says who the customer was. */
public record ErasuresPage(List<Erasure> items, @Nullable String next, People people, LocalDate today) {

    public static String tone(Erasure one, LocalDate today) {
        return switch (one.status()) {
            case DONE -> "g-state-good";
            case DECLINED -> "";
            case ASKED, CONFIRMED -> one.isLate(today) ? "g-state-bad" : "g-state-warn";
        };
    }
}
