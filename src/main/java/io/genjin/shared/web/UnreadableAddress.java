package io.genjin.shared.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * An address that is refused before any of our code sees it, as one with a zero byte or an encoded slash in it: systems get the
 * same problem as for everything else that cannot be read, people a line of text. It names neither server nor version.
 */
@Component
class UnreadableAddress implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Line.class.getName());
            }
        });
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    /** What stands in the body of such an answer. */
    public static final class Line extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            String path = String.valueOf(request.getDecodedRequestURI());
            String raw = String.valueOf(request.getRequestURI());
            boolean system = path.startsWith("/api/") || raw.startsWith("/api/");
            String code = status < 500 ? "unreadable" : "defect";
            String body = system
                    ? "{\"type\":\"/problems/" + code + "\",\"title\":\"" + (status < 500 ? "Bad Request" : "Error")
                            + "\",\"status\":" + status
                            + ",\"detail\":\"The address cannot be read.\",\"instance\":\"/api/\","
                            + "\"code\":\"" + code + "\"}"
                    : "The address cannot be read. 地址无法识别。\n";
            try {
                response.setContentType(system ? "application/problem+json" : "text/plain");
                response.setCharacterEncoding(StandardCharsets.UTF_8);
                response.getReporter().write(body);
                response.finishResponse();
            } catch (IOException gone) {
                // the caller went away before the answer
            }
        }
    }
}
