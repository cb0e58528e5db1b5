package io.genjin.needs;

import io.genjin.catalog.Focus;
import io.genjin.prospect.CardContent.MediaChannel;
import io.genjin.prospect.CardContent.PaymentWay;
import io.genjin.prospect.CardContent.Purpose;
import io.genjin.prospect.GradeSuggestion;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.PurchaseBand;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Grade;
import io.genjin.shared.Moments;
import io.genjin.shared.Money;
import io.genjin.staff.StaffId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores needs sheets, each version for ever. */
@Repository
class NeedsAnalyses {

    private final JdbcClient jdbc;

    NeedsAnalyses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(NeedsAnalysis one) {
        NeedsSheet sheet = one.sheet();
        jdbc.sql("""
                        insert into needs_analysis (dealership_id, id, prospect_id, version, purpose, car_user, decision_makers,
                                                    influencers, budget_from, budget_to, budget_enough, payment_way,
                                                    purchase_when, first_car, current_car, annual_km, passengers, focus,
                                                    must_have, models, competitors, trade_in, plate, info_sources,
                                                    confidence_confirmed, need_confirmed, purchasing_power_confirmed, remark,
                                                    suggested_grade, suggested_because, grade, grade_reason, said_at,
                                                    recorded_by, recorded_at)
                        values (:dealership, :id, :prospect, :version, :purpose, :user, :decisionMakers,
                                :influencers, :budgetFrom, :budgetTo, :budgetEnough, :paymentWay,
                                :purchaseWhen, :firstCar, :currentCar, :annualKm, :passengers, :focus,
                                :mustHave, :models, :competitors, :tradeIn, :plate, :infoSources,
                                :confidence, :need, :power, :remark,
                                :suggested, :because, :grade, :gradeReason, :saidAt, :by, :recordedAt)
                        """)
                .param("dealership", one.dealership().value())
                .param("id", one.id().value())
                .param("prospect", one.prospect().value())
                .param("version", one.version())
                .param("purpose", sheet.purpose().name())
                .param("user", sheet.user())
                .param("decisionMakers", lines(sheet.decisionMakers()))
                .param("influencers", lines(sheet.influencers()))
                .param("budgetFrom", yuan(sheet.budgetFrom()))
                .param("budgetTo", yuan(sheet.budgetTo()))
                .param("budgetEnough", sheet.budgetEnough())
                .param("paymentWay", code(sheet.paymentWay()))
                .param("purchaseWhen", sheet.purchaseWhen().name())
                .param("firstCar", sheet.firstCar())
                .param("currentCar", sheet.currentCar())
                .param("annualKm", sheet.annualKm())
                .param("passengers", sheet.passengers())
                .param("focus", lines(sheet.focus()))
                .param("mustHave", sheet.mustHave())
                .param("models", lines(sheet.models()))
                .param("competitors", lines(sheet.competitors()))
                .param("tradeIn", sheet.tradeIn())
                .param("plate", code(sheet.plate()))
                .param("infoSources", lines(sheet.infoSources()))
                .param("confidence", sheet.confidenceConfirmed())
                .param("need", sheet.needConfirmed())
                .param("power", sheet.purchasingPowerConfirmed())
                .param("remark", sheet.remark())
                .param("suggested", one.suggestion().grade().name())
                .param("because", one.suggestion().because().name())
                .param("grade", code(one.grade()))
                .param("gradeReason", one.gradeReason())
                .param("saidAt", Moments.bound(one.saidAt()))
                .param("by", one.recordedBy().value())
                .param("recordedAt", Moments.bound(one.recordedAt()))
                .update();
    }

    /** Every version of these cases' sheets, the latest first. */
    List<NeedsAnalysis> of(DealershipId dealership, Collection<ProspectId> cases) {
        return jdbc.sql("""
                        select dealership_id, id, prospect_id, version, purpose, car_user, decision_makers, influencers,
                               budget_from, budget_to, budget_enough, payment_way, purchase_when, first_car, current_car,
                               annual_km, passengers, focus, must_have, models, competitors, trade_in, plate, info_sources,
                               confidence_confirmed, need_confirmed, purchasing_power_confirmed, remark, suggested_grade,
                               suggested_because, grade, grade_reason, said_at, recorded_by, recorded_at
                          from needs_analysis
                         where dealership_id = :dealership
                           and prospect_id in (:cases)
                         order by recorded_at desc, version desc, id desc
                        """)
                .param("dealership", dealership.value())
                .param("cases", cases.stream().map(ProspectId::value).toList())
                .query((row, number) -> read(row))
                .list();
    }

    private static NeedsAnalysis read(ResultSet row) throws SQLException {
        NeedsSheet sheet = new NeedsSheet(
                Purpose.valueOf(row.getString("purpose")),
                row.getString("car_user"),
                lines(row.getString("decision_makers")),
                lines(row.getString("influencers")),
                money(row.getBigDecimal("budget_from")),
                money(row.getBigDecimal("budget_to")),
                row.getObject("budget_enough", Boolean.class),
                code(row.getString("payment_way"), PaymentWay::valueOf),
                PurchaseBand.valueOf(row.getString("purchase_when")),
                row.getObject("first_car", Boolean.class),
                row.getString("current_car"),
                row.getObject("annual_km", Integer.class),
                row.getObject("passengers", Integer.class),
                lines(row.getString("focus")).stream().map(Focus::valueOf).toList(),
                row.getString("must_have"),
                lines(row.getString("models")),
                lines(row.getString("competitors")),
                row.getObject("trade_in", Boolean.class),
                code(row.getString("plate"), PlateSituation::valueOf),
                lines(row.getString("info_sources")).stream()
                        .map(MediaChannel::valueOf)
                        .toList(),
                row.getBoolean("confidence_confirmed"),
                row.getBoolean("need_confirmed"),
                row.getBoolean("purchasing_power_confirmed"),
                row.getString("remark"));
        return new NeedsAnalysis(
                new NeedsId(row.getObject("id", UUID.class)),
                new DealershipId(row.getInt("dealership_id")),
                new ProspectId(row.getObject("prospect_id", UUID.class)),
                row.getInt("version"),
                sheet,
                new GradeSuggestion(
                        Grade.valueOf(row.getString("suggested_grade")),
                        GradeSuggestion.Because.valueOf(row.getString("suggested_because"))),
                code(row.getString("grade"), Grade::valueOf),
                row.getString("grade_reason"),
                Moments.read(row, "said_at"),
                new StaffId(row.getObject("recorded_by", UUID.class)),
                Moments.read(row, "recorded_at"));
    }

    private static String lines(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }

    private static List<String> lines(String stored) {
        return stored.isEmpty() ? List.of() : Arrays.asList(stored.split("\n"));
    }

    private static @Nullable String code(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static <T> @Nullable T code(@Nullable String stored, Function<String, T> read) {
        return stored == null ? null : read.apply(stored);
    }

    private static @Nullable BigDecimal yuan(@Nullable Money amount) {
        return amount == null ? null : amount.yuan();
    }

    private static @Nullable Money money(@Nullable BigDecimal stored) {
        return stored == null ? null : new Money(stored);
    }
}
