package io.genjin.shared.web;

import io.genjin.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;

/**
 * Puts every no into words, once for all: systems get problem details (RFC 9457), people a page with the same status. A
 * defect shows nothing but a number that the log knows (S-R82).
 */
@ControllerAdvice
public class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    /** One wrong field in a problem: its name as in the request, and the sentence that says what rule it breaks. */
    public record Wrong(String field, String message) {}

    private final Screens screens;

    Problems(Screens screens) {
        this.screens = screens;
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        Screen s = screens.of(request);
        List<Wrong> wrong = refusal.fields().stream()
                .map(field -> new Wrong(
                        field.name(), s.t(field.messageKey(), field.args().toArray())))
                .toList();
        mark(response, refusal);
        return answer(
                refusal.kind().status(),
                refusal.code(),
                s.t(refusal.messageKey(), refusal.args().toArray()),
                wrong,
                request,
                s);
    }

    /** The problem that a refusal is to a system, for answers that must be kept although the work was done (S-R55). */
    public ResponseEntity<ProblemDetail> problem(Refusal refusal, HttpServletRequest request) {
        Screen s = screens.of(request);
        List<Wrong> wrong = refusal.fields().stream()
                .map(field -> new Wrong(
                        field.name(), s.t(field.messageKey(), field.args().toArray())))
                .toList();
        String sentence = s.t(refusal.messageKey(), refusal.args().toArray());
        return ResponseEntity.status(refusal.kind().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail(refusal.kind().status(), refusal.code(), sentence, wrong, s.path()));
    }

    /** Gives an answer the status of a refusal and, when it came too often, the seconds after which to come again (S-R6). */
    public static void mark(HttpServletResponse response, Refusal refusal) {
        response.setStatus(refusal.kind().status());
        if (refusal.kind() == Refusal.Kind.TOO_MANY) {
            response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter(refusal));
        }
    }

    private static String retryAfter(Refusal refusal) {
        return refusal.args().stream()
                .filter(Number.class::isInstance)
                .map(String::valueOf)
                .findFirst()
                .orElse("60");
    }

    /** A body or form whose fields break the rules written on them. */
    @ExceptionHandler
    Object invalid(BindException broken, HttpServletRequest request) {
        Screen s = screens.of(request);
        List<Wrong> wrong = broken.getFieldErrors().stream()
                .map(error -> new Wrong(error.getField(), sentence(error, s)))
                .toList();
        return answer(422, "fields-refused", s.t("refusal.fields-refused"), wrong, request, s);
    }

    private static String sentence(FieldError error, Screen s) {
        String said = String.valueOf(error.getDefaultMessage());
        return error.isBindingFailure() ? s.t("field.unreadable") : s.tOr(said, said);
    }

    /** A parameter that breaks a rule written on it. */
    @ExceptionHandler
    Object invalid(HandlerMethodValidationException broken, HttpServletRequest request) {
        Screen s = screens.of(request);
        List<Wrong> wrong = broken.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new Wrong(
                                Objects.requireNonNullElse(
                                        result.getMethodParameter().getParameterName(), ""),
                                s.tOr(
                                        String.valueOf(error.getDefaultMessage()),
                                        String.valueOf(error.getDefaultMessage())))))
                .toList();
        return answer(422, "fields-refused", s.t("refusal.fields-refused"), wrong, request, s);
    }

    /** JSON that cannot be read at all is a bad request; JSON whose one field has a wrong value is that field's fault. */
    @ExceptionHandler
    Object unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        Screen s = screens.of(request);
        if (unreadable.getCause() instanceof JacksonException json
                && !json.getPath().isEmpty()) {
            List<Wrong> wrong = List.of(new Wrong(pathOf(json), s.t("field.unreadable")));
            return answer(422, "fields-refused", s.t("refusal.fields-refused"), wrong, request, s);
        }
        return answer(400, "unreadable", s.t("problem.unreadable"), List.of(), request, s);
    }

    private static String pathOf(JacksonException json) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : json.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    @ExceptionHandler
    Object unreadable(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        Refusal refusal = refusalIn(mismatch);
        if (refusal != null) {
            Screen s = screens.of(request);
            String sentence = s.t(refusal.messageKey(), refusal.args().toArray());
            return answer(refusal.kind().status(), refusal.code(), sentence, List.of(), request, s);
        }
        return atParameter(mismatch.getName(), "field.unreadable", request);
    }

    /** An identity in the address that names nothing is refused while it is read, deep inside the framework. */
    private static @Nullable Refusal refusalIn(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return null;
    }

    @ExceptionHandler
    Object missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        return atParameter(missing.getParameterName(), "field.required", request);
    }

    private Object atParameter(String name, String key, HttpServletRequest request) {
        Screen s = screens.of(request);
        return answer(
                422, "fields-refused", s.t("refusal.fields-refused"), List.of(new Wrong(name, s.t(key))), request, s);
    }

    /** The database cannot be reached, is held up, or is full: try again later. */
    private Object unavailable(
            Outage outage, Throwable thrown, HttpServletRequest request, HttpServletResponse response) {
        LOG.warn("answered 503, {}: {}", outage.code(), thrown.toString());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        Screen s = screens.of(request);
        return answer(503, outage.code(), s.t("problem." + outage.code()), List.of(), request, s);
    }

    /** The reader went away before the answer; there is nobody to tell. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        LOG.debug("reader gone: {}", gone.toString());
    }

    /** Everything else: what the web framework refuses keeps its status; the rest is a defect with a number. */
    @ExceptionHandler
    Object other(Exception other, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (other instanceof AccessDeniedException || other instanceof AuthenticationException) {
            throw other;
        }
        Optional<Outage> outage = Outage.behind(other);
        if (outage.isPresent()) {
            return unavailable(outage.get(), other, request, response);
        }
        Screen s = screens.of(request);
        if (other instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            int status = known.getStatusCode().value();
            return answer(status, codeOf(status), sentence(status, s), List.of(), request, s);
        }
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("defect {} at {} {}", number, request.getMethod(), request.getRequestURI(), other);
        return answer(500, "defect", s.t("problem.defect", number), List.of(), request, s);
    }

    /** The answer for a status that came about outside any handler, and for what was thrown there. */
    Object status(int status, @Nullable Throwable thrown, HttpServletRequest request, HttpServletResponse response) {
        Optional<Outage> outage = thrown == null ? Optional.empty() : Outage.behind(thrown);
        if (outage.isPresent()) {
            return unavailable(outage.get(), Objects.requireNonNull(thrown), request, response);
        }
        Screen s = screens.of(request);
        return answer(status, codeOf(status), sentence(status, s), List.of(), request, s);
    }

    private static String codeOf(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null
                ? "status-" + status
                : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String sentence(int status, Screen s) {
        return s.tOr("problem." + status, s.t(status < 500 ? "problem.400" : "problem.500"));
    }

    private Object answer(
            int status, String code, String detail, List<Wrong> wrong, HttpServletRequest request, Screen s) {
        String path = s.path();
        if (path.startsWith("/api/") || path.startsWith("/actuator/")) {
            ProblemDetail problem = detail(status, code, detail, wrong, path);
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        request.removeAttribute(Screen.REFUSED);
        ModelAndView page = new ModelAndView(isPart(request) ? "shared/problem-part" : "shared/problem");
        page.addObject("page", new ProblemPage(status, detail, wrong, ProblemPage.typed(status, request)));
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }

    /** Whether the answer stands inside a page that is there already, where a whole second page would be a fright. */
    private static boolean isPart(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null
                && request.getHeader("HX-Boosted") == null
                && request.getHeader("HX-History-Restore-Request") == null;
    }

    private static ProblemDetail detail(int status, String code, String sentence, List<Wrong> wrong, String path) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("/problems/" + code));
        problem.setDetail(sentence);
        problem.setInstance(
                URI.create(URLEncoder.encode(path, StandardCharsets.UTF_8).replace("%2F", "/")));
        problem.setProperty("code", code);
        if (!wrong.isEmpty()) {
            problem.setProperty("errors", wrong);
        }
        return problem;
    }
}
