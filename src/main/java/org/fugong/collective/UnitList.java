package org.fugong.collective;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.fugong.audit.Audited;
import org.fugong.enterprise.Site;
import org.springframework.data.domain.AbstractAggregateRoot;

/** The units of one site, a venue or a project, that its operator files for; by its link they enter themselves. */
@Entity
public class UnitList extends AbstractAggregateRoot<UnitList> {

    /** Units that one list holds at most. */
    public static final int MOST = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private long enterpriseId;
    private long siteId;
    private String token;
    private boolean open;
    private Instant openedAt;
    @Version
    private int version;

    /** A list was begun, or its link opened, closed or replaced. */
    record Step(UnitList list, String action) implements Audited {

        @Override
        public String subject() {
            return "unit-list:" + list.id();
        }
    }

    protected UnitList() {
    }

    static UnitList begin(Site site, String token, Instant now) {
        var list = new UnitList();
        list.enterpriseId = site.enterpriseId();
        list.siteId = site.id();
        list.token = token;
        list.openedAt = now;
        return list.andEvent(new Step(list, "unit-list.begun"));
    }

    /** The link takes entries from now on, under a new address: whoever has the old one comes to nothing. */
    UnitList openLink(String next) {
        token = next;
        open = true;
        return andEvent(new Step(this, "unit-list.link-opened"));
    }

    UnitList closeLink() {
        open = false;
        return andEvent(new Step(this, "unit-list.link-closed"));
    }

    public Long id() {
        return id;
    }

    public long enterpriseId() {
        return enterpriseId;
    }

    public long siteId() {
        return siteId;
    }

    public String token() {
        return token;
    }

    /** Whether units may enter themselves by the link. */
    public boolean open() {
        return open;
    }
}
