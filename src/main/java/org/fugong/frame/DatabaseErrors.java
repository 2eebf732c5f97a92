package org.fugong.frame;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What the database refuses, as the answer it is: somebody was faster, the text cannot be held, or it is busy. */
@ControllerAdvice
class DatabaseErrors {

    private static final Logger log = LoggerFactory.getLogger(DatabaseErrors.class);

    @ExceptionHandler
    void overtaken(OptimisticLockingFailureException e, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.CONFLICT.value());
    }

    /** No connection to be had within the time that a reader waits, or no answer from where files are kept. */
    @ExceptionHandler({CannotCreateTransactionException.class, DataAccessResourceFailureException.class})
    void busy(Exception e, HttpServletResponse response) throws IOException {
        log.warn("Out of reach: {}", e.getMessage());
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }

    /** SQLSTATE class 22: data that no column can hold, a NUL character for one. */
    @ExceptionHandler
    void unfit(DataAccessException e, HttpServletResponse response) throws IOException {
        if (NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException sql
                && sql.getSQLState() != null && sql.getSQLState().startsWith("22")) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        } else {
            throw e;
        }
    }
}
