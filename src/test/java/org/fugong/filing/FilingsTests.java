package org.fugong.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fugong.WebTest;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.condition.Finding;
import org.fugong.condition.Verdict;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.KeyClass;
import org.fugong.enterprise.SizeClass;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class FilingsTests {

    private static final Instant NOW = Instant.parse("2020-03-12T06:05:00Z");
    private static final Basis BASIS = new Basis(RiskLevel.MEDIUM, Regime.RECORD, "通知", 3L, null);

    @Autowired
    Filings filings;
    @Autowired
    Firms firms;
    @Autowired
    Trail trail;
    @Autowired
    EntityManager entities;

    private Enterprise firm;
    private long site;

    @BeforeEach
    void aFirm() {
        firm = firms.complete("宁夏示例机械有限公司");
        site = firms.site(firm, "640104").id();
    }

    @Test
    void aSubmittedFilingKeepsEverythingAsItWas() {
        var filing = filings.save(submitted(draft()));
        entities.flush();
        entities.clear();

        var read = filings.findByNoAndCounty(filing.no(), "640104").orElseThrow();
        assertThat(read.state()).isEqualTo(FilingState.EFFECTIVE);
        assertThat(read.plan().start()).isEqualTo(LocalDate.of(2020, 3, 13));
        assertThat(read.answers()).containsEntry("C01", Answer.of(450.0)).containsEntry("A02", Answer.NONE.owed(true));
        assertThat(read.findings()).extracting(Finding::gap).containsExactly(150.0);
        assertThat(read.owed()).containsExactly(new Owed("A02", LocalDate.of(2020, 3, 15), null));
        assertThat(read.letter().hash()).isEqualTo(Letter.sha256("承诺"));
        assertThat(read.basis()).isEqualTo(BASIS);
        assertThat(trail.of("filing:" + read.id())).extracting(Entry::action).containsExactly("filing.started", "filing.submitted");
    }

    @Test
    void anotherCountyOrFirmDoesNotFindIt() {
        var filing = filings.saveAndFlush(submitted(draft()));
        assertThat(filings.findByNoAndCounty(filing.no(), "640105")).isEmpty();
        assertThat(filings.findByNoAndEnterpriseId(filing.no(), 7L)).isEmpty();
        assertThat(filings.findForUpdateByNoAndCounty(filing.no(), "640105")).isEmpty();
    }

    @Test
    void aSiteHasOneDraft() {
        draft();
        assertThatThrownBy(() -> draft()).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aSiteHasOneLiveFiling() {
        filings.saveAndFlush(submitted(draft()));
        assertThatThrownBy(() -> filings.saveAndFlush(submitted(draft()))).isInstanceOf(DataIntegrityViolationException.class);
    }

    private Filing draft() {
        return filings.saveAndFlush(Filing.start(new Location(firm.id(), site, "640104", "640000"), Kind.COMMITMENT, BASIS, NOW));
    }

    private static Filing submitted(Filing draft) {
        draft.plan(new Plan("李四", "0951-1234567", LocalDate.of(2020, 3, 13), 120, 100, 3, 0, 1, null), NOW);
        draft.answers(Map.of("C01", Answer.of(450.0), "A02", Answer.NONE.owed(true)), NOW);
        return draft.submit(FilingNumber.of("640104", LocalDate.of(2020, 3, 12), draft.id()), ("token-" + draft.id() + "x".repeat(22)).substring(0, 22),
                new Location(draft.enterpriseId(), draft.siteId(), "640104", "640000"), BASIS,
                new Subject("91640100MA0000000X", "宁夏示例", "地址", "厂区", "地址", null, null, "34", SizeClass.SMALL, KeyClass.GENERAL, "张三", "李四", "0951-1234567"),
                Map.of("planned_staff", 100.0), List.of(new Finding("C01", Verdict.UNMET, "还差", "short", 600.0, 450.0, 150.0)),
                List.of(new Owed("A02", LocalDate.of(2020, 3, 15), null)), Letter.sign("承诺", "张三", "法定代表人"), LocalDate.of(2020, 3, 19), NOW);
    }
}
