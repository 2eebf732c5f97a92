package org.fugong.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.fugong.obligation.LevelTransitions.COUNTY;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.enterprise.Firms;
import org.fugong.filing.Duty;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.Obligation;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.FilingFixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** From medium to high risk: who runs keeps running and confirms what was added. */
@WebTest
@Transactional
class AdditionsAskedTests {

    @Autowired
    TestClock clock;
    @Autowired
    FilingFixtures filed;
    @Autowired
    Firms firms;
    @Autowired
    AddedItems added;
    @Autowired
    Trail trail;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    LevelTransitions transitions;

    @BeforeEach
    void thursday() {
        clock.set(LevelTransitions.THURSDAY);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void toHighFirmsThatRunAreAskedToConfirmWhatWasAdded() {
        transitions.to(RiskLevel.MEDIUM);
        leaveOut("C10", "E01");
        var firm = firms.complete("宁夏确认有限公司");
        var filing = filed.submitted(firm, firms.site(firm, COUNTY), FilingKind.COMMITMENT);
        var actor = Firms.actor(firm);
        var change = transitions.to(RiskLevel.HIGH);
        assertThat(filing.state()).as("keeps running").isEqualTo(FilingState.EFFECTIVE);
        assertThat(transitions.open(firm)).extracting(Obligation::duty, Obligation::dueOn)
                .containsExactly(tuple(Duty.CONFIRM, LocalDate.of(2020, 3, 26)));
        assertThat(transitions.done(change)).containsEntry("additions-asked", 1);
        var items = added.of(actor, filing.no()).items();
        assertThat(items).noneMatch(AddedItems.Added::confirmed).extracting(item -> item.item().code()).containsExactly("C10", "E01");
        var first = items.getFirst();
        added.confirm(actor, filing.no(), Map.of(first.item().code(), "0000000000000000"));
        assertThat(added.of(actor, filing.no()).items()).as("other words are not confirmed").noneMatch(AddedItems.Added::confirmed);
        added.confirm(actor, filing.no(), Map.of(first.item().code(), first.words()));
        added.confirm(actor, filing.no(), Map.of(first.item().code(), first.words()));
        assertThat(added.of(actor, filing.no()).items()).filteredOn(AddedItems.Added::confirmed).extracting(AddedItems.Added::item)
                .containsExactly(first.item());
        added.confirm(actor, filing.no(), items.stream().collect(Collectors.toMap(item -> item.item().code(), AddedItems.Added::words)));
        assertThat(transitions.open(firm)).isEmpty();
        assertThat(trail.of("filing:" + filing.id())).extracting(Entry::action)
                .containsExactly("filing.started", "filing.submitted", "obligation.asked", "obligation.confirmed", "obligation.confirmed",
                        "obligation.fulfilled");
    }

    @Test
    void fromHighToMediumTheAddedItemsAreAskedNoMore() {
        transitions.to(RiskLevel.MEDIUM);
        leaveOut("C10");
        var firm = firms.complete("宁夏不再确认有限公司");
        filed.submitted(firm, firms.site(firm, COUNTY), FilingKind.CHECKLIST);
        transitions.to(RiskLevel.HIGH);
        assertThat(transitions.open(firm)).hasSize(1);
        transitions.to(RiskLevel.MEDIUM);
        assertThat(transitions.open(firm)).isEmpty();
    }

    /** The county asks less at medium risk, so that high risk adds something. */
    private void leaveOut(String... codes) {
        jdbc.sql(
                """
                        insert into county_adaptation (county, level, revision, adaptation, reason, effective_at, recorded_at, recorded_by)
                        select ?, 'MEDIUM', 1, cast(? as jsonb), '辖区情况', timestamptz '2020-01-01', timestamptz '2020-01-01', min(id)
                            from account""")
                .params(COUNTY, "{\"omitted\": [\"" + String.join("\", \"", codes) + "\"], \"relaxed\": {}}").update();
    }
}
