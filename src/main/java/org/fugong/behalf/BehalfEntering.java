package org.fugong.behalf;

import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.fugong.account.Account;
import org.fugong.account.Accounts;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.account.Staff;
import org.fugong.attachment.Attaching;
import org.fugong.attachment.Attachments;
import org.fugong.attachment.FileRefused;
import org.fugong.enterprise.AlreadyRegistered;
import org.fugong.enterprise.CreditCode;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Enterprises;
import org.fugong.enterprise.Particulars;
import org.fugong.enterprise.Place;
import org.fugong.enterprise.Profile;
import org.fugong.enterprise.Registration;
import org.fugong.enterprise.Site;
import org.fugong.enterprise.Sites;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.submission.Confirmation;
import org.fugong.submission.Draft;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.Drafts;
import org.fugong.submission.FilingStart;
import org.fugong.submission.FilingSubmission;
import org.fugong.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Enters a filing for a firm without an account, by an official of the county where it works, who finds all entries of the county, or
 * by a clerk of its hotline, who finds the own ones. The firm gets an account whose password
 * nobody knows, and claims it later; what is done here is done for it, and the trail names the official.
 */
@Component
public class BehalfEntering {

    private final BehalfEntries entries;
    private final Filings filings;
    private final Registration registration;
    private final Accounts accounts;
    private final Enterprises enterprises;
    private final Sites sites;
    private final FilingStart start;
    private final Drafts drafts;
    private final FilingSubmission submission;
    private final Attaching attaching;
    private final Attachments attachments;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BehalfEntering(BehalfEntries entries, Filings filings, Registration registration, Accounts accounts, Enterprises enterprises,
            Sites sites, FilingStart start, Drafts drafts, FilingSubmission submission, Attaching attaching, Attachments attachments,
            JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.entries = entries;
        this.filings = filings;
        this.registration = registration;
        this.accounts = accounts;
        this.enterprises = enterprises;
        this.sites = sites;
        this.start = start;
        this.drafts = drafts;
        this.submission = submission;
        this.attaching = attaching;
        this.attachments = attachments;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is to be filed for a firm: who it is, where it works, in which way, and who told it by which channel. */
    public record Order(CreditCode creditCode, Particulars particulars, Profile profile, Place place, FilingKind kind, EntryChannel channel,
            String spokenWith) {
    }

    /** A paper is entered without its scan. */
    public static class ScanMissing extends RuntimeException {
    }

    /** The site has a filing already that still fits; nothing was entered. */
    public static class AlreadyFiled extends RuntimeException {

        private final String no;

        AlreadyFiled(String no) {
            super(no, null, false, false);
            this.no = no;
        }

        public String no() {
            return no;
        }
    }

    /** Somebody else enters for the site already; nothing was entered. */
    public static class AlreadyBegun extends RuntimeException {
    }

    /**
     * Opens an entry: the firm, unless it was entered for before, its site, and a draft; all of it or nothing.
     *
     * @throws AlreadyRegistered where the firm has an account of its own
     * @throws AlreadyFiled where the site has a filing
     * @throws AlreadyBegun where the site has a draft that the reader does not find
     * @throws DraftEditing.NotOffered where the county’s regime does not offer the kind
     */
    public BehalfEntry open(Actor official, Order order) {
        requireOfficial(official);
        if (!order.channel.serves(order.kind) || !order.place.county().equals(official.scope())) {
            throw new IllegalArgumentException(order.channel + " " + order.kind + " in " + order.place.county());
        }
        return transaction.execute(status -> openOnce(official, order));
    }

    private BehalfEntry openOnce(Actor official, Order order) {
        var firm = known(order.creditCode).orElseGet(() -> register(official, order));
        if (!firm.isComplete()) {
            firm = enterprises.save(firm.describe(order.particulars, order.profile, clock.instant()));
        }
        var site = sites.of(firm).stream().filter(one -> one.place().equals(order.place)).findFirst().orElse(null);
        if (site == null) {
            site = sites.save(Site.add(firm, order.place));
        }
        var draft = start.start(actor(firm, official), site.id(), order.kind);
        if (draft.state() != FilingState.DRAFT) {
            throw new AlreadyFiled(draft.no());
        }
        var found = jdbc.sql("select id from behalf_entry where filing_id = ?").params(draft.id()).query(Long.class).optional();
        return found.isPresent()
                ? entries.findByIdAndCounty(found.get(), official.scope()).filter(entry -> finds(official, entry))
                        .orElseThrow(AlreadyBegun::new)
                : entries.save(new BehalfEntry(draft, order.channel, order.spokenWith, official, clock.instant()));
    }

    /** A firm that was entered for before and has not claimed its account. */
    private Optional<Enterprise> known(CreditCode creditCode) {
        var account = accounts.findByLogin(creditCode.value());
        if (account.isEmpty()) {
            return Optional.empty();
        }
        return account.map(Account::id).flatMap(enterprises::findByAccountId).filter(this::unclaimed)
                .or(() -> {
                    throw new AlreadyRegistered();
                });
    }

    private boolean unclaimed(Enterprise firm) {
        return jdbc.sql("select count(*) > 0 from behalf_firm where enterprise_id = ? and claimed_at is null").params(firm.id())
                .query(Boolean.class).single();
    }

    private Enterprise register(Actor official, Order order) {
        var firm = registration.register(order.creditCode, order.particulars, Staff.newPassword());
        jdbc.sql("insert into behalf_firm (enterprise_id, county, entered_at) values (?, ?, ?)")
                .params(firm.id(), official.scope(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
        return firm;
    }

    /** {@link NotFound} for what was entered in another county, and for the hotline what somebody else entered. */
    @Transactional(readOnly = true)
    public BehalfEntry of(Actor official, long id) {
        requireOfficial(official);
        return entries.findByIdAndCounty(id, official.scope()).filter(entry -> finds(official, entry)).orElseThrow(NotFound::new);
    }

    /** The draft of an entry; {@link Drafts.Submitted} where it is one no more. */
    @Transactional(readOnly = true)
    public Draft draft(Actor official, BehalfEntry entry) {
        return drafts.of(actor(official, entry), entry.filingId());
    }

    /** What was entered, submitted or not; the entry is one that whoever asks finds. */
    public Filing filing(BehalfEntry entry) {
        return filings.findById(entry.filingId()).orElseThrow();
    }

    /** Whoever acts for the firm of an entry; an edit shows the name of the official. */
    public Actor actor(Actor official, BehalfEntry entry) {
        return actor(enterprises.findById(entry.enterpriseId()).orElseThrow(NotFound::new), official);
    }

    /**
     * Attaches a scan of the paper.
     *
     * @throws FileRefused where it may not be attached
     */
    public void scan(Actor official, BehalfEntry entry, String name, Attaching.Source source) throws FileRefused, IOException {
        attaching.add(actor(official, entry), entry.filingId(), Attaching.PAPER, name, source, null);
    }

    /**
     * Submits an entry; submitted twice it is submitted once.
     *
     * @param signedName who has signed the paper; of a notice null
     * @throws ScanMissing where a paper has no scan
     * @throws org.fugong.submission.SubmissionRefused where something stands in the way
     */
    public Filing submit(Actor official, long id, String signedName) {
        requireOfficial(official);
        return transaction.execute(status -> {
            var entry = entries.findForUpdateByIdAndCounty(id, official.scope()).filter(one -> finds(official, one))
                    .orElseThrow(NotFound::new);
            var firm = actor(official, entry);
            if (entry.channel() == EntryChannel.PAPER && attachments.forFirm(entry.filingId()).on(Attaching.PAPER).isEmpty()) {
                throw new ScanMissing();
            }
            var confirmation = Confirmation.by(null, signedName, null);
            var filing = entry.channel() == EntryChannel.PAPER
                    ? submission.submitOnPaper(firm, entry.filingId(), confirmation)
                    : submission.submit(firm, entry.filingId(), confirmation);
            if (!entry.submitted()) {
                entries.save(entry.submit(clock.instant()));
            }
            return filing;
        });
    }

    private static Actor actor(Enterprise firm, Actor official) {
        return new Actor(firm.accountId(), firm.creditCode().value(), official.name(), Role.ENTERPRISE, null);
    }

    private static boolean finds(Actor official, BehalfEntry entry) {
        return official.role() == Role.OFFICIAL || entry.enteredBy() == official.accountId();
    }

    private static void requireOfficial(Actor official) {
        if (official.role() != Role.OFFICIAL && official.role() != Role.HOTLINE) {
            throw new NotFound();
        }
    }
}
