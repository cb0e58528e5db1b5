package io.genjin.prospect.web;

import io.genjin.prospect.Prospect;
import io.genjin.prospect.SuggestsNextDate;
import java.time.LocalDate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The day that is proposed for the next contact: by the rhythm when followup is there, else the latest day allowed. */
@Component
class NextDates {

    private final ObjectProvider<SuggestsNextDate> rhythm;

    NextDates(ObjectProvider<SuggestsNextDate> rhythm) {
        this.rhythm = rhythm;
    }

    LocalDate suggested(Prospect prospect, LocalDate today) {
        SuggestsNextDate suggests = rhythm.getIfAvailable();
        if (suggests != null) {
            return suggests.suggest(prospect, today);
        }
        LocalDate latest = prospect.deadline().latest();
        return latest.isBefore(today) ? today : latest;
    }
}
