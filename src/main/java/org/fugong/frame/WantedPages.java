package org.fugong.frame;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * What somebody wanted when the session had gone, so that signing in goes on with it: the address of a page in a cookie;
 * a form that was sent in a short session, unless it is large, holds a password, or too many are waiting already.
 */
class WantedPages implements RequestCache {

    private static final int LARGEST_FORM = 96 * 1024;
    private static final int MOST_FORMS = 300;
    private static final Duration WAIT = Duration.ofMinutes(15);

    private final CookieRequestCache pages = new CookieRequestCache();
    private final HttpSessionRequestCache forms = new HttpSessionRequestCache();
    private final Cache<Boolean, AtomicInteger> waiting = Caffeine.newBuilder().expireAfterWrite(WAIT).build();

    WantedPages() {
        pages.setRequestMatcher(request -> request.getMethod().equals("GET") && request.getHeader("HX-Request") == null);
        forms.setRequestMatcher(this::mayWait);
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        pages.saveRequest(request, response);
        if (mayWait(request) && waiting.get(true, key -> new AtomicInteger()).incrementAndGet() <= MOST_FORMS) {
            forms.saveRequest(request, response);
            request.getSession().setMaxInactiveInterval((int) WAIT.toSeconds());
        }
    }

    @Override
    public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        var form = forms.getRequest(request, response);
        if (form != null) {
            return form;
        }
        var page = pages.getRequest(request, response);
        return page == null ? null : new SimpleSavedRequest(page.getRedirectUrl());
    }

    @Override
    public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        var form = forms.getMatchingRequest(request, response);
        return form != null ? form : pages.getMatchingRequest(request, response);
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        forms.removeRequest(request, response);
        pages.removeRequest(request, response);
    }

    private boolean mayWait(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getHeader("Autosave") == null
                && request.getContentLengthLong() <= LARGEST_FORM
                && request.getParameterMap().keySet().stream().noneMatch(name -> name.toLowerCase().contains("password"));
    }
}
