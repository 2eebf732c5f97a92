package org.fugong.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.fugong.WebTest;
import org.fugong.audit.Trail;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.Site;
import org.fugong.filing.FilingKind;
import org.fugong.filing.Filings;
import org.fugong.risk.RiskLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is sent at once, from several tabs or after an answer was lost; without a transaction around it, as it really is. */
@WebTest
class SimultaneousFilingTests {

    private static final String COUNTY = "640424";
    private static final int TABS = 8;

    @Autowired
    Firms firms;
    @Autowired
    FilingFixtures filed;
    @Autowired
    Filings filings;
    @Autowired
    FilingStart start;
    @Autowired
    DraftEditing editing;
    @Autowired
    Trail trail;

    private Enterprise firm;
    private Site site;

    @BeforeEach
    void medium() {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        firm = firms.complete("宁夏并发有限公司");
        site = firms.site(firm, COUNTY);
    }

    @AfterEach
    void low() {
        filed.level(COUNTY, RiskLevel.LOW);
    }

    @Test
    void submittingFromManyTabsIsOneFilingWithOneReceipt() throws Exception {
        var draft = filed.complete(firm, site, FilingKind.COMMITMENT);
        var receipts = atOnce(tab -> () -> filed.submit(firm, draft.id()).no());
        assertThat(new HashSet<>(receipts)).hasSize(1);
        assertThat(filings.findById(draft.id()).orElseThrow().no()).isEqualTo(receipts.getFirst());
        assertThat(trail.of("filing:" + draft.id())).filteredOn(entry -> entry.action().equals("filing.submitted")).hasSize(1);
    }

    @Test
    void startingFromManyTabsIsOneDraft() throws Exception {
        var drafts = atOnce(tab -> () -> start.start(Firms.actor(firm), site.id(), FilingKind.CHECKLIST).id());
        assertThat(new HashSet<>(drafts)).hasSize(1);
    }

    @Test
    void whatManyTabsSaveIsAllKept() throws Exception {
        var draft = filed.complete(firm, site, FilingKind.CHECKLIST);
        atOnce(tab -> () -> {
            editing.answers(Firms.actor(firm), draft.id(), SeenVersions.LATEST, Map.of("X" + tab, answer -> answer.value(true)));
            return tab;
        });
        assertThat(filings.findById(draft.id()).orElseThrow().answers()).containsKeys("X0", "X1", "X2", "X3", "X4", "X5", "X6", "X7");
    }

    private static <T> List<T> atOnce(IntFunction<Callable<T>> act) throws Exception {
        var together = new CyclicBarrier(TABS);
        try (var tabs = Executors.newFixedThreadPool(TABS)) {
            var answers = new ArrayList<Future<T>>();
            for (int tab = 0; tab < TABS; tab++) {
                var one = act.apply(tab);
                answers.add(tabs.submit(() -> {
                    together.await();
                    return one.call();
                }));
            }
            var all = new ArrayList<T>();
            for (var answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }
}
