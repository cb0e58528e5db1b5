package io.genjin.duplicate;

import io.genjin.prospect.Prospect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What undoing a merge gives back to the case that goes on: each value that the merge replaced and that nobody changed since. A
 * value changed since is somebody's newer word, and a person says whether it stays. The promise is asked about never: one made
 * since the merge is newer and stays. Pure.
 */
public record Undoing(Kept kept, Kept.Standing now) {

    static final String OWNER = "owner";
    static final String GRADE = "grade";
    static final String IMPORTANT = "importantCustomer";

    /** A value that the merge replaced: as it was, as the merge left it, and as it is. */
    public record Replaced(
            String field,
            @Nullable Object before,
            @Nullable Object merged,
            @Nullable Object now) {

        /** Somebody changed it since the merge to something else again. */
        public boolean isDisputed() {
            return !CardFields.same(now, merged) && !CardFields.same(now, before);
        }

        boolean isGivenBack(Set<String> givenBack) {
            return CardFields.same(now, merged) || givenBack.contains(field);
        }
    }

    static Undoing of(Kept kept, Prospect survivor) {
        return new Undoing(kept, Kept.Standing.of(survivor));
    }

    List<Replaced> replaced() {
        List<Replaced> all = new ArrayList<>();
        for (String field : CardFields.names()) {
            add(
                    field,
                    CardFields.value(kept.before().card(), field),
                    CardFields.value(kept.after().card(), field),
                    CardFields.value(now.card(), field),
                    all);
        }
        add(IMPORTANT, kept.before().important(), kept.after().important(), now.important(), all);
        add(OWNER, kept.before().owner(), kept.after().owner(), now.owner(), all);
        add(GRADE, kept.before().grade(), kept.after().grade(), now.grade(), all);
        return all;
    }

    private static void add(
            String field, @Nullable Object before, @Nullable Object merged, @Nullable Object now, List<Replaced> all) {
        if (!CardFields.same(before, merged)) {
            all.add(new Replaced(field, before, merged, now));
        }
    }

    /** The disputed fields about which nobody has decided. */
    List<String> undecided(UndoWish wish) {
        return replaced().stream()
                .filter(Replaced::isDisputed)
                .map(Replaced::field)
                .filter(field ->
                        !wish.givenBack().contains(field) && !wish.kept().contains(field))
                .toList();
    }

    /** The fields of the card that get their former value, with it. */
    Map<String, @Nullable Object> cardValues(UndoWish wish) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        List<String> names = CardFields.names();
        replaced().stream()
                .filter(one -> names.contains(one.field()) && one.isGivenBack(wish.givenBack()))
                .forEach(one -> values.put(one.field(), one.before()));
        return values;
    }

    boolean givesBack(String field, UndoWish wish) {
        return replaced().stream().anyMatch(one -> one.field().equals(field) && one.isGivenBack(wish.givenBack()));
    }

    /** The promise is still the merge's own. */
    boolean promiseUntouched() {
        return now.next().equals(kept.after().next()) && !kept.before().next().equals(now.next());
    }
}
