package org.fugong.submission.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.fugong.submission.Drafts;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.support.RequestContextUtils;

/** A page of a draft that was submitted meanwhile, in another tab perhaps, leads to the receipt. */
@ControllerAdvice(basePackageClasses = SubmittedDrafts.class)
class SubmittedDrafts {

    @ExceptionHandler
    String receipt(Drafts.Submitted submitted, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (Autosave.asked(request)) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("no", submitted.no());
            return "submission/parts :: submitted";
        }
        if (request.getMethod().equals("POST") && !request.getRequestURI().endsWith("/submission")) {
            RequestContextUtils.getOutputFlashMap(request).put("late", true);
        }
        return "redirect:/my/filings/" + submitted.no();
    }
}
