package org.fugong.condition;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.audit.Audited;
import org.fugong.condition.file.ListReading;
import org.fugong.risk.RiskLevel;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * One version of a province's catalogue 条件目录: all its conditions with their use at each level, which lists are drawn from;
 * never changed.
 */
@Entity
public class CatalogueVersion extends AbstractAggregateRoot<CatalogueVersion> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String province;
    private int version;
    private String yaml;
    private String reason;
    private Instant recordedAt;
    private Long recordedBy;

    protected CatalogueVersion() {
    }

    CatalogueVersion(String province, int version, String yaml, String reason, Actor author, Instant now) {
        this.province = province;
        this.version = version;
        this.yaml = yaml;
        this.reason = reason;
        this.recordedAt = now;
        this.recordedBy = author.accountId();
        registerEvent(new Recorded(province, version, reason));
    }

    /** The list of a level as this version has it. */
    public ListContent at(RiskLevel level) {
        return ListReading.trusted(file(), level);
    }

    /** The file as it was brought in. */
    public byte[] file() {
        return yaml.getBytes(StandardCharsets.UTF_8);
    }

    public Long id() {
        return id;
    }

    public String province() {
        return province;
    }

    public int version() {
        return version;
    }

    public String reason() {
        return reason;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** The account that brought it in; {@code null} for what was seeded. */
    public Long recordedBy() {
        return recordedBy;
    }

    /** A version of the catalogue was brought in. */
    public record Recorded(String province, int version, String reason) implements Audited {
        @Override
        public String action() {
            return "catalogue.recorded";
        }

        @Override
        public String subject() {
            return "catalogue:" + province + "/" + version;
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("reason", reason);
        }
    }
}
