package org.fugong.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers a form that is too large or garbled with an error page, before anything reads it and stumbles again and again. */
@Component
// after the encoding has been set, before security reads the token of the form
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UnreadableForms extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            request.getParameterMap();
            if (request.getContentType() != null && request.getContentType().startsWith("multipart/form-data")) {
                request.getParts();
            }
        } catch (InvalidParameterException e) {
            refuse(e.getErrorCode(), request, response);
            return;
        } catch (IllegalStateException e) {
            // so Tomcat says that an upload, or a file in it, is too large
            refuse(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, request, response);
            return;
        } catch (IOException | ServletException e) {
            refuse(HttpServletResponse.SC_BAD_REQUEST, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static void refuse(int status, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setStatus(status);
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        var unread = new Unread(request);
        unread.getRequestDispatcher("/error").forward(unread, response);
    }

    /** The request without what cannot be read. */
    private static final class Unread extends HttpServletRequestWrapper {

        Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        /** Or its parts would be read once more. */
        @Override
        public String getContentType() {
            return null;
        }

        @Override
        public String getQueryString() {
            return null;
        }

        @Override
        public String getParameter(String name) {
            return null;
        }

        @Override
        public String[] getParameterValues(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}
