package org.fugong.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Typed text within a limit of characters and without control characters or broken Unicode; empty is allowed. */
@Documented
@Constraint(validatedBy = Line.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Line {

    int max();

    /** Whether line breaks are allowed. */
    boolean multiline() default false;

    String message() default "line";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<Line, String> {

        private Line limits;

        @Override
        public void initialize(Line limits) {
            this.limits = limits;
        }

        @Override
        public boolean isValid(String typed, ConstraintValidatorContext context) {
            return typed == null || Typed.isClean(typed, limits.max(), limits.multiline());
        }
    }
}
