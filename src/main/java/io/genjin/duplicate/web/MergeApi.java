package io.genjin.duplicate.web;

import io.genjin.dealership.Dealerships;
import io.genjin.duplicate.Choice;
import io.genjin.duplicate.Merge;
import io.genjin.duplicate.MergeDesk;
import io.genjin.duplicate.MergeId;
import io.genjin.duplicate.MergeWish;
import io.genjin.duplicate.UndoWish;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.VersionMissing;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffMember;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Merges for other systems: two cases become one, and two again. */
@RestController
@RequestMapping("/api/v1")
class MergeApi {

    private static final Pattern TWO_VERSIONS =
            Pattern.compile("\\s*(?:W/)?\"(\\d{1,9})\"\\s*,\\s*(?:W/)?\"(\\d{1,9})\"\\s*");

    private final MergeDesk desk;
    private final ProspectDesk prospects;
    private final Dealerships dealerships;
    private final Once once;

    MergeApi(MergeDesk desk, ProspectDesk prospects, Dealerships dealerships, Once once) {
        this.desk = desk;
        this.prospects = prospects;
        this.dealerships = dealerships;
        this.once = once;
    }

    /**
     * Which case is merged into the one of the address, and what is chosen where the rule is not followed.
     *
     * @param fields for fields of the card which value is kept; for those not named the rule decides
     */
    record MergeBody(
            @Nullable String absorb,
            @Nullable Map<String, Choice> fields,
            @Nullable String owner,
            @Nullable Grade grade,
            @Nullable String gradeReason,
            @Nullable LocalDate nextDate,
            @Nullable NextStepReason nextReason,
            @Nullable Boolean importantCustomer) {

        MergeWish wish(ProspectId survivor, int survivorVersion, int absorbedVersion) {
            if (absorb == null || absorb.isBlank()) {
                throw new FieldsRefused(Field.of("absorb", "field.required"));
            }
            return new MergeWish(
                    survivor,
                    ProspectId.of(absorb),
                    survivorVersion,
                    absorbedVersion,
                    Objects.requireNonNullElse(fields, Map.of()),
                    owner,
                    grade,
                    gradeReason,
                    nextDate,
                    nextReason,
                    importantCustomer);
        }
    }

    /** What was asked of which case at which versions, by which a repeated key is recognised. */
    record Asked(ProspectId survivor, String versions, MergeBody body) {}

    /** {@code If-Match} names both versions: the survivor's, then the absorbed case's. */
    @PostMapping("/prospects/{id}/merges")
    @Answers(value = MergeView.class, status = 201)
    ResponseEntity<?> merge(
            @PathVariable ProspectId id,
            @RequestBody MergeBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        Matcher versions = TWO_VERSIONS.matcher(ifMatch == null ? "" : ifMatch);
        if (!versions.matches()) {
            throw new VersionMissing();
        }
        MergeWish wish = body.wish(id, Integer.parseInt(versions.group(1)), Integer.parseInt(versions.group(2)));
        Asked asked = new Asked(id, versions.group(1) + "," + versions.group(2), body);
        return once.answer(key, asked, me.dealership(), me.id(), () -> {
            Merge merge = desk.merge(wish, me);
            int version = prospects.get(me.dealership(), id).version();
            return ResponseEntity.created(URI.create("/api/v1/merges/" + merge.id()))
                    .eTag("\"" + version + "\"")
                    .body(MergeView.of(merge, zone(me)));
        });
    }

    @GetMapping("/prospects/{id}/merges")
    List<MergeView> merges(@PathVariable ProspectId id, StaffMember me) {
        ZoneId zone = zone(me);
        return desk.of(id, me).stream().map(merge -> MergeView.of(merge, zone)).toList();
    }

    @GetMapping("/merges/{id}")
    MergeView read(@PathVariable MergeId id, StaffMember me) {
        return MergeView.of(desk.open(id, me).merge(), zone(me));
    }

    /**
     * Undoes a merge. Values that somebody changed since are named with 409; sent again, {@code keep} says which of them stay as
     * they are and {@code restore} which go back.
     */
    @DeleteMapping("/merges/{id}")
    @Answers(value = MergeView.class, status = 200)
    ResponseEntity<?> undo(
            @PathVariable MergeId id,
            @RequestParam(required = false) @Nullable Set<String> keep,
            @RequestParam(required = false) @Nullable Set<String> restore,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        Set<String> kept = Objects.requireNonNullElse(keep, Set.of());
        Set<String> givenBack = Objects.requireNonNullElse(restore, Set.of());
        Undone asked = new Undone(
                id, kept.stream().sorted().toList(), givenBack.stream().sorted().toList());
        return once.answer(
                key,
                asked,
                me.dealership(),
                me.id(),
                () -> ResponseEntity.ok(MergeView.of(desk.undo(id, new UndoWish(kept, givenBack), me), zone(me))));
    }

    /** Which merge was asked to be undone and how, by which a repeated key is recognised. */
    record Undone(MergeId merge, List<String> keep, List<String> restore) {}

    private ZoneId zone(StaffMember me) {
        return dealerships.get(me.dealership()).zone();
    }
}
