package org.fugong.submission;

import java.time.Clock;
import java.time.LocalDate;
import org.fugong.account.Actor;
import org.fugong.attachment.Attaching;
import org.fugong.attachment.Attachments;
import org.fugong.attachment.FileRefused;
import org.fugong.enterprise.Enterprises;
import org.fugong.enterprise.Sites;
import org.fugong.filing.Applicability;
import org.fugong.filing.CarriedFrom;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingAct;
import org.fugong.filing.FilingState;
import org.fugong.filing.FilingWithdrawal;
import org.fugong.filing.Filings;
import org.fugong.filing.NextVersions;
import org.fugong.filing.Orders;
import org.fugong.web.Dates;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins the next version of a filing: a draft with everything that the version in force says, and what is attached to it; to change
 * it 变更, or to renew it 续期, with what needs a fresh answer left out.
 */
@Component
public class FilingChanging implements NextVersions {

    private final Filings filings;
    private final Enterprises enterprises;
    private final Sites sites;
    private final Applicability applicability;
    private final Orders orders;
    private final Attachments attachments;
    private final Attaching attaching;
    private final Clock clock;

    FilingChanging(Filings filings, Enterprises enterprises, Sites sites, Applicability applicability, Orders orders,
            Attachments attachments, Attaching attaching, Clock clock) {
        this.filings = filings;
        this.enterprises = enterprises;
        this.sites = sites;
        this.applicability = applicability;
        this.orders = orders;
        this.attachments = attachments;
        this.attaching = attaching;
        this.clock = clock;
    }

    /**
     * The draft of the next version; begun twice it is begun once.
     *
     * @throws NotFound where the filing is another firm's
     * @throws FilingWithdrawal.Ordered where the county has ordered something that is still open
     * @throws Filing.Overtaken where its state does not allow a change, or an application for one waits for its reply
     * @throws Outdated where something else is filed in its county by now
     * @throws InTheWay where the site has a draft of something else
     */
    @Override
    @Transactional
    public Filing change(Actor actor, String no) {
        return begin(actor, no, FilingAct.CHANGE);
    }

    @Override
    @Transactional
    public Filing renew(Actor actor, String no) {
        return begin(actor, no, FilingAct.RENEW);
    }

    private Filing begin(Actor actor, String no, FilingAct act) {
        var enterprise = enterprises.of(actor).orElseThrow(NotFound::new);
        var last = filings.findForUpdateByNoAndEnterpriseId(no, enterprise.id()).orElseThrow(NotFound::new);
        var begun = filings.findBySiteIdAndState(last.siteId(), FilingState.DRAFT);
        if (begun.isPresent() && begun.get().succession().changes(last)) {
            return begun.get();
        }
        boolean standing = last.state().live();
        var applicable = applicability.now(sites.findByIdAndEnterpriseId(last.siteId(), enterprise.id()).orElseThrow(NotFound::new));
        var others = filings.findBySiteIdAndStateInOrderByIdDesc(last.siteId(), standing ? FilingState.UNDECIDED : FilingState.LIVE);
        // what waits under another regime gives way when the change is submitted
        if (!act.possible(last.state()) || others.stream().anyMatch(other -> !standing || !applicable.outdates(other))) {
            throw new Filing.Overtaken(last, act.name());
        }
        var now = clock.instant();
        if (orders.stands(last.id())) {
            throw new FilingWithdrawal.Ordered();
        }
        if (standing ? applicable.outdates(last) : !applicable.kinds().contains(last.kind())) {
            throw new Outdated();
        }
        begun.ifPresent(other -> {
            throw new InTheWay(other.id());
        });
        var draft = Filing.start(applicable.location(), last.kind(), applicable.basis(), now).changing(standing ? last : null);
        draft.carry(act == FilingAct.CHANGE
                ? last.contents()
                : FreshAnswers.besides(last.contents(), applicable.list(), standing, LocalDate.ofInstant(now, Dates.ZONE)),
                CarriedFrom.LAST_FILING, now);
        filings.saveAndFlush(draft);
        // a scan is of what was signed then: the firm signs the next version itself
        attachments.forFirm(last.id()).all().stream().filter(file -> !file.item().equals(Attaching.PAPER))
                .forEach(file -> attach(actor, draft.id(), file.item(), file.id()));
        return draft;
    }

    /** The draft goes on as a filing by itself, where what it was to change is in force no longer. */
    @Transactional
    public void anew(Actor actor, long id) {
        var enterprise = enterprises.of(actor).orElseThrow(NotFound::new);
        var draft = filings.findForUpdateByIdAndEnterpriseId(id, enterprise.id()).orElseThrow(NotFound::new);
        filings.save(draft.changing(null));
    }

    /** The same files fit the same limits, so that none is refused. */
    private void attach(Actor actor, long draft, String item, long file) {
        try {
            attaching.reuse(actor, draft, item, file, null);
        } catch (FileRefused e) {
            throw new IllegalStateException(e);
        }
    }
}
