package org.fugong.message.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.account.FreshProof;
import org.fugong.account.LastChanges;
import org.fugong.account.SignIn;
import org.fugong.edit.SavedFields;
import org.fugong.message.Channel;
import org.fugong.message.Channels;
import org.fugong.message.CodeLimit;
import org.fugong.message.Contact;
import org.fugong.message.Contacts;
import org.fugong.message.Language;
import org.fugong.message.OneTimeCode;
import org.fugong.web.Dates;
import org.fugong.web.NotFound;
import org.fugong.web.Typed;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How whoever is signed in wants to be told besides the portal: their addresses, each confirmed by a code that is sent there. */
@Controller
@RequestMapping("/account/contact")
class ContactController {

    private static final SavedFields FIELDS = SavedFields.of(ContactForm.class);
    private static final Set<String> CHANGES = Set.of("contact.changed");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final int CODES_PER_HOUR = 5;

    private final Contacts contacts;
    private final Channels channels;
    private final CodeLimit limit;
    private final FreshProof proofs;
    private final LastChanges changes;
    private final MessageSource messages;

    ContactController(Contacts contacts, Channels channels, CodeLimit limit, FreshProof proofs, LastChanges changes,
            MessageSource messages) {
        this.contacts = contacts;
        this.channels = channels;
        this.limit = limit;
        this.proofs = proofs;
        this.changes = changes;
        this.messages = messages;
    }

    @GetMapping
    String form(Actor actor, Locale locale, Model model) {
        var contact = contacts.of(actor.accountId());
        // who has said nothing yet reads in a language already
        var form = ContactForm.of(contact.version() > 0 ? contact : new Contact(Language.of(locale), 0, contact.addresses()));
        return page(contact, form, actor, model);
    }

    @PostMapping
    String change(@Valid @ModelAttribute("contact") ContactForm form, BindingResult binding, Actor actor, HttpServletRequest request,
            HttpServletResponse response, Locale locale, Model model, RedirectAttributes redirect) {
        var contact = contacts.of(actor.accountId());
        var merged = FIELDS.merged(form, ContactForm.of(contact), request, changes.of(Contacts.subjectOf(actor.login()), contact.version(),
                CHANGES), (field, text) -> word(field, text, locale), binding, model);
        merged.check(binding);
        if (!binding.hasErrors() && elsewhere(contact, merged)) {
            prove(actor, form.password(), binding, response);
        }
        if (!binding.hasErrors()) {
            try {
                var kept = contacts.change(actor, contact.version(), Language.valueOf(merged.language()), merged.wishes());
                redirect.addFlashAttribute("done", "contact.saved");
                return "redirect:" + open(kept).filter(channel -> contact.address(channel)
                        .filter(before -> before.text().equals(merged.address(channel))).isEmpty())
                        .findFirst().map(channel -> place(channel, actor)).orElse("/account/contact");
            } catch (OptimisticLockingFailureException e) {
                response.setStatus(HttpStatus.CONFLICT.value());
                changes.tell(Contacts.subjectOf(actor.login()), CHANGES, binding);
            }
        }
        var page = page(contact, merged, actor, model);
        // another object under the name of the form would drop its errors
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "contact", binding);
        return page;
    }

    @GetMapping("/{channel:mail|sms}")
    String code(@PathVariable String channel, @ModelAttribute("addressCode") CodeForm form, Actor actor, Model model) {
        return codePage(channel(channel), actor, model);
    }

    @PostMapping("/{channel:mail|sms}")
    String confirm(@PathVariable String channel, @Valid @ModelAttribute("addressCode") CodeForm form, BindingResult binding, Actor actor,
            Model model, RedirectAttributes redirect) {
        if (!binding.hasErrors() && !contacts.confirm(actor, channel(channel), OneTimeCode.typed(form.code()))) {
            binding.rejectValue("code", "addressCode.wrong");
        }
        if (binding.hasErrors()) {
            return codePage(channel(channel), actor, model);
        }
        redirect.addFlashAttribute("done", "contact.confirmed");
        return "redirect:" + open(contacts.of(actor.accountId())).findFirst().map(next -> place(next, actor)).orElse("/account/contact");
    }

    @PostMapping("/{channel:mail|sms}/code")
    String sendCode(@PathVariable String channel, Actor actor, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", send(channel(channel), actor) ? "addressCode.sent" : "addressCode.too-many");
        return "redirect:/account/contact/" + channel;
    }

    /** To where the code is typed in, after one was sent. */
    private String place(Channel channel, Actor actor) {
        send(channel, actor);
        return "/account/contact/" + channel.name().toLowerCase(Locale.ROOT);
    }

    private boolean send(Channel channel, Actor actor) {
        try {
            limit.count("account " + actor.accountId() + " " + channel, CODES_PER_HOUR);
            contacts.of(actor.accountId()).address(channel).ifPresent(address -> limit.count(address.text(), CODES_PER_HOUR));
            return contacts.sendCode(actor, channel);
        } catch (CodeLimit.TooManyCodes e) {
            return false;
        }
    }

    /** The addresses that are to be confirmed and can be. */
    private Stream<Channel> open(Contact contact) {
        return Stream.of(Channel.values()).filter(channels::offers)
                .filter(channel -> contact.address(channel).filter(address -> !address.confirmed()).isPresent());
    }

    private static boolean elsewhere(Contact contact, ContactForm form) {
        return Stream.of(Channel.values()).anyMatch(channel -> !Objects.equals(
                contact.address(channel).map(Contact.Address::text).orElse(null), form.address(channel)));
    }

    /** Whoever finds a screen left open does not turn messages, and with them the password, elsewhere. */
    private void prove(Actor actor, String password, BindingResult binding, HttpServletResponse response) {
        try {
            if (proofs.of(actor, password).isEmpty()) {
                binding.rejectValue("password", Typed.isBlank(password) ? "contact.password.missing" : "password.wrong");
            }
        } catch (SignIn.TooManyFailures e) {
            binding.rejectValue("password", "login.too-many");
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        } catch (SignIn.Busy busy) {
            busy.mark(response);
            binding.rejectValue("password", "login.busy");
        }
    }

    /** A stored text as the page shows it. */
    private String word(String field, String text, Locale locale) {
        return switch (field) {
            case "language" -> messages.getMessage("language." + text, null, locale);
            case "byMail", "bySms" -> messages.getMessage(Boolean.parseBoolean(text) ? "form.yes" : "form.no", null, locale);
            default -> text;
        };
    }

    private static Channel channel(String path) {
        return Channel.valueOf(path.toUpperCase(Locale.ROOT));
    }

    private String page(Contact contact, ContactForm form, Actor actor, Model model) {
        FIELDS.show(changes.of(Contacts.subjectOf(actor.login()), contact.version(), CHANGES), ContactForm.of(contact), model);
        model.addAttribute("contact", form).addAttribute("kept", contact).addAttribute("languages", Language.values())
                .addAttribute("provenAt", proofs.held(actor)
                        .map(proof -> TIME.format(LocalTime.ofInstant(proof.at(), Dates.ZONE))).orElse(null));
        return "message/contact";
    }

    private String codePage(Channel channel, Actor actor, Model model) {
        var address = contacts.of(actor.accountId()).address(channel).orElse(null);
        if (address == null || address.confirmed()) {
            return "redirect:/account/contact";
        }
        if (!channels.offers(channel)) {
            throw new NotFound();
        }
        model.addAttribute("channel", channel.name()).addAttribute("address", address.text());
        return "message/code";
    }
}
