package org.fugong.message.web;

import jakarta.validation.constraints.Pattern;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.fugong.enterprise.Phone;
import org.fugong.message.Channel;
import org.fugong.message.Contact;
import org.fugong.message.Contacts;
import org.fugong.web.Line;
import org.fugong.web.Required;
import org.fugong.web.Typed;
import org.springframework.validation.BindingResult;

/** How somebody wants to be told, as typed; the password, where one is asked for, is never put back on a page. */
record ContactForm(@Line(max = 254) String mail, @Line(max = 5) String byMail, @Line(max = 40) String mobile, @Line(max = 5) String bySms,
        @Required @Pattern(regexp = "|CHINESE|ENGLISH") String language, @Line(max = 200) String password) {

    /** Only the shape: whether somebody reads it is known once a code has come back. A list of what ends a name would soon be old. */
    private static final java.util.regex.Pattern MAIL = java.util.regex.Pattern.compile("[!-~&&[^\\s@\"<>(),;:\\\\\\[\\]]]{1,64}@"
            + "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]");

    static ContactForm of(Contact contact) {
        var mail = contact.address(Channel.MAIL);
        var mobile = contact.address(Channel.SMS);
        return new ContactForm(mail.map(Contact.Address::text).orElse(""), wanted(mail),
                mobile.map(address -> Phone.written(address.text())).orElse(""), wanted(mobile), contact.language().name(), "");
    }

    void check(BindingResult binding) {
        if (!binding.hasFieldErrors("mail") && !Typed.isBlank(mail) && !MAIL.matcher(address(Channel.MAIL)).matches()) {
            binding.rejectValue("mail", "contact.mail.wrong");
        }
        if (!binding.hasFieldErrors("mobile") && !Typed.isBlank(mobile) && address(Channel.SMS) == null) {
            binding.rejectValue("mobile", "contact.mobile.wrong");
        }
    }

    /** The address of a channel as it is kept; null where there is none. */
    String address(Channel channel) {
        return switch (channel) {
            case MAIL -> Typed.isBlank(mail) ? null : Typed.plain(mail);
            case SMS -> Phone.of(mobile == null ? "" : mobile).map(Phone::value).filter(number -> number.matches("1\\d{10}")).orElse(null);
        };
    }

    Map<Channel, Contacts.Wish> wishes() {
        var wishes = new EnumMap<Channel, Contacts.Wish>(Channel.class);
        wishes.put(Channel.MAIL, new Contacts.Wish(address(Channel.MAIL), "true".equals(byMail)));
        wishes.put(Channel.SMS, new Contacts.Wish(address(Channel.SMS), "true".equals(bySms)));
        return wishes;
    }

    /** Who has said nothing yet is told by whatever address they leave. */
    private static String wanted(Optional<Contact.Address> address) {
        return String.valueOf(address.map(Contact.Address::wanted).orElse(true));
    }
}
