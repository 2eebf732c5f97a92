package org.fugong.account;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;

/** A new password: long enough, and not so long that hashing it is work; what it is made of is free (NIST SP 800-63B). */
@Documented
@Constraint(validatedBy = Password.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Password {

    /** The fewest characters. */
    int min() default 10;

    /** The most bytes of UTF-8. */
    int max() default 72;

    String message() default "password";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<Password, String> {

        private Password limits;

        @Override
        public void initialize(Password limits) {
            this.limits = limits;
        }

        @Override
        public boolean isValid(String typed, ConstraintValidatorContext context) {
            return typed == null || typed.isEmpty()
                    || typed.codePointCount(0, typed.length()) >= limits.min()
                            && typed.getBytes(StandardCharsets.UTF_8).length <= limits.max();
        }
    }
}
