package org.fugong.request;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.audit.Audited;
import org.springframework.data.domain.AbstractAggregateRoot;

/** One thing that was told: what was asked, by whom, and the answer of the level above, which is given once. */
@Entity
public class Request extends AbstractAggregateRoot<Request> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String no;
    private String code;
    @Enumerated(EnumType.STRING)
    private Demand demand;
    private String county;
    private String province;
    private String unit;
    private String matter;
    private LocalDate happenedOn;
    private String filingNo;
    private String phone;
    private Long enterpriseId;
    private Instant sentAt;
    private String answer;
    private Instant answeredAt;
    private Long answeredBy;
    @Version
    private int version;

    /** Traced without the county, whose officials are not to find it, and without what the teller said. */
    public record Step(String action, Request request) implements Audited {

        @Override
        public String subject() {
            return "request:" + request.no;
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("demand", request.demand, "province", request.province);
        }
    }

    protected Request() {
    }

    /** Somebody tells something; a firm by its id, anybody else by null and with a code. */
    static Request send(String no, Statement told, String province, Long enterpriseId, String code, Instant now) {
        var request = new Request();
        request.no = no;
        request.code = code;
        request.demand = told.demand();
        request.county = told.county();
        request.province = province;
        request.unit = told.unit();
        request.matter = told.matter();
        request.happenedOn = told.happenedOn();
        request.filingNo = told.filingNo();
        request.phone = told.phone();
        request.enterpriseId = enterpriseId;
        request.sentAt = now;
        return request.andEvent(new Step("request.sent", request));
    }

    /** Answers it; what has been answered stays as it is. */
    Request answer(String text, Actor admin, Instant now) {
        if (isAnswered()) {
            throw new IllegalStateException("request " + no + " has been answered");
        }
        answer = text;
        answeredAt = now;
        answeredBy = admin.accountId();
        return andEvent(new Step("request.answered", this));
    }

    public boolean isAnswered() {
        return answer != null;
    }

    public Long id() {
        return id;
    }

    public String no() {
        return no;
    }

    /** What its answer is looked up by; null where a firm sent it. */
    public String code() {
        return code;
    }

    public Demand demand() {
        return demand;
    }

    public String county() {
        return county;
    }

    public String unit() {
        return unit;
    }

    public String matter() {
        return matter;
    }

    public LocalDate happenedOn() {
        return happenedOn;
    }

    public String filingNo() {
        return filingNo;
    }

    public String phone() {
        return phone;
    }

    /** The firm that sent it, or null. */
    public Long enterpriseId() {
        return enterpriseId;
    }

    public Instant sentAt() {
        return sentAt;
    }

    public String answer() {
        return answer;
    }

    public Instant answeredAt() {
        return answeredAt;
    }
}
