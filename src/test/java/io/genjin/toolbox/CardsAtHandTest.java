package io.genjin.toolbox;

import static io.genjin.catalog.SkillCardKind.RETURN_TO_SHOWROOM;
import static io.genjin.catalog.SkillCardKind.TELEPHONE_RECEPTION;
import static io.genjin.catalog.SkillCardKind.TEST_DRIVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.catalog.Focus;
import io.genjin.followup.ContactWay;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which cards fit which moment. */
class CardsAtHandTest {

    @Test
    void the_reason_leads_before_the_way() {
        assertThat(CardsAtHand.fitting(ContactWay.PHONE, NextStepReason.INVITE_TO_SHOWROOM, null, null))
                .containsExactly(RETURN_TO_SHOWROOM, TELEPHONE_RECEPTION);
        assertThat(CardsAtHand.fitting(ContactWay.WECHAT, NextStepReason.INVITE_TEST_DRIVE, null, null))
                .containsExactly(TEST_DRIVE);
        assertThat(CardsAtHand.fitting(ContactWay.PHONE, NextStepReason.ROUTINE, null, null))
                .containsExactly(TELEPHONE_RECEPTION);
        assertThat(CardsAtHand.fitting(ContactWay.SHOWROOM, NextStepReason.ROUTINE, null, null))
                .isEmpty();
    }

    @Test
    void what_the_next_contact_is_for_comes_last_and_none_twice() {
        assertThat(CardsAtHand.fitting(
                        ContactWay.PHONE, NextStepReason.INVITE_TO_SHOWROOM, NextStepReason.INVITE_TEST_DRIVE, null))
                .containsExactly(RETURN_TO_SHOWROOM, TELEPHONE_RECEPTION, TEST_DRIVE);
        assertThat(CardsAtHand.fitting(null, NextStepReason.INVITE_TEST_DRIVE, NextStepReason.INVITE_TEST_DRIVE, null))
                .containsExactly(TEST_DRIVE);
    }

    @Test
    void a_new_customer_on_the_telephone_gets_the_telephone_card() {
        assertThat(CardsAtHand.fitting(null, null, null, Source.INBOUND_CALL)).containsExactly(TELEPHONE_RECEPTION);
        assertThat(CardsAtHand.fitting(null, null, null, Source.HOTLINE_800)).containsExactly(TELEPHONE_RECEPTION);
        assertThat(CardsAtHand.fitting(null, null, null, Source.WALK_IN)).isEmpty();
        assertThat(CardsAtHand.fitting(null, null, null, null)).isEmpty();
    }

    @Test
    void hears_needs_in_what_was_written_down() {
        assertThat(MentionedFocus.in(List.of("家里两个孩子，要大空间", "上下班代步，看重油耗"))).containsExactly(Focus.FUEL, Focus.SPACE);
        assertThat(MentionedFocus.in(List.of("Asked about SAFETY and price")))
                .containsExactly(Focus.SAFETY, Focus.PRICE);
        assertThat(MentionedFocus.in(List.of("未接通，稍后再打"))).isEmpty();
    }
}
