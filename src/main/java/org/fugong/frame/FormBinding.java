package org.fugong.frame;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Forms are records: what they declare is read, and invented names such as {@code name[9]} or {@code name.x} are not. */
@ControllerAdvice
class FormBinding {

    @InitBinder
    void constructOnly(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
    }

    /** After a form the browser is sent on with 303, so that it never repeats the form there. */
    @Autowired
    void seeOther(ThymeleafViewResolver views) {
        views.setRedirectHttp10Compatible(false);
    }
}
