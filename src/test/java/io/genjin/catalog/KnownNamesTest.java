package io.genjin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.shared.web.KnownNames;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.PlainBrowser;
import io.genjin.testing.TestStores;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is on sale is offered where the name of a car is typed. */
@GenjinTest
class KnownNamesTest {

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    RangeDesk desk;

    @Autowired
    CarModels models;

    @Autowired
    List<KnownNames> known;

    @LocalServerPort
    int port;

    private TestStores.Store store;
    private List<CarModel> range;

    @BeforeEach
    void exampleRange() {
        clock.set("2026-03-02T09:00");
        store = stores.found();
        range = Tenancy.within(store.dealership().id(), () -> {
            desk.startWithExample(store.chen());
            return models.onSale(store.dealership().id());
        });
    }

    private List<String> names(String kind, String within) {
        return Tenancy.within(store.dealership().id(), () -> known.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .names(store.dealership().id(), within));
    }

    @Test
    @DisplayName("of a chosen model or trim its own trims and colours, else all of them, each once")
    void narrowed() {
        CarModel model = range.get(1);
        List<String> body = colours(model).toList();
        assertThat(names("colours", model.name().text())).isEqualTo(body);
        assertThat(names("colours", model.trims().get(0).id().toString())).isEqualTo(body);
        assertThat(names("trims", model.name().text()))
                .isEqualTo(model.trimsOnSale().stream()
                        .map(trim -> trim.text().name())
                        .toList());
        assertThat(names("colours", ""))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(range.stream()
                        .flatMap(KnownNamesTest::colours)
                        .distinct()
                        .toList());
        assertThat(names("models", ""))
                .hasSameSizeAs(range)
                .contains(model.name().text());
    }

    private static Stream<String> colours(CarModel model) {
        return model.coloursOnSale(ColourPlace.EXTERIOR).stream()
                .map(colour -> colour.text().name());
    }

    @Test
    @DisplayName("the card's form offers them, of this dealership only")
    void onTheForm() {
        String name = range.get(0).name().text();
        String form = PlainBrowser.of(store.li().username(), port)
                .get("/prospects/new")
                .body();
        assertThat(form)
                .contains(
                        "list=\"k-intentModels\"",
                        "<datalist id=\"k-intentModels\">",
                        "<option value=\"" + name + "\">");
        TestStores.Store other = stores.found();
        assertThat(PlainBrowser.of(other.li().username(), port)
                        .get("/prospects/new")
                        .body())
                .contains("<datalist id=\"k-intentModels\">")
                .doesNotContain("<option value=\"" + name + "\">");
    }
}
