package io.genjin.notice.web;

import io.genjin.notice.Notices.Notice;
import io.genjin.prospect.web.People;
import io.genjin.shared.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a person is told, newest first.
 *
 * @param begins whether it is the first page, with the newest
 */
public record NoticesPage(Page<Notice> notices, NoticeWords words, People people, boolean begins) {

    /** When the newest one shown was written down: looking at this page covers what came until then. */
    public @Nullable Instant newest() {
        return begins && notices.items().stream().anyMatch(Notice::unseen)
                ? notices.items().get(0).entry().recordedAt()
                : null;
    }

    public String nextPath() {
        return UriComponentsBuilder.fromPath("/notices")
                .queryParam("cursor", notices.next())
                .encode()
                .build()
                .toUriString();
    }
}
