package org.fugong.request;

import java.time.Clock;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.message.Notice;
import org.fugong.message.Notices;
import org.fugong.web.NotFound;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The province answers, in writing and once; a firm is told so. */
@Component
public class RequestAnswering {

    private final Requests requests;
    private final Notices notices;
    private final Clock clock;

    RequestAnswering(Requests requests, Notices notices, Clock clock) {
        this.requests = requests;
        this.notices = notices;
        this.clock = clock;
    }

    /** Of two who answer at once the second is told so, by an {@link OptimisticLockingFailureException}. */
    @Transactional
    public void answer(Actor admin, String no, String text) {
        var request = requests.findByNoAndProvince(no, admin.scope()).orElseThrow(NotFound::new);
        if (request.isAnswered()) {
            throw new OptimisticLockingFailureException("request " + no + " has been answered");
        }
        requests.save(request.answer(text, admin, clock.instant()));
        if (request.enterpriseId() != null) {
            notices.send(List.of(new Notice(request.enterpriseId(), "request:" + no + ":answered", "notice.request-answered", List.of(no),
                    "/my/requests/" + no)));
        }
    }
}
