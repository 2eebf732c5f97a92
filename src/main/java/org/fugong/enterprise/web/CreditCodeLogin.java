package org.fugong.enterprise.web;

import java.util.Optional;
import org.fugong.account.LoginAdvice;
import org.fugong.enterprise.CreditCode;
import org.fugong.enterprise.IllegalCreditCode;
import org.fugong.web.Typed;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Tells a firm that signs in with a number that is no credit code what it looks like; names of staff begin with a letter. */
@Component
class CreditCodeLogin implements LoginAdvice {

    @Override
    public Optional<MessageSourceResolvable> on(String typed) {
        var code = Typed.code(typed);
        if (code.length() != CreditCode.LENGTH && (code.isEmpty() || !Character.isDigit(code.charAt(0)))) {
            return Optional.empty();
        }
        try {
            CreditCode.of(typed);
            return Optional.empty();
        } catch (IllegalCreditCode e) {
            return Optional.of(CreditCodeAdvice.of(e).message());
        }
    }
}
