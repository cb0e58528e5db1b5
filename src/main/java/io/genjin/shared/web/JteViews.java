package io.genjin.shared.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Shows a page: the view name {@code prospect/card} is the compiled template {@code prospect/card.jte}. */
@Component
class JteViews implements ViewResolver, Ordered {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, JteViews.class.getClassLoader(), "io.genjin.templates");
    private final Screens screens;

    JteViews(Screens screens) {
        this.screens = screens;
    }

    @Override
    public @Nullable View resolveViewName(String viewName, Locale locale) {
        String template = viewName + ".jte";
        return templates.hasTemplate(template) ? new JteView(template) : null;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 10;
    }

    private final class JteView implements View {

        private final String template;

        JteView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            Map<String, Object> params = model == null ? new HashMap<>() : new HashMap<>(model);
            Screen screen = screens.of(request);
            Fields refused = screen.refused();
            if (refused != null) {
                refused.unseen();
            }
            params.put("s", screen);
            Utf8ByteOutput page = new Utf8ByteOutput();
            templates.render(template, params, page);
            response.setContentType(getContentType());
            response.setContentLength(page.getContentLength());
            page.writeTo(response.getOutputStream());
        }
    }
}
