package io.genjin.review;

import io.genjin.improvement.ActionId;
import io.genjin.improvement.ActionList;
import io.genjin.improvement.ImprovementAction.Status;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole record of a review (会议纪要): its reports, its agenda as it stands, and what was written. Of an open review it is
 * composed whenever somebody reads; of an archived one it is what was stored then, word for word.
 *
 * @param actions the improvement actions that are not closed
 * @param agreed  the improvement actions that answer findings of this review
 * @param people  everybody who is named in it by id
 */
public record Minutes(
        ReviewWeek week,
        Instant heldAt,
        Person chair,
        List<Person> participants,
        FrozenReports reports,
        ListsOfTheWeek lists,
        List<ActionLine> actions,
        ActionList.InTime inTime,
        Talks talks,
        List<Weakness> weaknesses,
        List<Note> notes,
        List<Finding> findings,
        List<Agreed> agreed,
        List<Decision> decisions,
        List<Person> people) {

    /** An improvement action that was agreed on, as it stands. */
    public record Agreed(
            ActionId id, String measure, LocalDate deadline, Person responsible, Status status, boolean overdue) {}

    public @Nullable Note note(AgendaPoint point) {
        return notes.stream().filter(note -> note.point() == point).findFirst().orElse(null);
    }

    public @Nullable Agreed agreed(Finding finding) {
        return agreed.stream()
                .filter(one -> one.id().equals(finding.action()))
                .findFirst()
                .orElse(null);
    }

    /** The weakness that is proposed under a key, if the figures (still) show it. */
    public Optional<Weakness> weakness(String key) {
        return weaknesses.stream()
                .filter(weakness -> weakness.key().equals(key))
                .findFirst();
    }

    /** The finding that was made from a weakness, if one was. */
    public Optional<Finding> findingFrom(Weakness weakness) {
        return findings.stream()
                .filter(finding -> Objects.equals(finding.proposal(), weakness.key()))
                .findFirst();
    }

    public String name(StaffId id) {
        return person(id).map(Person::name).orElse("");
    }

    public String username(StaffId id) {
        return person(id).map(Person::username).orElse("");
    }

    private Optional<Person> person(StaffId id) {
        return people.stream().filter(person -> person.is(id)).findFirst();
    }
}
