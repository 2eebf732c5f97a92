package org.fugong.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers a form that is too large or garbled with an error page, before anything reads it and stumbles again and again. */
@Component
// after the encoding has been set, before security reads the token of the form
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UnreadableForms extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(UnreadableForms.class);

    private static final int FULL = HttpStatus.INSUFFICIENT_STORAGE.value();

    /** Where firms, or an official for them, attach files; anywhere else a file is a table. */
    private static final Pattern EVIDENCE = Pattern
            .compile("/my/(drafts/\\d{1,18}/attachments|filings/[\\d-]{1,40}/owed)/\\w{1,60}|/desk/behalf/\\d{1,18}");

    /** Of an upload that is no evidence, in bytes; what comes in chunks does not say how long it is. */
    private static final long LARGEST_TABLE = 1024 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean upload = request.getContentType() != null && request.getContentType().startsWith("multipart/form-data");
        if (upload && !EVIDENCE.matcher(request.getRequestURI()).matches()
                && (request.getHeader("Transfer-Encoding") != null || request.getContentLengthLong() > LARGEST_TABLE)) {
            refuse(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, request, response);
            return;
        }
        try {
            request.getParameterMap();
            if (upload) {
                request.getParts();
            }
        } catch (InvalidParameterException e) {
            refuse(ownDisk(e) ? FULL : e.getErrorCode(), request, response);
            return;
        } catch (IllegalStateException e) {
            // so Tomcat says that an upload, or a file in it, is too large
            refuse(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, request, response);
            return;
        } catch (IOException | ServletException e) {
            refuse(ownDisk(e) ? FULL : HttpServletResponse.SC_BAD_REQUEST, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Whether what was sent could not be written down here; of what is sent wrong, or not to its end, Tomcat says so in its own words. */
    private static boolean ownDisk(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientAbortException) {
                return false;
            }
            if (cause.getClass() == IOException.class || cause instanceof FileSystemException) {
                log.warn("An upload cannot be written down: {}", cause.getMessage());
                return true;
            }
        }
        return false;
    }

    private static void refuse(int status, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (response.isCommitted()) {
            // the line was cut while it was read: nobody is there to be told
            return;
        }
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
