package org.fugong.enterprise.web;

import org.fugong.account.Password;
import org.fugong.enterprise.CreditCode;
import org.fugong.enterprise.IllegalCreditCode;
import org.fugong.enterprise.Particulars;
import org.fugong.enterprise.Phone;
import org.fugong.web.Line;
import org.fugong.web.Required;
import org.fugong.web.Typed;
import org.springframework.validation.BindingResult;

/** What is typed to register. */
record RegistrationForm(
        @Required @Line(max = 60) String creditCode,
        @Required @Line(max = 100) String name,
        @Required @Line(max = 50) String legalRepresentative,
        @Required @Line(max = 50) String contact,
        @Required @Line(max = 40) String phone,
        @Required @Password String password) {

    void check(BindingResult binding) {
        if (!binding.hasFieldErrors("creditCode")) {
            checkCode(binding);
        }
        if (!binding.hasFieldErrors("phone") && Phone.of(phone).isEmpty()) {
            binding.rejectValue("phone", "phone.wrong");
        }
        if (!binding.hasFieldErrors("password") && Typed.code(password).equals(Typed.code(creditCode))) {
            binding.rejectValue("password", "password.code");
        }
    }

    Particulars particulars() {
        return new Particulars(name.strip(), legalRepresentative.strip(), contact.strip(), Phone.of(phone).orElseThrow());
    }

    private void checkCode(BindingResult binding) {
        try {
            CreditCode.of(creditCode);
        } catch (IllegalCreditCode e) {
            var advice = CreditCodeAdvice.of(e);
            binding.rejectValue("creditCode", advice.key(), advice.arguments(), null);
        }
    }
}
