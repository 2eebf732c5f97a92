package org.fugong.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.webmvc.error.ErrorController;
import org.fugong.account.Actor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Errors: a page that says what to do next and shows what was typed; a problem document (RFC 9457) for machines. */
@Controller
class ErrorPages implements ErrorController {

    /** Parts of the names of fields that are never shown again. */
    private static final Pattern SECRET = Pattern.compile("password|current|repeat|token", Pattern.CASE_INSENSITIVE);

    /** Fields that go with a form or name its button, and that nobody types. */
    private static final Set<String> UNTYPED = Set.of("lock", "direction", "version", "account", "page", "back");

    private final FieldLabels labels;

    ErrorPages(FieldLabels labels) {
        this.labels = labels;
    }

    @RequestMapping("${server.error.path:/error}")
    Object error(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        var status = status(request);
        response.setStatus(status.value());
        SecurityConfiguration.protect(response);
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.startsWith("/api/")) {
            return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(ProblemDetail.forStatus(status));
        }
        model.addAttribute("status", status.value());
        model.addAttribute("kind", switch (status) {
            case FORBIDDEN, NOT_FOUND, CONFLICT, CONTENT_TOO_LARGE, SERVICE_UNAVAILABLE -> status.value();
            // too many saves say how long to wait; without that it was too many wrong passwords
            case TOO_MANY_REQUESTS -> response.getHeader(HttpHeaders.RETRY_AFTER) == null ? "429" : "429-saves";
            default -> status.is4xxClientError() ? "4xx" : "5xx";
        });
        model.addAttribute("typed", typed(request, path, locale));
        model.addAttribute("other", other(request));
        model.addAttribute("again", from(request).orElse(null));
        return "error/page";
    }

    /** The page on which a form was sent, as the address that it was sent to may be no page. */
    private static Optional<String> from(HttpServletRequest request) {
        if (!"POST".equals(request.getAttribute(RequestDispatcher.ERROR_METHOD))) {
            return Optional.empty();
        }
        return Optional.ofNullable(request.getHeader(HttpHeaders.REFERER)).flatMap(ErrorPages::address)
                .filter(page -> request.getServerName().equalsIgnoreCase(page.getHost()))
                .map(page -> page.getRawQuery() == null ? page.getRawPath() : page.getRawPath() + "?" + page.getRawQuery())
                .filter(page -> page.startsWith("/") && !page.startsWith("//"));
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static HttpStatus status(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }

    /** Whoever is signed in now, where the form was made for another account: another tab of the browser has changed it. */
    private static Actor other(HttpServletRequest request) {
        var account = request.getParameter("account");
        var actor = ActorArgument.current();
        return account == null || actor == null || account.equals(actor.login()) ? null : actor;
    }

    /** A text that was typed, beside the label of its field; the label is empty where none is known. */
    record TypedText(String label, String text) {
    }

    /** What the reader had typed into the form that failed, to copy from; never a password or a token. */
    private List<TypedText> typed(HttpServletRequest request, String path, Locale locale) {
        var typed = new ArrayList<TypedText>();
        if ("POST".equals(request.getAttribute(RequestDispatcher.ERROR_METHOD))) {
            request.getParameterMap().forEach((name, values) -> {
                var text = String.join(", ", values);
                if (!name.startsWith("_") && !name.startsWith("seen.") && !UNTYPED.contains(name) && !SECRET.matcher(name).find()
                        && !text.isBlank()) {
                    typed.add(new TypedText(labels.label(ActorArgument.current(), path, name, locale).orElse(""),
                            text.length() > 2_000 ? text.substring(0, 2_000) + "…" : text));
                }
            });
        }
        return typed;
    }
}
