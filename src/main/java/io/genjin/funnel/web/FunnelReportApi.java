package io.genjin.funnel.web;

import io.genjin.dealership.Dealerships;
import io.genjin.funnel.Basis;
import io.genjin.funnel.Dimension;
import io.genjin.funnel.FunnelCounts;
import io.genjin.funnel.FunnelQuestion;
import io.genjin.funnel.FunnelReport;
import io.genjin.funnel.FunnelReport.Reading;
import io.genjin.funnel.FunnelReport.Row;
import io.genjin.funnel.FunnelStage;
import io.genjin.prospect.ProspectLabels;
import io.genjin.shared.Page;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The funnel for other systems: by cohort or period, whole and in slices, and the prospects behind each number. */
@RestController
@RequestMapping("/api/v1/reports")
class FunnelReportApi {

    /**
     * One stage or exit.
     *
     * @param straight   those who reached the stage before as well; null for the first stage and exits
     * @param conversion reached ÷ reached the stage before; null where there is nothing to divide by
     * @param overall    reached ÷ received
     * @param medianDays since the stage before, of {@code timed} prospects
     */
    record StageView(
            FunnelStage stage,
            boolean exit,
            long reached,
            @Nullable Long straight,
            @Nullable BigDecimal conversion,
            @Nullable BigDecimal overall,
            @Nullable BigDecimal medianDays,
            long timed) {}

    /** One slice; a consultant by sign-in name, {@code -} where the value is not known. */
    record SliceView(Map<Dimension, String> values, List<StageView> stages) {}

    /** The funnel that was asked for. */
    record FunnelView(
            Basis basis,
            LocalDate from,
            LocalDate to,
            LocalDate until,
            Map<Dimension, String> only,
            List<StageView> stages,
            List<SliceView> slices) {}

    /** A prospect behind a number; named only if the reader may see it. */
    record RowView(
            @Nullable String prospectId,
            @Nullable String customerName,
            @Nullable String maskedMobile,
            LocalDate receivedOn,
            OffsetDateTime at,
            @Nullable Integer daysSince,
            @Nullable String consultant) {}

    private final FunnelReport funnel;
    private final ProspectLabels labels;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Screens screens;
    private final FunnelWorkbook workbook;

    FunnelReportApi(
            FunnelReport funnel,
            ProspectLabels labels,
            StaffDirectory staff,
            Dealerships dealerships,
            Screens screens,
            FunnelWorkbook workbook) {
        this.funnel = funnel;
        this.labels = labels;
        this.staff = staff;
        this.dealerships = dealerships;
        this.screens = screens;
        this.workbook = workbook;
    }

    @GetMapping("/funnel")
    FunnelView funnel(@ParameterObject FunnelAddress.Params params, StaffMember me) {
        Reading reading = funnel.read(funnel.question(params.asked(), me), me);
        FunnelQuestion question = reading.question();
        FunnelAddress address = new FunnelAddress(staff, me);
        Map<Dimension, String> only = new LinkedHashMap<>();
        question.only().forEach((dimension, value) -> only.put(dimension, address.said(dimension, value)));
        return new FunnelView(
                question.basis(),
                question.from(),
                question.to(),
                question.until(),
                only,
                view(reading.whole()),
                reading.slices().stream()
                        .map(slice -> {
                            Map<Dimension, String> values = new LinkedHashMap<>();
                            for (int place = 0; place < slice.values().size(); place++) {
                                Dimension dimension = question.by().get(place);
                                values.put(
                                        dimension,
                                        address.said(dimension, slice.values().get(place)));
                            }
                            return new SliceView(values, view(slice.counts()));
                        })
                        .toList());
    }

    @GetMapping(value = "/funnel.xlsx", produces = FunnelWorkbook.TYPE)
    ResponseEntity<byte[]> file(
            @ParameterObject FunnelAddress.Params params, StaffMember me, HttpServletRequest request) {
        return workbook.answer(params, me, screens.of(request));
    }

    private static List<StageView> view(FunnelCounts counts) {
        return Arrays.stream(FunnelStage.values())
                .map(stage -> new StageView(
                        stage,
                        stage.isExit(),
                        counts.count(stage),
                        stage.before() == null ? null : (Long) counts.of(stage).straight(),
                        counts.stageConversion(stage),
                        counts.overall(stage),
                        counts.of(stage).medianDays(),
                        counts.of(stage).timed()))
                .toList();
    }

    @GetMapping("/funnel/customers")
    Page<RowView> customers(
            @ParameterObject FunnelAddress.Params params,
            @RequestParam FunnelStage stage,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me) {
        Page<Row> rows = funnel.rows(funnel.question(params.asked(), me), stage, limit, cursor, me);
        Map<UUID, ProspectLabels.Label> known = labels.of(
                rows.items().stream().map(row -> row.prospect().value()).toList(), me);
        ZoneId zone = dealerships.get(me.dealership()).zone();
        return rows.map(row -> {
            ProspectLabels.Label label = known.get(row.prospect().value());
            return new RowView(
                    label == null ? null : label.id().toString(),
                    label == null ? null : label.customerName(),
                    label == null ? null : label.maskedMobile(),
                    row.receivedOn(),
                    row.at().atZone(zone).toOffsetDateTime(),
                    row.days(),
                    row.consultant() == null
                            ? null
                            : staff.find(me.dealership(), row.consultant())
                                    .map(StaffMember::username)
                                    .orElse(null));
        });
    }
}
