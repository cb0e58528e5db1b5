package io.genjin.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leaves half of the connections to the people at work: reports and sheets take the other half at most, so that a morning on which
 * everybody opens the reports holds up no customer at the door (S-R62b). Whoever finds it taken waits a little, and then is told.
 */
@Component
final class ReportLimit extends OncePerRequestFilter {

    private static final Pattern REPORT =
            Pattern.compile("/(?:api/v1/)?(?:reports|dealerships/compare|process)(?:[/.].*)?|.*\\.(?:xlsx|csv)");

    /** Shorter than the five seconds within which every answer is there. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Semaphore free;
    private final Duration patience;

    @Autowired
    ReportLimit(@Value("${genjin.connections:16}") int connections) {
        this(Math.max(1, connections / 2), PATIENCE);
    }

    ReportLimit(int atOnce, Duration patience) {
        this.free = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !REPORT.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!entered()) {
            throw new ReportsBusy();
        }
        try {
            chain.doFilter(request, response);
        } finally {
            free.release();
        }
    }

    private boolean entered() {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
