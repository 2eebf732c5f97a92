package org.fugong.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;

/** The language and the size of type, chosen on any page by {@code ?lang=} and {@code ?size=} and remembered. */
class Preferences implements HandlerInterceptor {

    private static final String SIZE = "size";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var language = request.getParameter("lang");
        if ("en".equals(language)) {
            RequestContextUtils.getLocaleResolver(request).setLocale(request, response, Locale.ENGLISH);
        } else if ("zh".equals(language)) {
            RequestContextUtils.getLocaleResolver(request).setLocale(request, response, Locale.SIMPLIFIED_CHINESE);
        }
        var size = request.getParameter(SIZE);
        if ("large".equals(size) || "normal".equals(size)) {
            response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(SIZE, size)
                    .path("/").maxAge(Duration.ofDays(365)).httpOnly(true).sameSite("Lax").build().toString());
        }
        return true;
    }

    /** Whether this request's page is to be in large type. */
    static boolean large(HttpServletRequest request) {
        var asked = request.getParameter(SIZE);
        var cookie = WebUtils.getCookie(request, SIZE);
        return "large".equals(asked) || asked == null && cookie != null && "large".equals(cookie.getValue());
    }
}
