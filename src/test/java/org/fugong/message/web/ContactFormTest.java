package org.fugong.message.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.fugong.message.Channel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.validation.BeanPropertyBindingResult;

class ContactFormTest {

    @ParameterizedTest
    @CsvSource({"wang@example.cn,wang@example.cn", "' wang@example.cn ',wang@example.cn", "ｗａｎｇ＠ｅｘａｍｐｌｅ．ｃｎ,wang@example.cn",
            "a.b+c_d@mail.gov.cn,a.b+c_d@mail.gov.cn", "1234567@qq.com,1234567@qq.com"})
    void mailAddressesAreUnderstood(String typed, String kept) {
        var form = form(typed, "");
        assertThat(errors(form, "mail")).isFalse();
        assertThat(form.address(Channel.MAIL)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wang", "wang@", "@example.cn", "wang@example", "a b@c.cn", "wang@exa mple.cn", "wang@-a.cn", "wang@a..cn",
            "王@example.cn", "a@b.cn,c@d.cn", "wang@example.cn>", "a@b@c.cn", "wang@1.2.3.4"})
    void whatIsNoMailAddressIsRefused(String typed) {
        assertThat(errors(form(typed, ""), "mail")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"13912345678,13912345678", "139 1234 5678,13912345678", "+86 139-1234-5678,13912345678", "１３９１２３４５６７８,13912345678"})
    void mobilesAreUnderstood(String typed, String kept) {
        var form = form("", typed);
        assertThat(errors(form, "mobile")).isFalse();
        assertThat(form.address(Channel.SMS)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0951-1234567", "1391234567", "400-820-8820", "12345", "12912345678"})
    void whatTakesNoMessagesIsRefused(String typed) {
        assertThat(errors(form("", typed), "mobile")).isTrue();
    }

    private static ContactForm form(String mail, String mobile) {
        return new ContactForm(mail, "true", mobile, "true", "CHINESE", null);
    }

    private static boolean errors(ContactForm form, String field) {
        var binding = new BeanPropertyBindingResult(form, "contact");
        form.check(binding);
        return binding.hasFieldErrors(field);
    }
}
