package io.genjin.toolbox;

import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectStatus;
import io.genjin.prospect.Source;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import io.genjin.toolbox.SheetFact.What;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;

/** Cards and facts as the examples of this module use them; the dealership is in Shanghai. */
final class ToolBoxExamples {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final StaffId LI = new StaffId(UUID.fromString("00000000-0000-7000-8000-00000000000a"));
    static final StaffId WANG = new StaffId(UUID.fromString("00000000-0000-7000-8000-00000000000b"));
    static final ProspectId ZHANG = ProspectId.of("00000000-0000-7000-8000-000000000001");

    private static long number = 1000;

    private ToolBoxExamples() {}

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(SHANGHAI).toInstant().minusSeconds(1);
    }

    /** A card promised for a day, owed until its end. */
    static FiledCard card(Grade grade, LocalDate nextDate) {
        return card(grade, nextDate, endOf(nextDate), Source.WALK_IN);
    }

    static FiledCard card(Grade grade, LocalDate nextDate, Instant dueAt, Source source) {
        return card(ProspectStatus.FOLLOWING, grade, nextDate, dueAt, source);
    }

    /** The card of a dormant customer who is taken up again on a day. */
    static FiledCard resting(LocalDate wakeUp) {
        return card(ProspectStatus.DORMANT, Grade.C, wakeUp, endOf(wakeUp), Source.WALK_IN);
    }

    private static FiledCard card(
            ProspectStatus status, Grade grade, LocalDate nextDate, Instant dueAt, Source source) {
        return new FiledCard(
                ProspectId.next(),
                ++number,
                "张伟",
                grade,
                status,
                source,
                "朗逸",
                LI,
                nextDate,
                NextStepReason.ROUTINE,
                dueAt,
                nextDate,
                null,
                0);
    }

    /** A fact written down at the moment it happened. */
    static SheetFact fact(What what, String at, StaffId owner, Grade grade, String nextDate) {
        return fact(what, at(at), owner, grade, nextDate == null ? null : LocalDate.parse(nextDate));
    }

    static SheetFact fact(What what, Instant at, StaffId owner, Grade grade, LocalDate nextDate) {
        return new SheetFact(what, at, at, owner, grade, Source.WALK_IN, null, nextDate, null, false);
    }

    /** A contact that reached the customer. */
    static SheetFact contact(String at, StaffId owner, Grade before, Grade after, String nextDate) {
        return new SheetFact(
                What.CONTACTED,
                at(at),
                at(at),
                owner,
                before,
                Source.WALK_IN,
                null,
                LocalDate.parse(nextDate),
                after,
                true);
    }
}
