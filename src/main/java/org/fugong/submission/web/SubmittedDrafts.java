package org.fugong.submission.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.fugong.submission.Drafts;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A page of a draft that was submitted meanwhile, in another tab perhaps, leads to the receipt. */
@ControllerAdvice(basePackageClasses = SubmittedDrafts.class)
class SubmittedDrafts {

    @ExceptionHandler
    String receipt(Drafts.Submitted submitted, HttpServletRequest request, HttpServletResponse response) {
        var receipt = "/my/filings/" + submitted.no();
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", receipt);
        }
        return "redirect:" + receipt;
    }
}
