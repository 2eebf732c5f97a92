package org.fugong.account;

import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.edit.FieldEdit;
import org.fugong.web.Dates;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.BindingResult;

/** Who changed a record last, and when, as its trail has it: to tell whoever decided on what had been changed meanwhile. */
@Component
public class LastChanges {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Trail trail;
    private final Accounts accounts;

    LastChanges(Trail trail, Accounts accounts) {
        this.trail = trail;
        this.accounts = accounts;
    }

    /**
     * The last change of a record as that of its fields; nobody's where the trail knows of none.
     *
     * @param version the version of the record
     * @param actions the names of the steps that change it
     */
    @Transactional(readOnly = true)
    public FieldEdit of(String subject, int version, Set<String> actions) {
        return last(subject, actions).map(entry -> new FieldEdit(version, name(entry), entry.at(), null))
                .orElseGet(() -> new FieldEdit(version, null, null, null));
    }

    /** What is told of a record as a whole: that nothing was done, and who has changed it since it was shown. */
    @Transactional(readOnly = true)
    public MessageSourceResolvable told(String subject, Set<String> actions) {
        return last(subject, actions)
                .map(entry -> message("edit.record-overtaken", name(entry), TIME.format(entry.at().atZone(Dates.ZONE))))
                .orElseGet(() -> message("edit.record-overtaken.unknown"));
    }

    /** Tells that of a form. */
    @Transactional(readOnly = true)
    public void tell(String subject, Set<String> actions, BindingResult binding) {
        var told = told(subject, actions);
        binding.reject(told.getCodes()[0], told.getArguments(), null);
    }

    private Optional<Entry> last(String subject, Set<String> actions) {
        return trail.of(subject).reversed().stream().filter(entry -> actions.contains(entry.action())).findFirst();
    }

    private String name(Entry entry) {
        return accounts.findByLogin(entry.actor()).map(Account::name).orElse(entry.actor());
    }

    private static MessageSourceResolvable message(String key, Object... arguments) {
        return new DefaultMessageSourceResolvable(new String[]{key}, arguments);
    }
}
