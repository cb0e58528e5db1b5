package io.genjin.coselling;

import io.genjin.consent.DataField;
import io.genjin.consent.DisclosureDesk;
import io.genjin.coselling.Introduction.Direction;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PhoneNumber;
import io.genjin.shared.Refusal;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who introduced whom, and refuses circles and people who introduce themselves. */
@Service
@Transactional
public class IntroductionDesk {

    private static final String INTRODUCE = "coselling.introduce";

    private final CoSellers coSellers;
    private final Introductions introductions;
    private final ProspectDesk prospects;
    private final CardFile file;
    private final DisclosureDesk disclosures;
    private final FamilyTree tree;
    private final Clock clock;

    IntroductionDesk(
            CoSellers coSellers,
            Introductions introductions,
            ProspectDesk prospects,
            CardFile file,
            DisclosureDesk disclosures,
            FamilyTree tree,
            Clock clock) {
        this.coSellers = coSellers;
        this.introductions = introductions;
        this.prospects = prospects;
        this.file = file;
        this.disclosures = disclosures;
        this.tree = tree;
        this.clock = clock;
    }

    /** Our customer was handed to a partner, with what of the card; or the consent's gate stopped it and says why. */
    public record HandOver(
            @Nullable Introduction introduction,
            Map<DataField, String> values,
            @Nullable Refusal refusal) {

        @Override
        public String toString() {
            return "HandOver[" + introduction + "]";
        }
    }

    /**
     * A partner introduced this customer to us.
     *
     * @throws IntroducesThemselves  when both have one number
     * @throws CircleOfIntroductions when the customer had introduced the partner, directly or through others
     * @throws OneOfUs               when the partner's number is that of one of our own people
     * @throws IntroducedAlready     when somebody introduced the customer before
     */
    public Introduction introducedToUs(ProspectId id, @Nullable String coSeller, StaffMember by) {
        Prospect prospect = prospects.hold(id, by, INTRODUCE);
        return tree.link(prospect, chosen(coSeller, by), by.id());
    }

    /**
     * Introduces our customer to a partner, as far as the customer's consent to the partner's company reaches (R-203, S-R66).
     * What the gate stops is on record and comes back as a refusal, not thrown: let the transaction end well.
     */
    public HandOver introduceToThem(
            ProspectId id, @Nullable String coSeller, @Nullable String purpose, StaffMember by) {
        Prospect prospect = prospects.hold(id, by, INTRODUCE);
        CoSeller partner = chosen(coSeller, by);
        if (partner.firm() == null) {
            throw new FieldsRefused(Field.of("toPartner", "coSelling.noFirm"));
        }
        DealershipId in = by.dealership();
        PhoneNumber customer = prospect.content().number();
        if (partner.number().equals(customer)) {
            throw new IntroducesThemselves();
        }
        boolean theirOwn = introductions
                .bringing(in, List.of(id), customer)
                .filter(one -> one.coSeller().equals(partner.id()))
                .isPresent();
        if (theirOwn) {
            throw new CircleOfIntroductions();
        }
        boolean before = introductions.of(in, List.of(id)).stream()
                .anyMatch(one ->
                        one.direction() == Direction.TO_THEM && one.coSeller().equals(partner.id()));
        if (before) {
            throw new IntroducedAlready();
        }
        DisclosureDesk.Answer answer = disclosures.disclose(
                id, partner.firm().toString(), purpose, Set.of(DataField.NAME, DataField.MOBILE), by);
        if (answer instanceof DisclosureDesk.Withheld withheld) {
            return new HandOver(null, Map.of(), withheld.refusal());
        }
        Instant now = clock.instant();
        Introduction introduction =
                new Introduction(IntroductionId.next(), partner.id(), id, Direction.TO_THEM, null, by.id(), now);
        introductions.add(in, introduction, partner.number(), customer);
        tree.tell(prospect, introduction, partner, by.id(), now);
        Map<DataField, String> values =
                answer instanceof DisclosureDesk.Released released ? released.values() : Map.of();
        return new HandOver(introduction, values, null);
    }

    private CoSeller chosen(@Nullable String id, StaffMember by) {
        if (id == null || id.isBlank()) {
            throw new FieldsRefused(Field.of("coSeller", "field.required"));
        }
        CoSeller partner = coSellers.get(by.dealership(), CoSellerId.of(id.strip()));
        if (!partner.isActive()) {
            throw new FieldsRefused(Field.of("coSeller", "coSelling.retired.chosen"));
        }
        return partner;
    }

    /** The introductions of a customer, newest first, those of cases merged into this one with it. */
    @Transactional(readOnly = true)
    public List<Introduction> of(ProspectId id, StaffMember reader) {
        return introductions.of(reader.dealership(), file.cases(id, reader));
    }
}
