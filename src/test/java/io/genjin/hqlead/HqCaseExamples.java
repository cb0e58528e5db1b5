package io.genjin.hqlead;

import io.genjin.journal.JournalEntry;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A lead from HQ of Monday, 2 March 2026, 10:00, told by journal entries as the desks write them. */
final class HqCaseExamples {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final StaffId WU = new StaffId(TypedId.newValue());
    static final StaffId LI = new StaffId(TypedId.newValue());
    static final StaffId WANG = new StaffId(TypedId.newValue());

    private final UUID prospect = TypedId.newValue();
    private final List<JournalEntry> entries = new ArrayList<>();
    private StaffId owner = WU;

    private HqCaseExamples() {}

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    static HqCaseExamples received() {
        HqCaseExamples lead = new HqCaseExamples();
        return lead.fact("LEAD_RECEIVED", "2026-03-02T10:00:00", Map.of("cardNo", "1001", "externalId", "HQ-7"));
    }

    HqCaseExamples given(StaffId to, String at) {
        owner = to;
        return fact("LEAD_ALLOCATED", at, Map.of("to", to.value().toString()));
    }

    HqCaseExamples takenBack(String at) {
        owner = WU;
        return fact("LEAD_TAKEN_BACK", at, Map.of("reason", "外出"));
    }

    HqCaseExamples contact(String at, boolean byConsultant) {
        return fact("FOLLOW_UP_RECORDED", at, Map.of("way", "PHONE", "outcome", "REACHED", "qualifies", byConsultant));
    }

    HqCaseExamples fact(String kind, String at, Map<String, Object> details) {
        return fact(kind, at, at, details);
    }

    HqCaseExamples fact(String kind, String happened, String recorded, Map<String, Object> details) {
        entries.add(new JournalEntry(
                TypedId.newValue(),
                prospect,
                kind,
                at(happened),
                at(recorded),
                null,
                owner.value(),
                "N",
                "HQ_ALLOCATED",
                null,
                new HashMap<>(details)));
        return this;
    }

    /** What was known when nothing later than the given facts was written. */
    HqCase read() {
        return readAll().get(0);
    }

    List<HqCase> readAll() {
        return HqFold.read(entries);
    }

    String prospect() {
        return prospect.toString();
    }
}
