package io.genjin.target.web;

import io.genjin.report.Figure;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Where the rows of a figure in some days are opened. */
final class RowsPath {

    private RowsPath() {}

    static String of(Figure figure, LocalDate from, LocalDate until, @Nullable String consultant) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/reports/rows")
                .queryParam("figure", figure.name())
                .queryParam("from", from)
                .queryParam("until", until);
        if (consultant != null) {
            path.queryParam("consultant", consultant);
        }
        return path.encode().build().toUriString();
    }
}
