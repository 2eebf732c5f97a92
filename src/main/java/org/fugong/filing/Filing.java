package org.fugong.filing;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.fugong.account.Actor;
import org.fugong.account.Proof;
import org.fugong.audit.Audited;
import org.fugong.risk.Regime;
import org.fugong.rule.Finding;
import org.fugong.rule.Verdict;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.AbstractAggregateRoot;

/** One filing of one site, from the first draft on: what was filed, under which level and list, and what became of it. */
@Entity
@DynamicUpdate // what has not changed is not written again, in whatever form it was stored
public class Filing extends AbstractAggregateRoot<Filing> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String no;
    private String token;
    private long enterpriseId;
    private long siteId;
    private String county;
    private String province;
    @Enumerated(EnumType.STRING)
    private FilingKind kind;
    @Enumerated(EnumType.STRING)
    private FilingState state;
    @Embedded
    private FilingBasis basis;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private FilingSubject subject;
    @Embedded
    private FilingContents contents;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<Finding> findings;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<OwedItem> owed;
    private String letter;
    private String letterHash;
    @Embedded
    private FilingHeading heading;
    private LocalDate dueOn;
    private Instant submittedAt;
    private Instant startedAt;
    private Instant updatedAt;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Decision decision;
    private Long supersededBy;
    private Instant advisedAt;
    @Version
    private int version;

    /** The filing has moved on meanwhile, so that what was asked for is no longer possible: look again. */
    public static class Overtaken extends OptimisticLockingFailureException {
        Overtaken(Filing filing, String act) {
            super(act + " of filing " + filing.id + " in state " + filing.state);
        }
    }

    protected Filing() {
    }

    static Filing start(Location location, FilingKind kind, FilingBasis basis, FilingContents known, Instant now) {
        var filing = new Filing();
        filing.enterpriseId = location.enterpriseId();
        filing.siteId = location.siteId();
        filing.kind = kind;
        filing.state = FilingState.DRAFT;
        filing.contents = known;
        filing.findings = List.of();
        filing.owed = List.of();
        filing.startedAt = now;
        filing.updatedAt = now;
        filing.restOn(location, basis);
        return filing.andEvent(new FilingStep.Started(filing));
    }

    /** Takes the draft over to another kind, or to the basis that is in force now; what was typed stays. */
    Filing carryOver(Location location, FilingKind kind, FilingBasis basis, Instant now) {
        requireDraft("carrying over");
        this.kind = kind;
        restOn(location, basis);
        updatedAt = now;
        return this;
    }

    /** Changes what was filled in; saving the same once more is no change. */
    Filing fill(UnaryOperator<FilingContents> change, Instant now) {
        requireDraft("filling in");
        var next = change.apply(contents);
        updatedAt = next.equals(contents) ? updatedAt : now;
        contents = next;
        return this;
    }

    Filing submit(FilingNumber no, String token, Location location, FilingBasis basis, FilingSubject subject, Review review,
                  SignedCommitment letter, Proof proof, LocalDate dueOn, Instant now) {
        requireDraft("submission");
        this.no = no.value();
        this.token = token;
        restOn(location, basis);
        this.subject = subject;
        this.contents = contents.facts(review.facts());
        this.findings = review.findings();
        this.owed = review.owed();
        if (letter != null) {
            this.letter = letter.text();
            this.letterHash = letter.hash();
        }
        this.heading = FilingHeading.of(subject, contents.plan());
        this.dueOn = dueOn;
        this.state = kind.submitted();
        this.submittedAt = now;
        this.updatedAt = now;
        return andEvent(new FilingStep.Submitted(id, this.no, county, kind, basis, state, enterpriseId, heading.name(),
                count(Verdict.MET), promised(), count(Verdict.NOT_APPLICABLE), owed.size(), dueOn, letterHash, proof));
    }

    Filing withdraw(Instant now) {
        require(state.live() && state != FilingState.SUSPENDED, "withdrawal");
        return become(FilingState.WITHDRAWN, null, now, from -> new FilingStep.Withdrawn(id, county, from));
    }

    /** A newer filing of the same site, under another regime, takes the place of this one. */
    Filing supersede(Filing newer, Instant now) {
        require(state.live(), "superseding");
        supersededBy = newer.id;
        return become(FilingState.CHANGED, null, now, from -> new FilingStep.Superseded(id, county, from, newer.id));
    }

    Filing permit(Actor official, Instant now) {
        require(state == FilingState.SUBMITTED, "permission");
        decision = new Decision(true, List.of(), official.name(), now);
        return become(FilingState.PERMITTED, null, now, from -> new FilingStep.Permitted(id, county, from));
    }

    Filing refuse(Actor official, List<Decision.Reason> reasons, Instant now) {
        require(state == FilingState.SUBMITTED, "refusal");
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("A refusal rests on items of the list");
        }
        decision = new Decision(false, List.copyOf(reasons), official.name(), now);
        return become(FilingState.REFUSED, null, now, from -> new FilingStep.Refused(id, county, from, List.copyOf(reasons)));
    }

    /** The county has come to low risk while the application was open: nothing is left to decide, work may start. */
    public Filing close(long changeId, Instant now) {
        require(state == FilingState.SUBMITTED, "closing");
        return become(FilingState.CLOSED, null, now, from -> new FilingStep.Closed(id, county, from, changeId));
    }

    /** The county has come to low risk: what is owed becomes advice, for good. */
    public Filing advise(Instant now) {
        advisedAt = now;
        return andEvent(new FilingStep.Advised(id, county, owed.stream().map(OwedItem::code).toList()));
    }

    /** The draft goes on as another kind, because the level of the county has changed; what it rests on is shown to have changed. */
    public Filing switchTo(FilingKind next) {
        requireDraft("switching");
        var from = kind;
        kind = next;
        return andEvent(new FilingStep.Switched(id, county, from, next));
    }

    /** The firm promises the conditions of its application, too: where no reply is needed any more it takes effect on that. */
    Filing sign(SignedCommitment commitment, Proof proof, Instant now) {
        require(state == FilingState.SUBMITTED && kind == FilingKind.APPLICATION && letter == null, "signing");
        letter = commitment.text();
        letterHash = commitment.hash();
        contents = contents.signatory(commitment.signedName(), commitment.signedRole());
        updatedAt = now;
        return andEvent(new FilingStep.Signed(id, county, letterHash, proof));
    }

    /** The application stands as a commitment from now on and is checked afterwards by that day. */
    public Filing takeEffect(LocalDate checkBy, Instant now) {
        require(state == FilingState.SUBMITTED && letter != null, "taking effect");
        return become(FilingState.EFFECTIVE, checkBy, now, from -> new FilingStep.TookEffect(id, county, from, enterpriseId, checkBy));
    }

    /** The county has looked after the filing; it acts next by that day, or not at all. */
    public Filing checked(LocalDate nextDue) {
        dueOn = nextDue;
        return this;
    }

    /** Work has to stop until the order is lifted. */
    public Filing suspend(String reason, Instant now) {
        require(state.mayStart() && state.live(), "suspension");
        return become(FilingState.SUSPENDED, dueOn, now, from -> new FilingStep.Suspended(id, county, from, reason));
    }

    /** The order to stop is lifted: back to what the filing was when it was submitted, or permitted. */
    public Filing resume(Instant now) {
        require(state == FilingState.SUSPENDED, "resumption");
        var to = kind != FilingKind.APPLICATION ? kind.submitted() : decision == null ? FilingState.EFFECTIVE : FilingState.PERMITTED;
        return become(to, dueOn, now, from -> new FilingStep.Resumed(id, county, from, to));
    }

    /** Leaves the trace of a draft that its firm threw away. */
    Filing discard() {
        requireDraft("deletion");
        return andEvent(new FilingStep.Discarded(id, county, kind));
    }

    private Filing become(FilingState next, LocalDate due, Instant now, Function<FilingState, Audited> event) {
        var from = state;
        state = next;
        dueOn = due;
        updatedAt = now;
        return andEvent(event.apply(from));
    }

    private void restOn(Location location, FilingBasis basis) {
        county = location.county();
        province = location.province();
        this.basis = basis;
    }

    private void require(boolean possible, String act) {
        if (!possible) {
            throw new Overtaken(this, act);
        }
    }

    private void requireDraft(String act) {
        require(state == FilingState.DRAFT, act);
    }

    private long count(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }

    /** Whether work may go on under the county's present regime: at low risk always, but for an open order to stop. */
    public boolean mayStart(Regime now) {
        return state.mayStart() || now == Regime.NOTICE && state != FilingState.SUSPENDED;
    }

    private long promised() {
        var later = owed.stream().map(OwedItem::code).toList();
        return kind != FilingKind.COMMITMENT ? 0 : findings.stream().filter(finding -> !later.contains(finding.code())
                && answer(finding.code()).confirmed() != null).count();
    }

    public Long id() {
        return id;
    }

    /** Null while it is a draft. */
    public String no() {
        return no;
    }

    /** What the public address of the receipt ends with; null while it is a draft. */
    public String token() {
        return token;
    }

    public long enterpriseId() {
        return enterpriseId;
    }

    public long siteId() {
        return siteId;
    }

    public String county() {
        return county;
    }

    public FilingKind kind() {
        return kind;
    }

    public FilingState state() {
        return state;
    }

    public FilingBasis basis() {
        return basis;
    }

    public FilingSubject subject() {
        return subject;
    }

    FilingContents contents() {
        return contents;
    }

    public Plan plan() {
        return contents.plan();
    }

    /** What the firm stated about the site; after submission also what followed from its profile and plan. */
    public Map<String, Object> facts() {
        return contents.facts();
    }

    public Map<String, Answer> answers() {
        return contents.answers();
    }

    public Answer answer(String code) {
        return contents.answers().getOrDefault(code, Answer.NONE);
    }

    /** What the rules said at submission. */
    public List<Finding> findings() {
        return findings;
    }

    public List<OwedItem> owed() {
        return owed;
    }

    /** Whether what is owed is no more than advice: since the county came down to low risk. */
    public boolean owesAdvice() {
        return advisedAt != null || state == FilingState.CLOSED;
    }

    /** Whether the county checks it afterwards instead of replying to it. */
    public boolean checkedAfterwards() {
        return basis.regime() == Regime.RECORD || state == FilingState.EFFECTIVE || state == FilingState.SUSPENDED;
    }

    public String signedName() {
        return contents.signedName();
    }

    public String signedRole() {
        return contents.signedRole();
    }

    /** The commitment as it was signed; null for other kinds and drafts. */
    public SignedCommitment letter() {
        return letter == null ? null : new SignedCommitment(letter, letterHash, signedName(), signedRole());
    }

    /** Null while it is a draft. */
    public FilingHeading heading() {
        return heading;
    }

    public String name() {
        return heading.name();
    }

    /** By when the county acts next, or null. */
    public LocalDate dueOn() {
        return dueOn;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** What was decided on an application; null until then. */
    public Decision decision() {
        return decision;
    }

    public Long supersededBy() {
        return supersededBy;
    }

    public int version() {
        return version;
    }
}
