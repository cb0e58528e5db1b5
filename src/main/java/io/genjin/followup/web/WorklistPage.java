package io.genjin.followup.web;

import io.genjin.followup.Worklist;
import io.genjin.prospect.web.People;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The morning list of a day.
 *
 * @param consultant sign-in name of the one consultant asked for; empty for all
 * @param only       the part of the list that is shown; nothing for all of it
 * @param items      those shown
 * @param team       consultants to choose among; empty when the reader sees only their own
 */
public record WorklistPage(
        LocalDate day,
        String consultant,
        @Nullable Part only,
        List<Worklist.Item> items,
        List<StaffMember> team,
        People people) {

    /** A part of the list: what the morning board counts in a column of its own. */
    public enum Part {
        OVERDUE,
        CALLBACK,
        H,
        A,
        B,
        C,
        N;

        /** A call-back is one whenever it is due; of the others what is overdue stands apart from what its grade owes today. */
        boolean has(Worklist.Item item) {
            boolean callback = item.kind() == Worklist.ItemKind.CALLBACK;
            return switch (this) {
                case CALLBACK -> callback;
                case OVERDUE -> !callback && item.overdue();
                default -> !callback && !item.overdue() && item.grade().name().equals(name());
            };
        }
    }

    /** The whole list of the day. */
    public String wholePath() {
        return path("");
    }

    /** The same list consultant by consultant, in the order of who has most to do overdue. */
    public Map<StaffId, List<Worklist.Item>> byOwner() {
        return items.stream()
                .collect(Collectors.groupingBy(Worklist.Item::owner, LinkedHashMap::new, Collectors.toList()));
    }

    public long overdue() {
        return items.stream().filter(Worklist.Item::overdue).count();
    }

    /** Path of the same day's list of one consultant alone. */
    public String pathOf(StaffId owner) {
        return UriComponentsBuilder.fromPath("/worklist")
                .queryParam("date", day)
                .queryParam("consultant", usernameOf(owner))
                .encode()
                .build()
                .toUriString();
    }

    private String usernameOf(StaffId owner) {
        return team.stream()
                .filter(member -> member.id().equals(owner))
                .map(StaffMember::username)
                .findFirst()
                .orElse("");
    }

    /** Path of the same list in another form: {@code /worklist/print}. */
    public String path(String form) {
        UriComponentsBuilder path =
                UriComponentsBuilder.fromPath("/worklist" + form).queryParam("date", day);
        return consultant.isEmpty()
                ? path.build().toUriString()
                : path.queryParam("consultant", consultant).encode().build().toUriString();
    }
}
