package org.fugong.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address under which the public reaches the portal: a setting, or where this request came in. */
@Component
public class PublicAddress {

    private final String base;

    PublicAddress(@Value("${fugong.public-url:}") String base) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    public String of(HttpServletRequest request, String path) {
        return (base.isEmpty() ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() : base) + path;
    }

    /** The same without a request; empty where it is not set. */
    public Optional<String> of(String path) {
        return base.isEmpty() ? Optional.empty() : Optional.of(base + path);
    }
}
