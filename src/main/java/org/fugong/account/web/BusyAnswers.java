package org.fugong.account.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.fugong.account.SignIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Too many passwords at once, on a page that has no words of its own for it: the error page shows what was typed. */
@ControllerAdvice
class BusyAnswers {

    @ExceptionHandler
    void busy(SignIn.Busy busy, HttpServletResponse response) throws IOException {
        busy.mark(response);
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
