package io.genjin.catalog.web;

import io.genjin.catalog.SkillCard;
import io.genjin.catalog.SkillCardDesk;
import io.genjin.catalog.SkillCardId;
import io.genjin.catalog.SkillCardKind;
import io.genjin.catalog.SkillCardText;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Skill cards for other systems. */
@RestController
@RequestMapping("/api/v1/skill-cards")
class SkillCardApi {

    /** A skill card as a system writes it; of a change the kind is not asked. */
    record SkillCardBody(
            @Nullable SkillCardKind kind,
            @Nullable String title,
            @Nullable String goal,
            @Nullable List<String> steps,
            @Nullable List<String> phrases,
            @Nullable List<String> pitfalls) {

        SkillCardDesk.Draft draft() {
            return new SkillCardDesk.Draft(
                    title,
                    goal,
                    Objects.requireNonNullElse(steps, List.of()),
                    Objects.requireNonNullElse(phrases, List.of()),
                    Objects.requireNonNullElse(pitfalls, List.of()));
        }
    }

    /** A skill card; the built-in one, which a dealership has until it writes its own, has neither identity nor edition. */
    record SkillCardView(
            @Nullable String id,
            SkillCardKind kind,
            boolean builtIn,
            String title,
            String goal,
            List<String> steps,
            List<String> phrases,
            List<String> pitfalls,
            @Nullable Edition edition) {}

    /** The cards asked for. */
    record SkillCardList(List<SkillCardView> items) {}

    private final SkillCardDesk desk;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;

    SkillCardApi(SkillCardDesk desk, StaffDirectory staff, Dealerships dealerships, Once once, Screens screens) {
        this.desk = desk;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
    }

    @GetMapping
    SkillCardList list(
            @RequestParam(required = false) @Nullable SkillCardKind kind,
            @RequestParam(defaultValue = "false") boolean retired,
            StaffMember me,
            HttpServletRequest request) {
        Locale language = screens.locale(request);
        List<SkillCard> own = desk.own(me.dealership());
        List<SkillCardView> items = new ArrayList<>();
        for (SkillCardKind one : kind == null ? Arrays.asList(SkillCardKind.values()) : List.of(kind)) {
            List<SkillCard> cards = own.stream()
                    .filter(card -> card.kind() == one && card.edition().retired() == retired)
                    .toList();
            cards.forEach(card -> items.add(view(card, me)));
            if (cards.isEmpty() && !retired) {
                items.add(view(null, one, desk.builtIn(one, language), null));
            }
        }
        return new SkillCardList(items);
    }

    @PostMapping
    @Answers(value = SkillCardView.class, status = 201)
    ResponseEntity<?> add(
            @RequestBody SkillCardBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, body, me.dealership(), me.id(), () -> {
            SkillCardView view = view(desk.add(body.kind(), body.draft(), me), me);
            return ResponseEntity.created(URI.create("/api/v1/skill-cards/" + view.id()))
                    .eTag(Objects.requireNonNull(view.edition()).tag())
                    .body(view);
        });
    }

    @GetMapping("/{id}")
    ResponseEntity<SkillCardView> read(@PathVariable SkillCardId id, StaffMember me) {
        return answer(desk.get(id, me.dealership()), me);
    }

    @PutMapping("/{id}")
    ResponseEntity<SkillCardView> change(
            @PathVariable SkillCardId id,
            @RequestBody SkillCardBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        return answer(desk.change(id, body.draft(), Edition.read(ifMatch), me), me);
    }

    @PostMapping("/{id}/retirement")
    ResponseEntity<SkillCardView> retire(@PathVariable SkillCardId id, StaffMember me) {
        return answer(desk.retire(id, true, me), me);
    }

    @PostMapping("/{id}/return")
    ResponseEntity<SkillCardView> bringBack(@PathVariable SkillCardId id, StaffMember me) {
        return answer(desk.retire(id, false, me), me);
    }

    private ResponseEntity<SkillCardView> answer(SkillCard card, StaffMember me) {
        SkillCardView view = view(card, me);
        return ResponseEntity.ok()
                .eTag(Objects.requireNonNull(view.edition()).tag())
                .body(view);
    }

    private SkillCardView view(SkillCard card, StaffMember me) {
        return view(card.id().toString(), card.kind(), card.text(), Edition.of(card.edition(), me, staff, dealerships));
    }

    private static SkillCardView view(
            @Nullable String id, SkillCardKind kind, SkillCardText text, @Nullable Edition edition) {
        return new SkillCardView(
                id,
                kind,
                id == null,
                text.title(),
                text.goal(),
                text.steps(),
                text.phrases(),
                text.pitfalls(),
                edition);
    }
}
