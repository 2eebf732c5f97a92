package org.fugong.collective;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Enterprises;
import org.fugong.enterprise.Sites;
import org.fugong.filing.Filings;
import org.fugong.filing.FilingState;
import org.fugong.message.Notice;
import org.fugong.message.Notices;
import org.fugong.web.NotFound;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The operator of a venue or project keeps the list of its units; by the link units enter themselves. */
@Component
public class UnitEntry {

    private final UnitLists lists;
    private final Units units;
    private final Enterprises enterprises;
    private final Sites sites;
    private final Filings filings;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    UnitEntry(UnitLists lists, Units units, Enterprises enterprises, Sites sites, Filings filings, Notices notices,
            TransactionTemplate transaction, Clock clock) {
        this.lists = lists;
        this.units = units;
        this.enterprises = enterprises;
        this.sites = sites;
        this.filings = filings;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The lists of the firm. */
    @Transactional(readOnly = true)
    public List<UnitList> lists(Actor actor) {
        return lists.findByEnterpriseIdOrderById(firm(actor).id());
    }

    /** A list of the firm; {@link NotFound} where it is another's. */
    @Transactional(readOnly = true)
    public UnitList list(Actor actor, long id) {
        return lists.findByIdAndEnterpriseId(id, firm(actor).id()).orElseThrow(NotFound::new);
    }

    /** A unit of a list of the firm. */
    @Transactional(readOnly = true)
    public Unit unit(Actor actor, long list, long id) {
        return units.findByIdAndListId(id, list(actor, list).id()).orElseThrow(NotFound::new);
    }

    /** Begins the list of a site, or gives the one that was begun. */
    public UnitList begin(Actor actor, long siteId) {
        try {
            return transaction.execute(status -> beginOnce(actor, siteId));
        } catch (DataIntegrityViolationException e) {
            // another tab was faster
            return transaction.execute(status -> beginOnce(actor, siteId));
        }
    }

    private UnitList beginOnce(Actor actor, long siteId) {
        var site = sites.findByIdAndEnterpriseId(siteId, firm(actor).id()).filter(one -> !one.unit()).orElseThrow(NotFound::new);
        return lists.findBySiteIdAndEnterpriseId(siteId, site.enterpriseId())
                .orElseGet(() -> lists.saveAndFlush(UnitList.begin(site, token(), clock.instant())));
    }

    /** Lets units enter themselves, under an address that is new. */
    @Transactional
    public void openLink(Actor actor, long id) {
        lists.save(list(actor, id).openLink(token()));
    }

    @Transactional
    public void closeLink(Actor actor, long id) {
        lists.save(list(actor, id).closeLink());
    }

    /**
     * Puts a unit on a list.
     *
     * @throws UnitRefused where it stands on a list already, is the operator itself, or the list is full
     */
    public Unit enter(Actor actor, long listId, UnitParticulars particulars) {
        list(actor, listId);
        return enter(listId, particulars, false);
    }

    /** A unit enters itself by the link, once; the operator is told. The same refusals, and {@link NotFound} where the link is closed. */
    public Unit enterByLink(String token, UnitParticulars particulars) {
        return enter(open(token).id(), particulars, true);
    }

    /** The list that a link leads to. */
    @Transactional(readOnly = true)
    public UnitList open(String token) {
        return lists.findByTokenAndOpenTrue(token).orElseThrow(NotFound::new);
    }

    /**
     * Corrects a unit whose filing was not submitted yet.
     *
     * @param seen the version that was shown
     * @throws UnitRefused as in {@link #enter}, or where it has been filed for
     */
    public Unit correct(Actor actor, long listId, long id, int seen, UnitParticulars particulars) {
        return withOneCode(() -> transaction.execute(status -> {
            var unit = held(actor, listId, id);
            if (unit.version() != seen) {
                throw new OptimisticLockingFailureException("unit " + id + " was changed in between");
            }
            requireFree(particulars, unit, listId);
            return units.saveAndFlush(unit.correct(particulars));
        }));
    }

    /** Takes a unit off, with the draft of its filing; one that has been filed for stays. */
    @Transactional
    public void remove(Actor actor, long listId, long id) {
        var unit = held(actor, listId, id);
        if (unit.siteId() != null) {
            filings.findBySiteIdAndState(unit.siteId(), FilingState.DRAFT)
                    .ifPresent(draft -> filings.delete(filings.save(draft.discard())));
        }
        units.delete(units.save(unit.remove()));
    }

    private Unit enter(long listId, UnitParticulars particulars, boolean byLink) {
        return withOneCode(() -> transaction.execute(status -> {
            var list = lists.findForUpdateById(listId).orElseThrow(NotFound::new);
            requireFree(particulars, null, listId);
            if (enterprises.findById(list.enterpriseId()).orElseThrow().creditCode().equals(particulars.creditCode())) {
                throw new UnitRefused(UnitFault.OPERATOR);
            }
            if (units.countByListId(listId) >= UnitList.MOST) {
                throw new UnitRefused(UnitFault.FULL);
            }
            var unit = units.saveAndFlush(Unit.enter(list, particulars, byLink, clock.instant()));
            if (byLink) {
                notices.send(List.of(new Notice(list.enterpriseId(), "unit:" + unit.id(), "notice.unit-entered",
                        List.of(unit.place(), unit.name()), "/my/units/" + listId)));
            }
            return unit;
        }));
    }

    /** Of two who enter the same code at once on two lists the second comes here. */
    private static Unit withOneCode(java.util.function.Supplier<Unit> entering) {
        try {
            return entering.get();
        } catch (DataIntegrityViolationException e) {
            throw new UnitRefused(UnitFault.ON_ANOTHER_LIST);
        }
    }

    private void requireFree(UnitParticulars particulars, Unit self, long listId) {
        units.findByCreditCode(particulars.creditCode()).filter(other -> self == null || !other.id().equals(self.id())).ifPresent(other -> {
            throw new UnitRefused(other.listId() == listId ? UnitFault.ON_THIS_LIST : UnitFault.ON_ANOTHER_LIST);
        });
    }

    private Unit held(Actor actor, long listId, long id) {
        list(actor, listId);
        lists.findForUpdateById(listId);
        var unit = units.findByIdAndListId(id, listId).orElseThrow(NotFound::new);
        if (unit.siteId() != null && filings.existsBySiteIdAndStateIn(unit.siteId(), FilingState.LIVE)) {
            throw new UnitRefused(UnitFault.FILED);
        }
        return unit;
    }

    private Enterprise firm(Actor actor) {
        return enterprises.of(actor).orElseThrow(NotFound::new);
    }

    private String token() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
