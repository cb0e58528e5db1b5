package io.genjin.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says in our own words that the database is away when a guard at the door found it, before any page or API was reached: who asks,
 * and with which session, is itself read from the database (S-R60, S-R61). It stands outside the session, which cannot be asked.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class OutageFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException thrown) {
            if (response.isCommitted() || Outage.behind(thrown).isEmpty()) {
                throw thrown;
            }
            response.reset();
            request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
            request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, thrown);
            request.getRequestDispatcher("/error").forward(request, response);
        }
    }
}
