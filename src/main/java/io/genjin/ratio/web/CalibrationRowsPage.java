package io.genjin.ratio.web;

import io.genjin.ratio.Calibrations.Question;
import io.genjin.shared.Page;
import org.springframework.web.util.UriComponentsBuilder;

/** The customers on Mondays behind one number. */
public record CalibrationRowsPage(Question question, Page<RatioLines.Line> lines) {

    public String reportPath() {
        return Paths.whose(
                UriComponentsBuilder.fromPath("/reports/calibration")
                        .queryParam("from", question.from())
                        .queryParam("until", question.until()),
                question.consultant());
    }

    public String nextPath() {
        return UriComponentsBuilder.fromUriString(CalibrationPage.rows(
                        question.grade(), question.part(), question.from(), question.until(), question.consultant()))
                .queryParam("cursor", lines.next())
                .build()
                .toUriString();
    }
}
