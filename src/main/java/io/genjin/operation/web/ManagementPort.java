package io.genjin.operation.web;

import io.genjin.database.StartRefused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Figures for those who run Genjin, on a port of their own (S-R84): {@code genjin.management.port}, bound to loopback unless
 * {@code genjin.management.address} says otherwise. There nothing answers but health and figures, and nobody is asked who they
 * are; on the port of the people nothing of it answers but health, without details, for a balancer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
public class ManagementPort extends OncePerRequestFilter
        implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String ALL = "/actuator";
    private static final Set<String> FOR_EVERYBODY =
            Set.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness");

    private final @Nullable Integer port;
    private final String address;
    private volatile @Nullable Connector connector;

    ManagementPort(
            @Value("${genjin.management.port:#{null}}") @Nullable Integer port,
            @Value("${genjin.management.address:127.0.0.1}") String address) {
        this.port = port;
        this.address = address;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (port == null) {
            return;
        }
        Connector second = new Connector("HTTP/1.1");
        second.setPort(port);
        second.setXpoweredBy(false);
        if (second.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setAddress(bound());
            protocol.setMaxThreads(2);
            protocol.setMinSpareThreads(1);
        }
        factory.addAdditionalConnectors(second);
        connector = second;
    }

    private InetAddress bound() {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException unknown) {
            throw new StartRefused("genjin.management.address: " + address + " is no address.", unknown);
        }
    }

    /** The port it listens on; none when no such port was asked for. */
    public @Nullable Integer listening() {
        Connector second = connector;
        return second == null ? null : second.getLocalPort();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        boolean ours = path.equals(ALL) || path.startsWith(ALL + "/");
        boolean forEverybody = FOR_EVERYBODY.contains(path);
        boolean allowed = isHere(request) ? ours : !ours || forEverybody;
        if (allowed) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpStatus.NOT_FOUND.value());
        }
    }

    private boolean isHere(HttpServletRequest request) {
        Integer listening = listening();
        return listening != null && request.getLocalPort() == listening;
    }
}
