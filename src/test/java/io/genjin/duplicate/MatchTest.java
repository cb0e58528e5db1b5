package io.genjin.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.prospect.ProspectStatus;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Why two cases may be one customer, and how much that says. */
class MatchTest {

    private static ByteBuffer hash(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Traits traits(
            String name, String sound, @Nullable String model, String mobile, @Nullable String phone) {
        return traits(name, sound, model, mobile, phone, null, ProspectStatus.FOLLOWING);
    }

    private static Traits traits(
            String name,
            String sound,
            @Nullable String model,
            String mobile,
            @Nullable String phone,
            @Nullable String address,
            ProspectStatus status) {
        return new Traits(
                UUID.randomUUID(),
                status,
                name,
                sound,
                model,
                hash(mobile),
                hash(mobile.substring(mobile.length() - 4)),
                phone == null ? null : hash(phone),
                address == null ? null : hash(address),
                null,
                Instant.EPOCH);
    }

    @Test
    @DisplayName("the same mobile in two cases is almost certainly one customer")
    void sameMobile() {
        Optional<Match> match = Match.of(
                traits("张伟", "zhangwei", "朗逸", "13812345678", null),
                traits("王芳", "wangfang", null, "13812345678", null));
        assertThat(match).hasValueSatisfying(found -> {
            assertThat(found.reasons()).containsExactly(MatchReason.SAME_MOBILE);
            assertThat(Strength.of(found.strength())).isEqualTo(Strength.CERTAIN);
        });
    }

    @Test
    @DisplayName("the second number of one is the mobile of the other, whichever way round")
    void phoneIsMobile() {
        Traits husband = traits("张伟", "zhangwei", null, "13811110001", "13922220002");
        Traits wife = traits("李静", "lijing", null, "13922220002", null);
        assertThat(Match.of(husband, wife))
                .isEqualTo(Match.of(wife, husband))
                .hasValueSatisfying(found -> assertThat(found.reasons()).containsExactly(MatchReason.PHONE_IS_MOBILE));
    }

    @Test
    @DisplayName("an equal name alone says nothing; with the model or the last four digits it does")
    void namePlus() {
        Traits one = traits("张伟", "zhangwei", "朗逸", "13811110001", null);
        assertThat(Match.of(one, traits("张伟", "zhangwei", "途观", "13922220002", null)))
                .isEmpty();
        assertThat(Match.of(one, traits(" 张 伟", "zhangwei", "朗逸", "13922220002", null)))
                .hasValueSatisfying(found -> assertThat(found.reasons())
                        .containsExactlyInAnyOrder(MatchReason.SAME_NAME, MatchReason.SAME_MODEL));
        assertThat(Match.of(one, traits("张伟", "zhangwei", null, "13922220001", null)))
                .hasValueSatisfying(found -> assertThat(found.reasons())
                        .containsExactlyInAnyOrder(MatchReason.SAME_NAME, MatchReason.SAME_LAST_FOUR));
    }

    @Test
    @DisplayName("other characters of the same sound are alike, and say less than the same characters")
    void soundsAlike() {
        Traits one = traits("张伟", "zhangwei", "朗逸", "13811110001", null);
        Match heard = Match.of(one, traits("章玮", "zhangwei", "朗逸", "13922220002", null))
                .orElseThrow();
        Match read = Match.of(one, traits("张伟", "zhangwei", "朗逸", "13922220002", null))
                .orElseThrow();
        assertThat(heard.reasons()).contains(MatchReason.SOUNDS_ALIKE);
        assertThat(heard.strength()).isLessThan(read.strength());
    }

    @Test
    @DisplayName("two customers called 张先生 who want the same model are two customers")
    void titles() {
        Traits one = traits("张先生", "zhangxiansheng", "朗逸", "13811110001", null);
        assertThat(Match.of(one, traits("张先生", "zhangxiansheng", "朗逸", "13922220002", null)))
                .isEmpty();
        assertThat(Match.of(one, traits("张先生", "zhangxiansheng", "朗逸", "13922220001", null)))
                .isPresent();
    }

    @Test
    @DisplayName("an address strengthens an equal name and says nothing by itself: families live together")
    void address() {
        Traits father = traits("张伟", "zhangwei", null, "13811110001", null, "花园路1号", ProspectStatus.FOLLOWING);
        assertThat(Match.of(
                        father,
                        traits("张明", "zhangming", null, "13922220002", null, "花园路1号", ProspectStatus.FOLLOWING)))
                .isEmpty();
        assertThat(Match.of(
                        father, traits("张伟", "zhangwei", null, "13922220002", null, "花园路1号", ProspectStatus.FOLLOWING)))
                .hasValueSatisfying(found -> assertThat(found.reasons()).contains(MatchReason.SAME_ADDRESS));
    }

    @Test
    @DisplayName("everything together is not more than certain, and two orders of one customer are two orders")
    void bounds() {
        Traits all = traits("张伟", "zhangwei", "朗逸", "13811110001", "0211", "花园路1号", ProspectStatus.DEFEATED);
        assertThat(Match.of(all, all).orElseThrow().strength()).isEqualTo(100);
        Traits ordered = traits("张伟", "zhangwei", "朗逸", "13811110001", null, null, ProspectStatus.ORDERED);
        assertThat(Match.of(ordered, ordered)).isEmpty();
    }
}
