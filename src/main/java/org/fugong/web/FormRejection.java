package org.fugong.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Answers 422 to every form that comes back with errors and puts them on the page as {@code errors}; 400 to forged names of fields. */
@Component
public class FormRejection implements HandlerInterceptor {

    /** A part of a list is named {@code parts[3].name}; anything else in brackets is forged, and binding would stumble over it. */
    private static final Pattern LISTED = Pattern.compile("[A-Za-z]\\w*\\[\\d{1,2}](\\.[A-Za-z]\\w*)?");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException {
        for (var name : request.getParameterMap().keySet()) {
            if ((name.indexOf('[') >= 0 || name.indexOf(']') >= 0) && !LISTED.matcher(name).matches()) {
                response.sendError(HttpStatus.BAD_REQUEST.value());
                return false;
            }
        }
        return true;
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
        if (page == null) {
            return;
        }
        page.getModel().values().stream()
                .filter(BindingResult.class::isInstance).map(BindingResult.class::cast)
                .filter(BindingResult::hasErrors).findFirst()
                .ifPresent(binding -> {
                    page.getModel().put("errors", FormErrors.of(binding));
                    if (response.getStatus() == HttpStatus.OK.value()) {
                        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                    }
                });
    }
}
