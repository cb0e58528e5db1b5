package io.genjin.prospect.web;

import io.genjin.prospect.Prospect;
import io.genjin.prospect.SuggestsNextDate;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The day that is proposed for the next contact: by the rhythm when followup is there, else the latest day allowed. */
@Component
class NextDates {

    private final Supplier<@Nullable SuggestsNextDate> rhythm;

    NextDates(ObjectProvider<SuggestsNextDate> rhythm) {
        this.rhythm = SingletonSupplier.ofNullable(rhythm::getIfAvailable);
    }

    LocalDate suggested(Prospect prospect, LocalDate today) {
        SuggestsNextDate suggests = rhythm.get();
        if (suggests != null) {
            return suggests.suggest(prospect, today);
        }
        LocalDate latest = prospect.deadline().latest();
        return latest.isBefore(today) ? today : latest;
    }
}
