package org.fugong.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.DigestUtils;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/**
 * The public pages of visitors without an account, rendered once and kept: at most for two seconds, so that a change that
 * comes due, or was made on another node, appears by itself; a change made here drops them as soon as it is committed.
 * A browser that still has the page is told so.
 */
@Component
public class RenderedPages {

    /** What visitors' pages differ by: what is shown, in which language and size of type. */
    public record Key(Object shown, String locale, boolean large) {
    }

    private record Page(byte[] plain, byte[] zipped, String tag) {
    }

    private static final int BYTES = 32_000_000;
    private static final Pattern INDENTATION = Pattern.compile("^\\s+", Pattern.MULTILINE);

    private final Cache<Key, Page> pages = Caffeine.newBuilder().maximumWeight(BYTES)
            .weigher((Key key, Page page) -> page.plain().length + page.zipped().length).expireAfterWrite(Duration.ofSeconds(2)).build();
    private final ViewResolver templates;

    public RenderedPages(ViewResolver thymeleafViewResolver) {
        this.templates = thymeleafViewResolver;
    }

    /** The whole locale counts, not only its language: it also decides how numbers and dates are written. */
    public static Key key(Object shown, Locale locale, HttpServletRequest request) {
        var size = WebUtils.getCookie(request, "size");
        return new Key(shown, locale.toLanguageTag(), size != null && "large".equals(size.getValue()));
    }

    /** Writes a page, kept under its key; a page without one is not kept, nor is what an open transaction sees. */
    public void write(Key key, String template, Locale locale, Supplier<Map<String, Object>> model, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        boolean keeps = key != null && !TransactionSynchronizationManager.isActualTransactionActive();
        var page = keeps
                ? pages.get(key, missing -> render(template, locale, model, request, response))
                : render(template, locale, model, request, response);
        response.setContentType("text/html;charset=UTF-8");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (keeps) {
            // by one browser, which asks each time whether the page is still the same
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
            if (new ServletWebRequest(request, response).checkNotModified(page.tag())) {
                return;
            }
        }
        var body = page.plain();
        if (unzips(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            body = page.zipped();
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Whether gzip is named and not refused by a weight of 0 (RFC 9110, 12.5.3). */
    private static boolean unzips(String encodings) {
        return encodings != null && Stream.of(encodings.toLowerCase(Locale.ROOT).split(",")).map(coding -> coding.replaceAll("\\s", ""))
                .anyMatch(coding -> coding.equals("gzip") || coding.startsWith("gzip;") && !coding.matches("gzip;q=0(\\.0*)?"));
    }

    /** Drops every page that shows what a change has touched. */
    public void drop(Predicate<Object> shown) {
        pages.asMap().keySet().removeIf(key -> shown.test(key.shown()));
    }

    private Page render(String template, Locale locale, Supplier<Map<String, Object>> model, HttpServletRequest request,
            HttpServletResponse response) {
        try {
            // a third of the page is the indentation of its templates
            var plain = INDENTATION.matcher(html(template, locale, model.get(), request, response)).replaceAll("")
                    .getBytes(StandardCharsets.UTF_8);
            // weak: zipped and plain are the same page
            return new Page(plain, zip(plain), "W/\"" + DigestUtils.md5DigestAsHex(plain) + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page in the reader's language as text, for what is made from pages; nothing of it is sent. */
    public String html(String template, Map<String, Object> model, ServletWebRequest request) {
        return html(template, RequestContextUtils.getLocale(request.getRequest()), model, request.getRequest(), request.getResponse());
    }

    private String html(String template, Locale locale, Map<String, Object> model, HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var caught = new CaughtPage(response);
            templates.resolveViewName(template, locale).render(model, request, caught);
            return new String(caught.getContentAsByteArray(), StandardCharsets.UTF_8);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("cannot render " + template, e);
        }
    }

    /** Takes a page as it is rendered, and lets nothing of it through to the answer, which may be something else. */
    private static final class CaughtPage extends ContentCachingResponseWrapper {

        private CaughtPage(HttpServletResponse response) {
            super(response);
        }

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public void setCharacterEncoding(String encoding) {
            // text from here on
        }

        @Override
        public void setContentType(String type) {
            // the answer has its own
        }

        @Override
        public void setLocale(Locale locale) {
            // would set the encoding of the answer, too
        }
    }

    private static byte[] zip(byte[] plain) throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            zip.write(plain);
        }
        return zipped.toByteArray();
    }
}
