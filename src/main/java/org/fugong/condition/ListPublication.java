package org.fugong.condition;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import org.fugong.account.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes a draft: from then on it is never edited, and from its time on new filings meet it. */
@Component
public class ListPublication {

    private final ListDrafting drafting;
    private final ConditionLists lists;
    private final Clock clock;

    ListPublication(ListDrafting drafting, ConditionLists lists, Clock clock) {
        this.drafting = drafting;
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * Publishes with its basis and reason, at once ({@code effectiveAt} null) or at a time to come.
     *
     * @throws RuleException where rules cannot be compiled or make no sense
     * @throws Refusal where basis, reason or time do not do
     */
    @Transactional
    public ConditionList publish(long id, long lock, String basis, String reason, Instant effectiveAt, Actor publisher) {
        var draft = drafting.draft(id, lock, publisher);
        var now = clock.instant();
        var reasons = new ArrayList<Refusal.Reason>();
        if (basis == null || basis.isBlank()) {
            reasons.add(new Refusal.Reason("basis", "condition.list.no-basis"));
        }
        if (reason == null || reason.isBlank()) {
            reasons.add(new Refusal.Reason("reason", "condition.list.no-reason"));
        }
        if (effectiveAt != null && effectiveAt.isBefore(now)) {
            reasons.add(new Refusal.Reason("effectiveAt", "condition.list.past"));
        }
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
        Rules.proofread(draft.content());
        return lists.saveAndFlush(draft.publish(basis.strip(), reason.strip(), effectiveAt == null ? now : effectiveAt, publisher, now));
    }
}
