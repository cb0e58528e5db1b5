package io.genjin.funnel.web;

import io.genjin.funnel.Basis;
import io.genjin.funnel.Dimension;
import io.genjin.funnel.FunnelQuestion;
import io.genjin.funnel.FunnelReport;
import io.genjin.funnel.FunnelReport.Asked;
import io.genjin.funnel.FunnelStage;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is asked of the funnel as it stands in an address, and the address of a question. */
public final class FunnelAddress {

    private static final String PAGE = "/reports/funnel";

    private final StaffDirectory staff;
    private final StaffMember reader;

    FunnelAddress(StaffDirectory staff, StaffMember reader) {
        this.staff = staff;
        this.reader = reader;
    }

    /** The parameters of every page, file and answer about the funnel; a consultant is named by sign-in name. */
    record Params(
            @Nullable Basis basis,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate until,
            @Nullable Dimension by,
            @Nullable Dimension and,
            @Nullable String source,
            @Nullable String consultant,
            @Nullable String model,
            @Nullable String grade,
            @Nullable String week) {

        Asked asked() {
            Map<Dimension, String> only = new EnumMap<>(Dimension.class);
            put(only, Dimension.SOURCE, source);
            put(only, Dimension.CONSULTANT, consultant);
            put(only, Dimension.MODEL, model);
            put(only, Dimension.GRADE, grade);
            put(only, Dimension.WEEK, week);
            List<Dimension> cuts = Stream.of(by, and).filter(Objects::nonNull).toList();
            return new Asked(basis, from, to, until, only, cuts);
        }

        private static void put(Map<Dimension, String> only, Dimension dimension, @Nullable String value) {
            if (value != null) {
                only.put(dimension, value);
            }
        }
    }

    String page(FunnelQuestion question) {
        return PAGE + "?" + query(question);
    }

    String file(FunnelQuestion question) {
        return PAGE + ".xlsx?" + query(question);
    }

    String rows(FunnelQuestion question, FunnelStage stage) {
        return PAGE + "/customers?stage=" + stage + "&" + query(question.whole());
    }

    String query(FunnelQuestion question) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("basis", question.basis().name());
        params.put("from", question.from().toString());
        params.put("to", question.to().toString());
        if (question.basis() == Basis.COHORT) {
            params.put("until", question.until().toString());
        }
        if (!question.by().isEmpty()) {
            params.put("by", question.by().get(0).name());
        }
        if (question.by().size() > 1) {
            params.put("and", question.by().get(1).name());
        }
        question.only().forEach((dimension, value) -> params.put(dimension.column(), said(dimension, value)));
        return params.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A value as an address says it. */
    String said(Dimension dimension, String value) {
        if (value.isEmpty()) {
            return FunnelReport.UNKNOWN;
        }
        return dimension == Dimension.CONSULTANT
                ? staff.find(reader.dealership(), new StaffId(UUID.fromString(value)))
                        .map(StaffMember::username)
                        .orElse(FunnelReport.UNKNOWN)
                : value;
    }
}
