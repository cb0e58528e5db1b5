package io.genjin.staff.web;

import io.genjin.staff.ApiTokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises systems by their bearer token. */
final class BearerFilter extends OncePerRequestFilter {

    /** Request attribute with what the token is called where it must not be told: whose, and the beginning of its hash. */
    static final String TOKEN = BearerFilter.class.getName() + ".token";

    private static final String PREFIX = "Bearer ";
    private static final int LONGEST = 200;

    private final ApiTokens tokens;

    BearerFilter(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.length() <= LONGEST && header.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
            tokens.holder(header.substring(PREFIX.length()).strip()).ifPresent(holder -> {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(SignedIn.authentication(holder.dealership(), holder.staff(), "token"));
                SecurityContextHolder.setContext(context);
                request.setAttribute(TOKEN, nameOf(holder));
            });
        }
        chain.doFilter(request, response);
    }

    static String nameOf(ApiTokens.Holder holder) {
        return holder.staff() + "/" + holder.token();
    }
}
