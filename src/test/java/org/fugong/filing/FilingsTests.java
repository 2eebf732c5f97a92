package org.fugong.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.Map;
import org.fugong.WebTest;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.Site;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.FilingFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class FilingsTests {

    private static final String COUNTY = "640121";

    @Autowired
    Filings filings;
    @Autowired
    Firms firms;
    @Autowired
    FilingFixtures filed;
    @Autowired
    DraftEditing editing;
    @Autowired
    Trail trail;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    EntityManager entities;

    private Enterprise firm;
    private Site site;

    @BeforeEach
    void aFirm() {
        firm = firms.complete("宁夏存档有限公司");
        site = firms.site(firm, COUNTY);
        filed.level(COUNTY, RiskLevel.MEDIUM);
    }

    @Test
    void aSubmittedFilingKeepsEverythingAsItWas() {
        var draft = filed.complete(firm, site, FilingKind.CHECKLIST);
        editing.answers(Firms.actor(firm), draft.id(), SeenVersions.LATEST, Map.of("A03", answer -> Answer.of(false).owed(true)));
        var filing = filed.submit(firm, draft.id());
        entities.flush();
        entities.clear();

        var read = filings.findByNoAndCounty(filing.no(), COUNTY).orElseThrow();
        assertThat(read).isNotSameAs(filing);
        assertThat(read.plan()).isEqualTo(filing.plan());
        assertThat(read.facts()).isEqualTo(filing.facts()).containsEntry("planned_staff", 40.0).containsEntry("industry", "34");
        assertThat(read.answers()).isEqualTo(filing.answers()).containsEntry("A03", Answer.of(false).owed(true));
        assertThat(read.findings()).isEqualTo(filing.findings()).hasSizeGreaterThan(40);
        assertThat(read.owed()).isEqualTo(filing.owed()).hasSize(1);
        assertThat(read.subject()).isEqualTo(filing.subject());
        assertThat(read.basis()).isEqualTo(filing.basis());
        assertThat(read.basis().regime()).isEqualTo(Regime.RECORD);
        assertThat(trail.of("filing:" + read.id())).extracting(Entry::action).containsExactly("filing.started", "filing.submitted");
    }

    @Test
    void anotherCountyOrFirmDoesNotFindIt() {
        var filing = filed.submitted(firm, site, FilingKind.COMMITMENT);
        assertThat(filings.findByNoAndCounty(filing.no(), "640105")).isEmpty();
        assertThat(filings.findByNoAndEnterpriseId(filing.no(), firm.id() + 1)).isEmpty();
        assertThat(filings.findForUpdateByNoAndCounty(filing.no(), "640105")).isEmpty();
    }

    @Test
    void aSiteHasOneFilingInForce() {
        filed.submitted(firm, site, FilingKind.COMMITMENT);
        entities.flush();
        assertThatThrownBy(() -> copy("EFFECTIVE")).isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("filing_one_in_force");
    }

    @Test
    void oneApplicationAtMostWaitsBesideTheFilingInForce() {
        filed.submitted(firm, site, FilingKind.COMMITMENT);
        entities.flush();
        copy("SUBMITTED");
        assertThatThrownBy(() -> copy("ACCEPTED")).isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("filing_one_undecided");
    }

    @Test
    void aSecondDraftIsRefusedByTheDatabase() {
        filed.complete(firm, site, FilingKind.COMMITMENT);
        entities.flush();
        assertThatThrownBy(() -> copy("DRAFT")).isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("filing_one_draft");
    }

    private void copy(String state) {
        jdbc.sql(
                """
                        insert into filing (no, token, enterprise_id, site_id, county, province, kind, regime, state, level, notice,
                            subject, plan,
                            facts, answers, findings, owed, submitted_at, started_at, updated_at, version)
                        select :no, :token, enterprise_id, site_id, county, province, kind,
                            regime, :state, level, notice, '{}', plan,
                            facts, answers, findings, owed, now(), started_at, updated_at, 0
                        from filing where site_id = :site""")
                .param("no", "640121-200319-9999%d-9".formatted(state.length()))
                .param("token", "%-22s".formatted(state).replace(' ', '-'))
                .param("state", state).param("site", site.id()).update();
    }
}
