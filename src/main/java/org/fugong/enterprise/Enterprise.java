package org.fugong.enterprise;

import java.util.stream.Collectors;
import org.fugong.edit.FieldEdit;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fugong.audit.Audited;
import org.springframework.data.domain.AbstractAggregateRoot;

/** A firm that resumes work: registered once under its credit code, described as it fills in its profile. */
@Entity
public class Enterprise extends AbstractAggregateRoot<Enterprise> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private long accountId;
    @Embedded
    private CreditCode creditCode;
    private String name;
    private String legalRepresentative;
    private String contact;
    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "phone"))
    private Phone phone;
    private String registeredAddress;
    private String industry;
    private Integer staff;
    private BigDecimal revenue;
    private BigDecimal assets;
    @Enumerated(EnumType.STRING)
    private KeyClass keyClass;
    @Enumerated(EnumType.STRING)
    private SizeClass sizeClass;
    private Instant registeredAt;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Map<String, FieldEdit> edits = Map.of();
    @Version
    private int version;

    /** An enterprise has registered. */
    public record Registered(Enterprise enterprise, Map<String, Object> after) implements EnterpriseEvent {

        @Override
        public String action() {
            return "enterprise.registered";
        }
    }

    /** An enterprise has changed what it says about itself. */
    public record Described(Enterprise enterprise, Map<String, Object> before, Map<String, Object> after) implements EnterpriseEvent {

        @Override
        public String action() {
            return "enterprise.described";
        }
    }

    /** The identity is known only once the row is written, so the event asks for it then. */
    interface EnterpriseEvent extends Audited {

        Enterprise enterprise();

        @Override
        default String subject() {
            return "enterprise:" + enterprise().id();
        }
    }

    protected Enterprise() {
    }

    public static Enterprise register(long accountId, CreditCode creditCode, Particulars particulars, Instant at) {
        var enterprise = new Enterprise();
        enterprise.accountId = accountId;
        enterprise.creditCode = Objects.requireNonNull(creditCode);
        enterprise.registeredAt = Objects.requireNonNull(at);
        enterprise.take(particulars);
        return enterprise.andEvent(new Registered(enterprise, enterprise.snapshot()));
    }

    /** Takes over what the firm says about itself; what has not changed leaves no trace. */
    public Enterprise describe(Particulars particulars, Profile profile, Instant at) {
        var before = snapshot();
        var by = name;
        take(particulars);
        registeredAddress = profile.registeredAddress();
        industry = profile.industry();
        staff = profile.staff();
        revenue = profile.revenue();
        assets = profile.assets();
        keyClass = profile.keyClass();
        sizeClass = sizing().flatMap(Sizing::size).orElse(null);
        var after = snapshot();
        edits = FieldEdit.after(edits, texts(before), texts(after), by, at, null);
        before.entrySet().removeIf(entry -> after.remove(entry.getKey(), entry.getValue()));
        return before.isEmpty() && after.isEmpty() ? this : andEvent(new Described(this, before, after));
    }

    /** How large the firm is and why; empty until its industry is known. */
    public Optional<Sizing> sizing() {
        return Optional.ofNullable(industry).map(division -> SizeClasses.standard().of(division, staff, revenue, assets));
    }

    /** Whether everything is known that a filing needs. */
    public boolean isComplete() {
        return registeredAddress != null && staff != null && sizeClass != null && keyClass != null;
    }

    private void take(Particulars particulars) {
        name = Objects.requireNonNull(particulars.name());
        legalRepresentative = Objects.requireNonNull(particulars.legalRepresentative());
        contact = Objects.requireNonNull(particulars.contact());
        phone = Objects.requireNonNull(particulars.phone());
    }

    private static Map<String, String> texts(Map<String, Object> snapshot) {
        return snapshot.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().toString()));
    }

    private Map<String, Object> snapshot() {
        var all = new LinkedHashMap<String, Object>();
        all.put("creditCode", creditCode.value());
        all.put("name", name);
        all.put("legalRepresentative", legalRepresentative);
        all.put("contact", contact);
        all.put("phone", phone.value());
        all.put("registeredAddress", registeredAddress);
        all.put("industry", industry);
        all.put("staff", staff);
        all.put("revenue", plain(revenue));
        all.put("assets", plain(assets));
        all.put("keyClass", keyClass);
        all.put("sizeClass", sizeClass);
        all.values().removeIf(Objects::isNull);
        return all;
    }

    private static String plain(BigDecimal amount) {
        return amount == null ? null : amount.stripTrailingZeros().toPlainString();
    }

    /** The last change of each field, by its name. */
    public Map<String, FieldEdit> edits() {
        return edits;
    }

    public Long id() {
        return id;
    }

    public long accountId() {
        return accountId;
    }

    public CreditCode creditCode() {
        return creditCode;
    }

    public String name() {
        return name;
    }

    public String legalRepresentative() {
        return legalRepresentative;
    }

    public String contact() {
        return contact;
    }

    public Phone phone() {
        return phone;
    }

    public String registeredAddress() {
        return registeredAddress;
    }

    /** The two-digit division of GB/T 4754-2017. */
    public String industry() {
        return industry;
    }

    public Integer staff() {
        return staff;
    }

    /** Last year's, in 10,000 CNY. */
    public BigDecimal revenue() {
        return revenue;
    }

    /** In total, in 10,000 CNY. */
    public BigDecimal assets() {
        return assets;
    }

    public KeyClass keyClass() {
        return keyClass;
    }

    /** Null until all that it follows from is known. */
    public SizeClass sizeClass() {
        return sizeClass;
    }

    public Instant registeredAt() {
        return registeredAt;
    }
}
