package org.fugong.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Answers 422 to every form that comes back with errors and puts them on the page as {@code errors}. */
@Component
public class FormRejection implements HandlerInterceptor {

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
