package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.followup.Escalations;
import io.genjin.testing.Api;
import io.genjin.testing.PlainBrowser;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer whose row cannot be read holds up no other: set aside, told, tried again (S-R78j). */
class SetAsideScenariosTest extends Stage {

    @Autowired
    Escalations escalations;

    private void spoil(String prospect, boolean spoilt) {
        // the first byte of what is sealed names the key; turned round and round again it is as before
        Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> jdbc.sql(
                                "update prospect set mobile_sealed = set_byte(mobile_sealed, 0,"
                                        + " 255 - get_byte(mobile_sealed, 0)) where dealership_id = :dealership and id = :id::uuid")
                        .param("dealership", store.dealership().id().value())
                        .param("id", prospect)
                        .update()));
        assertThat(zhou.get("/api/v1/prospects/" + prospect).status()).isEqualTo(spoilt ? 500 : 200);
    }

    private static List<String> told(Api who) {
        return bell(who).stream().filter("CLOCKS_SET_ASIDE"::equals).toList();
    }

    @Test
    @DisplayName(
            "S-R78j: of three whose first limit fell one cannot be read: the other two are written down at once, the third is set"
                    + " aside after three tries, the sales manager and the administrator are told once, and an hour after it was mended it is"
                    + " written down too")
    void one_bad_customer_stops_nobody_else() {
        List<String> three = List.of(
                opened(li, card("H", "2026-03-03")),
                opened(li, card("H", "2026-03-03")),
                opened(wang, card("H", "2026-03-03")));
        String bad = three.get(1);
        spoil(bad, true);
        clock.set("2026-03-04T09:00");

        sweep.settleFallen(store.dealership().id());
        escalations.raise(store.dealership().id());

        for (String good : List.of(three.get(0), three.get(2))) {
            assertThat(entries(good, "FIRST_FOLLOW_UP_MISSED")).hasSize(1);
            assertThat(entries(good, "ESCALATED")).hasSize(1);
        }
        assertThat(told(zhou)).isEmpty();
        for (int again = 0; again < 3; again++) {
            sweep.settleFallen(store.dealership().id());
        }
        Api admin = Api.whenAsked(store.admin().username(), port);
        assertThat(told(zhou)).hasSize(1);
        assertThat(told(admin)).hasSize(1);
        assertThat(told(li)).isEmpty();
        PlainBrowser page = PlainBrowser.of(store.admin().username(), port);
        assertThat(page.get("/proof").body()).contains("搁置的客户", bad).doesNotContain(three.get(0));

        spoil(bad, false);
        sweep.settleFallen(store.dealership().id());
        assertThat(entries(bad, "FIRST_FOLLOW_UP_MISSED"))
                .as("not within the hour")
                .isEmpty();
        clock.set("2026-03-04T10:00:01");
        sweep.settleFallen(store.dealership().id());
        assertThat(entries(bad, "FIRST_FOLLOW_UP_MISSED")).hasSize(1);
        assertThat(page.get("/proof").body()).doesNotContain("搁置的客户");
    }
}
