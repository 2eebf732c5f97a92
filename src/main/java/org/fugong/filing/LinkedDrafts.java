package org.fugong.filing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.fugong.account.Actor;
import org.fugong.message.LinkedPages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows which drafts there are no more; one that was submitted leads on to its filing. */
@Component
class LinkedDrafts implements LinkedPages {

    private static final Pattern DRAFT = Pattern.compile("/my/drafts/(\\d{1,18})");

    private final JdbcClient jdbc;

    LinkedDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> gone(Actor reader, Collection<String> addresses) {
        var drafts = new HashMap<Long, String>();
        for (var address : addresses) {
            var draft = DRAFT.matcher(address);
            if (draft.matches()) {
                drafts.put(Long.valueOf(draft.group(1)), address);
            }
        }
        if (!drafts.isEmpty()) {
            jdbc.sql("""
                    select filing.id from filing join enterprise on enterprise.id = enterprise_id
                    where filing.id in (:ids) and account_id = :reader""").param("ids", drafts.keySet())
                    .param("reader", reader.accountId()).query(Long.class).list().forEach(drafts::remove);
        }
        return new HashSet<>(drafts.values());
    }
}
