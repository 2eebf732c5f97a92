package org.fugong.filing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
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
    public Set<String> gone(long enterpriseId, Collection<String> addresses) {
        var drafts = new HashMap<Long, String>();
        for (var address : addresses) {
            var draft = DRAFT.matcher(address);
            if (draft.matches()) {
                drafts.put(Long.valueOf(draft.group(1)), address);
            }
        }
        if (!drafts.isEmpty()) {
            jdbc.sql("select id from filing where id in (:ids) and enterprise_id = :firm").param("ids", drafts.keySet())
                    .param("firm", enterpriseId).query(Long.class).list().forEach(drafts::remove);
        }
        return new HashSet<>(drafts.values());
    }
}
