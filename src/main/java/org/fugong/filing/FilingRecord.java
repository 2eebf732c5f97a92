package org.fugong.filing;

import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fugong.risk.Regime;
import org.fugong.rule.Finding;
import org.fugong.edit.FieldEdit;
import org.fugong.rule.Verdict;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** What is kept of a filing, to be read; {@link Filing} changes it. */
@MappedSuperclass
public abstract class FilingRecord extends OwedRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    String no;
    String token;
    long enterpriseId;
    long siteId;
    String county;
    String province;
    @Enumerated(EnumType.STRING)
    FilingKind kind;
    @Enumerated(EnumType.STRING)
    FilingState state;
    @Embedded
    FilingBasis basis;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    FilingSubject subject;
    @Embedded
    FilingContents contents;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Map<String, FieldEdit> edits;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<Finding> findings;
    String letter;
    String letterHash;
    Instant signedAt;
    String signedFrom;
    @Embedded
    FilingHeading heading;
    LocalDate dueOn;
    Instant submittedAt;
    Instant startedAt;
    Instant updatedAt;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Decision decision;
    @Embedded
    Succession succession;
    @Version
    int version;

    /** What the version in force owes is supplied to that while a change of it waits for the reply, and goes over with the reply. */
    @Override
    public boolean supplies(String code) {
        return super.supplies(code) && !(state.undecided() && succession.changesId() != null);
    }

    /** Whether work may go on under the county's present regime. */
    public boolean mayStart(Regime now) {
        return state.mayStart(now);
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

    public String province() {
        return province;
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

    public FilingContents contents() {
        return contents;
    }

    /** The last change of each field that was changed since the draft was begun, by its name in {@link FilingContents#fields()}. */
    public Map<String, FieldEdit> edits() {
        return edits;
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

    /** What the rules found of one item at submission; {@code null} where they found nothing. */
    public Verdict verdict(String code) {
        return findings.stream().filter(finding -> finding.code().equals(code)).map(Finding::verdict).findFirst().orElse(null);
    }

    /** Whether the county checks it afterwards instead of replying to it. */
    public boolean checkedAfterwards() {
        return state.checkedAfterwards(basis.regime());
    }

    public String signedName() {
        return contents.signedName();
    }

    public String signedRole() {
        return contents.signedRole();
    }

    /** The commitment as it was signed; null for other kinds and drafts. */
    public SignedCommitment letter() {
        return letter == null ? null : new SignedCommitment(letter, letterHash, signedName(), signedRole(), signedAt, signedFrom);
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

    /** Which version of what was filed it is. */
    public Succession succession() {
        return succession;
    }

    public int version() {
        return version;
    }

    /** How many items the rules found so. */
    long count(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }

    /** How many items a commitment promises. */
    long promised() {
        var later = owed.stream().map(OwedItem::code).toList();
        return kind != FilingKind.COMMITMENT
                ? 0
                : findings.stream().filter(finding -> !later.contains(finding.code())
                        && answer(finding.code()).confirmed() != null).count();
    }
}
