package io.genjin.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.dealership.Frequency;
import io.genjin.dealership.OpenTime;
import io.genjin.journal.JournalEntry;
import io.genjin.ownership.CaseEvidence.Because;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CaseEvidenceTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final UUID WANG = new UUID(0, 1);
    private static final UUID LI = new UUID(0, 2);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static JournalEntry entry(
            UUID id, String kind, String at, @Nullable UUID actor, UUID owner, @Nullable UUID corrects) {
        return new JournalEntry(
                id,
                new UUID(9, 9),
                kind,
                at(at),
                at(at),
                actor,
                owner,
                "B",
                "WALK_IN",
                corrects,
                Map.of("way", "PHONE", "outcome", "REACHED", "content", "谈了预算"));
    }

    private static JournalEntry entry(String kind, String at, @Nullable UUID actor, UUID owner) {
        return entry(UUID.randomUUID(), kind, at, actor, owner, null);
    }

    @Test
    @DisplayName(
            "each side's extract has its own openings, signatures, contacts, courtesies, and the misses in its charge")
    void extracts() {
        UUID withdrawn = UUID.randomUUID();
        List<JournalEntry> entries = List.of(
                entry("PROSPECT_OPENED", "2026-03-02T09:00", WANG, WANG),
                entry("CARD_SIGNED", "2026-03-02T17:00", new UUID(0, 3), WANG),
                entry("FOLLOW_UP_RECORDED", "2026-03-03T10:00", WANG, WANG),
                entry("FOLLOW_UP_RECORDED", "2026-03-04T10:00", LI, WANG),
                entry("RHYTHM_MISSED", "2026-03-07T23:59:59", null, WANG),
                entry(withdrawn, "RHYTHM_MISSED", "2026-03-11T23:59:59", null, WANG, null),
                entry(UUID.randomUUID(), "MISS_WITHDRAWN", "2026-03-11T23:59:59", null, WANG, withdrawn),
                entry("COURTESY_RECEPTION", "2026-03-12T11:00", LI, WANG));
        Extract wang = Extract.of(WANG, entries);
        Extract li = Extract.of(LI, entries);
        assertThat(wang.openedAt()).isEqualTo(at("2026-03-02T09:00"));
        assertThat(wang.cardSignedAt()).isEqualTo(at("2026-03-02T17:00"));
        assertThat(wang.contactCount()).isEqualTo(1);
        assertThat(wang.misses()).isEqualTo(1);
        assertThat(wang.courtesies()).isZero();
        assertThat(li.openedAt()).isNull();
        assertThat(li.cardSignedAt()).isNull();
        assertThat(li.contactCount()).isEqualTo(1);
        assertThat(li.misses()).isZero();
        assertThat(li.courtesyAt()).isEqualTo(at("2026-03-12T11:00"));
        assertThat(wang.toString()).doesNotContain("预算");
    }

    private static Extract side(UUID who, @Nullable String signedAt) {
        return new Extract(who, null, signedAt == null ? null : at(signedAt), List.of(), 0, 0, null, 0);
    }

    private static CaseEvidence evidence(@Nullable String wangSigned, @Nullable String liSigned, boolean graceOver) {
        return new CaseEvidence(
                at("2026-03-12T11:00"),
                side(WANG, wangSigned),
                side(LI, liSigned),
                "B",
                at("2026-03-06T23:59:59"),
                6,
                LocalDate.of(2026, 3, 14),
                graceOver);
    }

    @Test
    @DisplayName(
            "5 (b): the older signed card owns, unless its owner neglects beyond the grace; without any, who came first")
    void suggestion() {
        assertThat(evidence("2026-03-02T17:00", null, false).suggestion())
                .isEqualTo(new CaseEvidence.Suggestion(WANG, Because.OLDER_CARD));
        assertThat(evidence("2026-03-02T17:00", "2026-03-03T17:00", false)
                        .suggestion()
                        .who())
                .isEqualTo(WANG);
        assertThat(evidence("2026-03-04T17:00", "2026-03-03T17:00", false).suggestion())
                .isEqualTo(new CaseEvidence.Suggestion(LI, Because.OLDER_CARD));
        assertThat(evidence(null, null, false).suggestion())
                .isEqualTo(new CaseEvidence.Suggestion(WANG, Because.CAME_FIRST));
        assertThat(evidence("2026-03-02T17:00", null, true).suggestion())
                .isEqualTo(new CaseEvidence.Suggestion(LI, Because.NEGLECTED));
    }

    @Test
    @DisplayName(
            "grace of two intervals: B due on the 6th is in grace until the 14th; closed days that pause are no days of it")
    void grace() {
        Instant due = at("2026-03-06T23:59:59");
        OpenTime always = new OpenTime(List.of(), SHANGHAI);
        assertThat(Grace.until(due, new Frequency(1, 4), 2, always, SHANGHAI)).isEqualTo(LocalDate.of(2026, 3, 14));
        OpenTime closedOnThe10th = new OpenTime(List.of(LocalDate.of(2026, 3, 10)), SHANGHAI);
        assertThat(Grace.until(due, new Frequency(1, 4), 2, closedOnThe10th, SHANGHAI))
                .isEqualTo(LocalDate.of(2026, 3, 15));
    }

    @Test
    @DisplayName(
            "two working days after a Friday end on Sunday, for showrooms sell at week-ends; closed days are left out")
    void workingDays() {
        LocalDate friday = LocalDate.of(2026, 3, 6);
        assertThat(WorkingDays.after(friday, 2, day -> false)).isEqualTo(LocalDate.of(2026, 3, 8));
        Set<LocalDate> closed = Set.of(LocalDate.of(2026, 3, 7), LocalDate.of(2026, 3, 8));
        assertThat(WorkingDays.after(friday, 2, closed::contains)).isEqualTo(LocalDate.of(2026, 3, 10));
    }

    @Test
    @DisplayName("a split is none, or whole per cent that sum to 100")
    void splits() {
        assertThat(Verdict.isWhole(null, null)).isTrue();
        assertThat(Verdict.isWhole(60, 40)).isTrue();
        assertThat(Verdict.isWhole(0, 100)).isTrue();
        assertThat(Verdict.isWhole(60, 41)).isFalse();
        assertThat(Verdict.isWhole(60, null)).isFalse();
        assertThat(Verdict.isWhole(-1, 101)).isFalse();
    }
}
