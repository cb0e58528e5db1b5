package io.genjin.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.catalog.RangePlan.Effect;
import io.genjin.catalog.RangePlan.What;
import io.genjin.database.Tenancy;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Money;
import io.genjin.shared.Refusal;
import io.genjin.sheet.SheetRefused;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The range from a sheet: look at what it changes, then take it over; nothing is deleted, nothing is changed unseen. */
@GenjinTest
class RangeTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final String HEADINGS =
            "品牌,车型,车身,配置,年款,能源,功率,变速箱,座位数,指导价,生效日,颜色,色值,竞品品牌,竞品车型,方面,我方表现,竞品表现,谁更好,来源,核对日期\n";

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    RangeDesk desk;

    @Autowired
    CarModels models;

    @Autowired
    CarModelDesk modelDesk;

    @Autowired
    ComparisonDesk comparisons;

    @TempDir
    Path folder;

    TestStores.Store store;

    @BeforeEach
    void found() {
        clock.set("2026-03-02T09:00");
        store = stores.found();
    }

    private <T> T here(Supplier<T> act) {
        return Tenancy.within(store.dealership().id(), act::get);
    }

    private RangeImport brought(String rows) {
        return here(() -> {
            try {
                Path file = Files.writeString(folder.resolve("range.csv"), HEADINGS + rows);
                return desk.bring(file, "三月车型表.csv", store.chen());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private RangePlan plan(RangeImport sheet) {
        return here(() -> desk.preview(sheet.id(), store.chen())).plan();
    }

    private RangeImport applied(RangeImport sheet) {
        return here(() -> desk.apply(
                sheet.id(), desk.preview(sheet.id(), store.chen()).plan().sign(), store.chen()));
    }

    private List<CarModel> all() {
        return here(() -> models.all(store.dealership().id()));
    }

    @Test
    @DisplayName("an empty range begins with the example, on wish and once; every comparison of it is fair")
    void example() {
        here(() -> {
            desk.startWithExample(store.chen());
            return null;
        });
        assertThat(all()).hasSizeGreaterThanOrEqualTo(8).allSatisfy(model -> {
            assertThat(model.trims()).isNotEmpty();
            assertThat(model.priceFrom(MONDAY)).isPresent();
            assertThat(model.coloursOnSale(ColourPlace.EXTERIOR)).hasSizeGreaterThanOrEqualTo(4);
            assertThat(model.coloursOnSale(ColourPlace.INTERIOR)).isNotEmpty();
        });
        assertThat(here(() -> comparisons.all(store.dealership().id())))
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(one -> assertThat(
                                one.text().count(Better.THEIRS) + one.text().count(Better.EVEN))
                        .isPositive());
        for (String wish : List.of("朗逸 新锐 1.5L", "帕萨特 Pro 380TSI", "途观L 330TSI", "ID.4 X 长续航", "途铠 1.5L")) {
            CarModel meant = CarModels.meant(wish, all()).orElseThrow();
            assertThat(meant.trims()).anySatisfy(trim -> assertThat(
                            meant.name().text() + " " + trim.text().name())
                    .isEqualTo(wish));
        }
        assertThatThrownBy(() -> here(() -> {
                    desk.startWithExample(store.chen());
                    return null;
                }))
                .isInstanceOf(RangeNotEmpty.class);
    }

    @Test
    @DisplayName("a sheet is looked at before it changes anything; refused rows say why, the rest is taken over once")
    void lookThenTake() {
        RangeImport sheet = brought("""
                上汽大众,途观L,SUV,330TSI,2026,汽油,137,双离合,5,206800,,,,,,,,,,,
                上汽大众,途观L,,380TSI 四驱,2026,汽油,162 kW,DUAL_CLUTCH,5座,二十万,,,,,,,,,,,
                上汽大众,途观L,,,,,,,,,,极地白,白色,,,,,,,,
                上汽大众,途观L,,,,,,,,,,曜岩黑,#1B1C1E,,,,,,,,
                ,途昂,SUV,,,,,,,,,,,,,,,,,,
                上汽大众,途岳,飞船,,,,,,,,,,,,,,,,,,
                上汽大众,途观L,,330TSI,2026,,,,,199800,,,,,,,,,,,
                上汽大众,途观L,,,,,,,,,,,,东风本田,CR-V,空间,轴距长,轴距短,我方更好,官网,2026-03-01
                上汽大众,途观L,,,,,,,,,,,,东风本田,CR-V,油耗与能耗,7.6 升,6.9 升,竞品更好,官网,2026-03-01
                上汽大众,途观L,,,,,,,,,,,,丰田,RAV4,空间,大,小,我方更好,官网,2026-03-01
                上汽大众,途观L,,,,,,,,,,,,丰田,RAV4,价格,低,高,我方更好,官网,2026-03-01
                """);
        RangePlan plan = plan(sheet);
        assertThat(all()).isEmpty();
        assertThat(plan.refused()).extracting(RangePlan.RefusedRow::number).containsExactly(3, 4, 6, 7, 8, 11, 12);
        assertThat(plan.refused().get(0).wrong())
                .extracting(Refusal.Field::name)
                .containsExactly("LIST_PRICE");
        assertThat(plan.refused().get(4).wrong())
                .extracting(Refusal.Field::messageKey)
                .containsExactly("range.twice");
        assertThat(plan.refused().get(5).wrong())
                .extracting(Refusal.Field::messageKey)
                .containsExactly("refusal.only-ours-better");
        assertThat(plan.steps())
                .extracting(RangePlan.Step::what)
                .containsExactly(What.MODEL, What.TRIM, What.COLOUR, What.COMPARISON);
        applied(sheet);
        assertThat(applied(sheet).isApplied()).isTrue();
        CarModel model = all().get(0);
        assertThat(model.trims()).singleElement().satisfies(trim -> assertThat(trim.listPrice(MONDAY))
                .contains(Money.of("206800")));
        assertThat(here(() -> comparisons.of(model.id(), store.dealership().id())))
                .singleElement()
                .satisfies(one -> assertThat(one.text().rows()).hasSize(2));
    }

    @Test
    @DisplayName("a price list of next month changes only prices, keeps today's, and says from what to what")
    void prices() {
        applied(brought("上汽大众,途观L,SUV,330TSI,2026,汽油,137,双离合,5,206800,,,,,,,,,,,\n"));
        RangeImport list = brought("上汽大众,途观L,,330TSI,2026,,,,,199800,2026-04-01,,,,,,,,,,\n");
        RangePlan.Step step = plan(list).steps(Effect.CHANGED).get(0);
        assertThat(step.changes())
                .containsExactly(new RangePlan.Change(RangeColumn.LIST_PRICE, "206800.00", "199800.00"));
        applied(list);
        Trim trim = all().get(0).trims().get(0);
        assertThat(trim.listPrice(MONDAY)).contains(Money.of("206800"));
        assertThat(trim.listPrice(LocalDate.of(2026, 4, 1))).contains(Money.of("199800"));
        RangePlan again = plan(brought("上汽大众,途观L,,330TSI,2026,,,,,199800,2026-04-01,,,,,,,,,,\n"));
        assertThat(again.changesAnything()).isFalse();
    }

    @Test
    @DisplayName("when a colleague changed the range after the look, nothing is taken over until it is looked at again")
    void changedMeanwhile() {
        RangeImport sheet = brought("上汽大众,途观L,SUV,330TSI,2026,汽油,137,双离合,5,206800,,,,,,,,,,,\n");
        String seen = plan(sheet).sign();
        assertThat(plan(sheet).sign()).isEqualTo(seen);
        here(() -> modelDesk.add(new CarModelDesk.ModelDraft("上汽大众", "途观L", Body.SUV, "周强录入的"), store.zhou()));
        assertThatThrownBy(() -> here(() -> desk.apply(sheet.id(), seen, store.chen())))
                .isInstanceOf(RangeChanged.class);
        assertThat(all().get(0).trims()).isEmpty();
        applied(sheet);
        assertThat(all()).singleElement().satisfies(model -> {
            assertThat(model.text().description()).isEqualTo("周强录入的");
            assertThat(model.trims()).hasSize(1);
        });
    }

    @Test
    @DisplayName("a file without headings, or that is no sheet, is refused and not kept")
    void noSheet() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "您好，附上车型表\n谢谢\n");
        assertThatThrownBy(() -> here(() -> desk.bring(letter, "letter.txt", store.chen())))
                .isInstanceOf(FieldsRefused.class);
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        assertThatThrownBy(() -> here(() -> desk.bring(empty, "empty.csv", store.chen())))
                .isInstanceOf(SheetRefused.class);
    }
}
