package io.genjin.consent.web;

import io.genjin.consent.Consent;
import io.genjin.consent.ConsentDesk;
import io.genjin.consent.ConsentFile;
import io.genjin.consent.ConsentGate;
import io.genjin.consent.ConsentId;
import io.genjin.consent.DataField;
import io.genjin.consent.Disclosure;
import io.genjin.consent.DisclosureDesk;
import io.genjin.consent.Partner;
import io.genjin.consent.PartnerDesk;
import io.genjin.consent.PartnerId;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.Page;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Problems;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Partners, consents and hand-overs for other systems; the same gate as on the pages. */
@RestController
@RequestMapping("/api/v1")
class ConsentApi {

    private final PartnerDesk partners;
    private final ConsentDesk consents;
    private final DisclosureDesk disclosures;
    private final ConsentFile file;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Problems problems;

    ConsentApi(
            PartnerDesk partners,
            ConsentDesk consents,
            DisclosureDesk disclosures,
            ConsentFile file,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Problems problems) {
        this.partners = partners;
        this.consents = consents;
        this.disclosures = disclosures;
        this.file = file;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.problems = problems;
    }

    /** A person by sign-in name and name. */
    record Person(String username, String name) {}

    /** A partner to whom data may be handed; a retired one gets nothing any more. */
    record PartnerView(String id, String name, Partner.Type type, boolean active) {}

    /** A partner to be added. */
    record PartnerBody(@Nullable String name, Partner.@Nullable Type type) {}

    /**
     * What the customer said.
     *
     * @param partner the partner's id
     * @param given   yes or no
     * @param at      when it was said; nothing means now
     */
    record ConsentBody(
            @Nullable String partner,
            @Nullable String purpose,
            @Nullable Set<DataField> fields,
            @Nullable Boolean given,
            Consent.@Nullable Channel channel,
            @Nullable OffsetDateTime at,
            @Nullable String evidence,
            @Nullable LocalDate validUntil) {

        ConsentDesk.Said said() {
            return new ConsentDesk.Said(
                    partner,
                    purpose,
                    fields == null ? Set.of() : fields,
                    given,
                    channel,
                    at == null ? null : at.toInstant(),
                    evidence,
                    validUntil);
        }
    }

    /**
     * A statement of the customer.
     *
     * @param counts whether it is the last word about this partner
     */
    record ConsentView(
            String id,
            String partnerId,
            String partner,
            String purpose,
            Set<DataField> fields,
            Consent.State state,
            boolean counts,
            Consent.Channel channel,
            OffsetDateTime at,
            @Nullable String evidence,
            @Nullable LocalDate validUntil,
            @Nullable OffsetDateTime withdrawnAt,
            Person recordedBy) {}

    /** To whom, for what and which fields; all go or none. */
    record DisclosureBody(
            @Nullable String partner,
            @Nullable String purpose,
            @Nullable Set<DataField> fields) {}

    /**
     * A hand-over, or an attempt that was stopped.
     *
     * @param why    what stopped it
     * @param values what was handed over, only in the first answer to the call that did it; they are kept nowhere
     */
    record DisclosureView(
            String id,
            String partnerId,
            String partner,
            String purpose,
            Set<DataField> fields,
            @Nullable String consentId,
            ConsentGate.@Nullable Why why,
            Person by,
            OffsetDateTime at,
            @Nullable Map<DataField, String> values) {

        DisclosureView with(Map<DataField, String> handedOver) {
            return new DisclosureView(id, partnerId, partner, purpose, fields, consentId, why, by, at, handedOver);
        }
    }

    @GetMapping("/partners")
    Page<PartnerView> partners(StaffMember me) {
        return new Page<>(partners.all(me).stream().map(ConsentApi::view).toList(), null);
    }

    @PostMapping("/partners")
    @Answers(value = PartnerView.class, status = 201)
    ResponseEntity<?> add(
            @RequestBody PartnerBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(
                key, body, me.dealership(), me.id(), () -> ResponseEntity.created(URI.create("/api/v1/partners"))
                        .body(view(partners.add(body.name(), body.type(), me))));
    }

    @PostMapping("/partners/{id}/retirement")
    PartnerView retire(@PathVariable PartnerId id, StaffMember me) {
        return view(partners.retire(id, me));
    }

    @GetMapping("/prospects/{id}/consents")
    Page<ConsentView> consents(@PathVariable ProspectId id, StaffMember me) {
        ConsentFile.Opened opened = file.open(id, me);
        return new Page<>(
                opened.statements().stream().map(one -> view(one, opened, me)).toList(), null);
    }

    @PostMapping("/prospects/{id}/consents")
    @Answers(value = ConsentView.class, status = 201)
    ResponseEntity<?> record(
            @PathVariable ProspectId id,
            @RequestBody ConsentBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new ConsentPages.Asked(id, body), me.dealership(), me.id(), () -> {
            Consent consent = consents.record(id, body.said(), me);
            return ResponseEntity.created(URI.create("/api/v1/prospects/" + id + "/consents"))
                    .body(view(consent, file.open(id, me), me));
        });
    }

    @PostMapping("/prospects/{id}/consents/{consent}/withdrawal")
    ConsentView withdraw(@PathVariable ProspectId id, @PathVariable ConsentId consent, StaffMember me) {
        return view(consents.withdraw(id, consent, me), file.open(id, me), me);
    }

    @GetMapping("/prospects/{id}/disclosures")
    Page<DisclosureView> disclosures(@PathVariable ProspectId id, StaffMember me) {
        ConsentFile.Opened opened = file.open(id, me);
        return new Page<>(
                opened.disclosures().stream().map(one -> view(one, opened, me)).toList(), null);
    }

    /** The stored answer of the key names the fields only; the values stand in the first answer and nowhere else. */
    @PostMapping("/prospects/{id}/disclosures")
    @Answers(value = DisclosureView.class, status = 201)
    ResponseEntity<?> disclose(
            @PathVariable ProspectId id,
            @RequestBody DisclosureBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me,
            HttpServletRequest request) {
        AtomicReference<@Nullable DisclosureView> fresh = new AtomicReference<>();
        ResponseEntity<?> answer = once.answer(key, new ConsentPages.Asked(id, body), me.dealership(), me.id(), () -> {
            Set<DataField> fields = body.fields() == null ? Set.of() : body.fields();
            DisclosureDesk.Answer came = disclosures.disclose(id, body.partner(), body.purpose(), fields, me);
            if (came instanceof DisclosureDesk.Withheld withheld) {
                return problems.problem(withheld.refusal(), request);
            }
            DisclosureDesk.Released released = (DisclosureDesk.Released) came;
            DisclosureView view = view(released.disclosure(), file.open(id, me), me);
            fresh.set(view.with(released.values()));
            return ResponseEntity.created(URI.create("/api/v1/prospects/" + id + "/disclosures"))
                    .body(view);
        });
        DisclosureView handedOver = fresh.get();
        return handedOver == null
                ? answer
                : ResponseEntity.status(answer.getStatusCode())
                        .location(Objects.requireNonNull(answer.getHeaders().getLocation()))
                        .cacheControl(CacheControl.noStore())
                        .body(handedOver);
    }

    private static PartnerView view(Partner partner) {
        return new PartnerView(partner.id().toString(), partner.name(), partner.type(), partner.isActive());
    }

    private ConsentView view(Consent one, ConsentFile.Opened opened, StaffMember me) {
        return new ConsentView(
                one.id().toString(),
                one.partner().toString(),
                name(one.partner(), opened),
                one.purpose(),
                sorted(one.scope()),
                one.state(opened.today()),
                !opened.isReplaced(one),
                one.channel(),
                local(one.saidAt(), me),
                one.evidence(),
                one.validUntil(),
                one.withdrawnAt() == null ? null : local(one.withdrawnAt(), me),
                person(one.recordedBy(), me));
    }

    private DisclosureView view(Disclosure one, ConsentFile.Opened opened, StaffMember me) {
        return new DisclosureView(
                one.id().toString(),
                one.partner().toString(),
                name(one.partner(), opened),
                one.purpose(),
                sorted(one.fields()),
                one.consent() == null ? null : one.consent().toString(),
                one.why(),
                person(one.by(), me),
                local(one.at(), me),
                null);
    }

    private static Set<DataField> sorted(Set<DataField> fields) {
        return fields.isEmpty() ? Set.of() : new LinkedHashSet<>(EnumSet.copyOf(fields));
    }

    private static String name(PartnerId id, ConsentFile.Opened opened) {
        return Objects.requireNonNull(opened.partners().get(id)).name();
    }

    private OffsetDateTime local(Instant at, StaffMember me) {
        return at.atZone(dealerships.get(me.dealership()).zone()).toOffsetDateTime();
    }

    private Person person(StaffId id, StaffMember me) {
        StaffMember member = staff.get(me.dealership(), id);
        return new Person(member.username(), member.name());
    }
}
