package io.genjin.hlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.Grade;
import io.genjin.testing.Api;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the answer is a clear no or the words as typed, never a defect (S-R35). */
class HostileListTest extends HListStage {

    private static final List<Object> NASTY = Arrays.asList(
            null,
            "",
            " ",
            "\u0000",
            "'; drop table h_list_entry; --",
            "<script>alert(1)</script>",
            "x".repeat(20_000),
            "\uD800",
            "👨‍👩‍👧",
            "2026-02-30",
            "+999999999-12-31",
            -1,
            1e308,
            true,
            List.of("H", "H"),
            Map.of("a", "b"));

    @Test
    @DisplayName("no field of an entry and no address makes a defect")
    void entries() {
        Api chen = Api.as(store.chen().username(), port);
        String path = "/api/v1/h-lists/2026-03-02/" + store.li().username() + "/entries";
        for (String field :
                List.of("prospectId", "likelyReason", "obstacle", "action", "responsible", "expectedDate")) {
            ProspectId id = opened(store.li(), Grade.H);
            for (Object nasty : NASTY) {
                Map<String, Object> body = new HashMap<>(Map.of(
                        "prospectId", id.toString(),
                        "likelyReason", "价格谈妥",
                        "action", "周六签约",
                        "responsible", store.li().username(),
                        "expectedDate", "2026-03-07"));
                body.put(field, nasty);
                Api.Answer answer = chen.post(path, body);
                assertThat(answer.status())
                        .as("%s = %s: %s", field, nasty, answer.json())
                        .isBetween(200, 499);
                if (answer.status() == 201) {
                    id = opened(store.li(), Grade.H);
                }
            }
        }
        for (String address : List.of(
                "/api/v1/h-lists?week=x",
                "/api/v1/h-lists?week=2026-02-30",
                "/api/v1/h-lists?consultant=nobody",
                "/api/v1/h-lists/weeks?cursor=x",
                "/api/v1/h-lists/weeks?cursor=eA",
                "/api/v1/h-lists/weeks?limit=0",
                "/api/v1/h-lists/entries?result=WON",
                "/api/v1/h-lists/entries?cursor=eB94",
                "/api/v1/h-lists/entries?week=2026-03-02&cursor=%00",
                "/api/v1/h-lists/x/y/candidates",
                "/api/v1/h-lists/2026-03-02/nobody.here/candidates")) {
            assertThat(chen.get(address).status()).as(address).isBetween(400, 499);
        }
        assertThat(read(WEEK, store.chen()).lists().get(0).entries())
                .as("what was typed is stored as typed")
                .extracting(entry -> entry.content().likelyReason())
                .contains("<script>alert(1)</script>");
    }
}
