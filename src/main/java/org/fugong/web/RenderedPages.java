package org.fugong.lookup.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.fugong.adaptation.CountyAdaptation;
import org.fugong.condition.ConditionList;
import org.fugong.risk.RiskLevelChange;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/**
 * The county pages of visitors without an account, rendered once and kept: at most for two seconds, so that a change that
 * comes due, or was made on another node, appears by itself; a change made here drops them as soon as it is committed.
 */
@Component
class RenderedPages {

    /** What visitors' pages of one county differ by. */
    record Key(String county, String locale, boolean large) {
    }

    private record Page(byte[] plain, byte[] zipped) {
    }

    private static final Pattern INDENTATION = Pattern.compile("^\\s+", Pattern.MULTILINE);

    private final Cache<Key, Page> pages = Caffeine.newBuilder().maximumSize(500).expireAfterWrite(Duration.ofSeconds(2)).build();
    private final ViewResolver templates;

    RenderedPages(ViewResolver thymeleafViewResolver) {
        this.templates = thymeleafViewResolver;
    }

    /** The whole locale counts, not only its language: it also decides how numbers and dates are written. */
    static Key key(String county, Locale locale, HttpServletRequest request) {
        var size = WebUtils.getCookie(request, "size");
        return new Key(county, locale.toLanguageTag(), size != null && "large".equals(size.getValue()));
    }

    /** Writes a page, kept under its key; a page without one is not kept, nor is what an open transaction sees. */
    void write(Key key, String template, Locale locale, Supplier<Map<String, Object>> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var page = key == null || TransactionSynchronizationManager.isActualTransactionActive()
                ? render(template, locale, model, request, response)
                : pages.get(key, missing -> render(template, locale, model, request, response));
        response.setContentType("text/html;charset=UTF-8");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
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

    @TransactionalEventListener
    void listChanged(ConditionList.Changed event) {
        pages.invalidateAll();
    }

    @TransactionalEventListener
    void adapted(CountyAdaptation.Recorded event) {
        pages.invalidateAll();
    }

    @TransactionalEventListener
    void levelSet(RiskLevelChange.LevelSet event) {
        pages.invalidateAll();
    }

    private Page render(String template, Locale locale, Supplier<Map<String, Object>> model, HttpServletRequest request, HttpServletResponse response) {
        try {
            var caught = new ContentCachingResponseWrapper(response);
            templates.resolveViewName(template, locale).render(model.get(), request, caught);
            caught.flushBuffer();
            // a third of the page is the indentation of its templates
            var plain = INDENTATION.matcher(new String(caught.getContentAsByteArray(), StandardCharsets.UTF_8)).replaceAll("").getBytes(StandardCharsets.UTF_8);
            return new Page(plain, zip(plain));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("cannot render " + template, e);
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
