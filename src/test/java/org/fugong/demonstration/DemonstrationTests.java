package org.fugong.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fugong.account.Role;
import org.fugong.adaptation.AdaptationConflict;
import org.fugong.adaptation.ListInheritance;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevels;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemonstrationTest
class DemonstrationTests {

    @Autowired
    Demonstration demonstration;
    @Autowired
    DemonstrationFirms firms;
    @Autowired
    Regions regions;
    @Autowired
    RiskLevels levels;
    @Autowired
    ListInheritance inheritance;
    @Autowired
    DemonstrationStaff cast;
    @Autowired
    JdbcClient jdbc;

    @Test
    void fourCountiesAreAtMediumTwoAtHighAndAllOthersAtLow() {
        var counties = regions.served().stream().map(County::code).collect(Collectors.toSet());
        var now = levels.now(counties);
        assertThat(now.keySet()).isEqualTo(counties);
        assertThat(at(RiskLevel.MEDIUM, counties)).containsExactlyInAnyOrder("640104", "640181", "640205", "640324");
        assertThat(at(RiskLevel.HIGH, counties)).containsExactlyInAnyOrder("640502", "640423");
    }

    @Test
    void everyFirmIsMarkedAsMadeUpAndHasACodeOfItsOwn() {
        assertThat(firms.all()).hasSizeGreaterThanOrEqualTo(40).allMatch(firms::knows)
                .allMatch(firm -> firm.particulars().name().endsWith("（虚构）"))
                .allMatch(firm -> firm.code().value().startsWith("9164") && firm.code().innerCheckHolds())
                .extracting(DemonstrationFirm::code).doesNotHaveDuplicates();
    }

    @Test
    void aFirmHasTheAnswerOfTheProvinceAndSomebodyWithoutANameWaitsForIt() {
        assertThat(jdbc.sql("select answer is not null from request where enterprise_id is not null").query(Boolean.class).list())
                .containsExactly(true);
        assertThat(jdbc.sql("select answer is null from request where code is not null").query(Boolean.class).list()).containsExactly(true);
    }

    @Test
    void thereIsAFilingInEveryState() {
        assertThat(jdbc.sql("select distinct state from filing").query(String.class).set())
                .containsAll(Set.of("DRAFT", "RECORDED", "EFFECTIVE", "SUBMITTED", "ACCEPTED", "CORRECTION", "PERMITTED", "REFUSED",
                        "NOT_ACCEPTED", "SUSPENDED", "WITHDRAWN", "CHANGED", "CLOSED", "ENDED"));
    }

    @Test
    void anAcceptedApplicationWaitsForTwoOfThreeDepartmentsAndOneForItsFirm() {
        assertThat(jdbc.sql("""
                select o.state from opinion o join filing f on f.id = filing_id where f.state = 'ACCEPTED' and credit_code like '%DEM%'
                order by o.id""")
                .query(String.class).list()).containsExactly("GIVEN", "OPEN", "OPEN");
        assertThat(jdbc.sql("""
                select answered_at is null from correction join filing on filing.id = filing_id where credit_code like '%DEM%'""")
                .query(Boolean.class).list()).containsExactly(true);
        assertThat(jdbc.sql("""
                select count(*) from clock_stop join filing on filing.id = filing_id
                where resumed_at is null and credit_code like '%DEM%'""").query(Integer.class).single()).isOne();
    }

    @Test
    void aFilingHasTwoVersionsOfWhichTheSecondIsInForce() {
        assertThat(jdbc.sql("""
                select before.state || ' ' || before.edition || ', ' || filing.state || ' ' || filing.edition
                from filing join filing before on before.id = filing.changes_id
                where filing.credit_code like '%DEM%'""")
                .query(String.class).list())
                .containsExactly("CHANGED 1, EFFECTIVE 2");
    }

    @Test
    void thereIsAVerificationInEveryStateThatARecordCanReach() {
        assertThat(jdbc.sql("select distinct state from verification").query(String.class).set())
                .containsExactlyInAnyOrder("PLANNED", "PASSED", "RECTIFY", "REPORTED", "STOP_WORK", "CLOSED");
        assertThat(
                jdbc.sql("select count(*) from verification where state = 'PLANNED' and due_on < current_date").query(Long.class).single())
                .as("overdue").isPositive();
    }

    @Test
    void aFirmIsAskedToFileAndWhoeverWasTouchedHasANoticeToRead() {
        assertThat(jdbc.sql("select count(*) from obligation where state = 'OPEN' and duty = 'FILE' and due_on > current_date")
                .query(Long.class).single()).isOne();
        assertThat(jdbc.sql("""
                select key from notice join enterprise on enterprise.id = enterprise_id
                where read_at is null and credit_code like '%DEM%'""").query(String.class).list())
                .filteredOn(key -> !key.startsWith("notice.verification.") && !key.startsWith("notice.filing."))
                .containsExactlyInAnyOrder("notice.applications-closed", "notice.filing-asked", "notice.additions-asked",
                        "notice.request-answered");
        assertThat(jdbc.sql("select distinct key from notice").query(String.class).list())
                .contains("notice.verification.RECTIFY", "notice.verification.STOP_WORK", "notice.verification.closed",
                        "notice.filing.refused", "notice.staff.application-due", "notice.staff.answered", "notice.staff.request",
                        "notice.staff.level");
    }

    @Test
    void theNextListIsAnnouncedAndOneCountyHasToDecide() {
        var next = jdbc
                .sql("select id, asked_by <> published_by as by_two from condition_list where effective_at > now() and level = 'MEDIUM'")
                .query().singleRow();
        assertThat(next).containsEntry("by_two", true);
        assertThat(inheritance.undecided(RiskLevel.MEDIUM, cast.of(Role.COUNTY_ADMIN, "640181"))).singleElement()
                .satisfies(left -> assertThat(left.conflicts()).extracting(AdaptationConflict::code).containsExactly("C07"));
        assertThat(inheritance.undecided(RiskLevel.MEDIUM, cast.of(Role.COUNTY_ADMIN, "640104"))).isEmpty();
    }

    @Test
    void aBatchOfLevelsIsToComeWithWhatItWillTouch() {
        assertThat(levels.coming(Set.of("640303", "640402"))).hasSize(2);
        assertThat(jdbc
                .sql("select sum(foreseen) from level_batch_change join level_foresight using (change_id) where effect = 'filing-asked'")
                .query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void aFirmIsToConfirmWhatWasAdded() {
        assertThat(jdbc.sql("select county from obligation where state = 'OPEN' and duty = 'CONFIRM' and due_on >= current_date")
                .query(String.class).list())
                .containsExactly("640423");
    }

    @Test
    void somethingIsOwedSomethingOverdueHasOpenedACheckAndSomethingWasSupplied() {
        assertThat(jdbc.sql("select distinct state from owed_item").query(String.class).set()).contains("OPEN", "SUPPLIED");
        assertThat(jdbc.sql("select count(*) from verification where opened_for = 'OWED' and state = 'PLANNED'").query(Long.class).single())
                .isOne();
    }

    @Test
    void anOperatorHasFiledForItsTenantsAndACountyForAFirm() {
        assertThat(jdbc.sql("""
                select coalesce(f.state, 'NONE') from unit left join filing f on f.site_id = unit.site_id
                where unit.credit_code like '%DEU%' order by unit.id""")
                .query(String.class).list()).containsExactly("EFFECTIVE", "DRAFT", "EFFECTIVE", "EFFECTIVE", "NONE");
        assertThat(jdbc.sql("""
                select claimed_at is null from behalf_firm join enterprise on enterprise.id = enterprise_id
                where credit_code like '%DEB%'""").query(Boolean.class).list()).containsExactly(true);
    }

    @Test
    void itIsActedOnce() {
        var counts = counts();
        demonstration.start();
        assertThat(counts()).isEqualTo(counts);
    }

    @Test
    void whatItActsHasHappenedAlreadyAndSomebodyDidIt() {
        assertThat(jdbc.sql("select count(*) from audit_entry where at > now()").query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select distinct action from audit_entry where actor = 'system'").query(String.class).list())
                .containsExactlyInAnyOrder("account.opened", "account.assigned", "enterprise.registered", "filing.closed",
                        "filing.owed-overdue",
                        "obligation.asked", "request.sent",
                        "risk-level.took-effect", "verification.opened");
    }

    private List<String> at(RiskLevel level, Set<String> counties) {
        return levels.now(counties).values().stream().filter(county -> county.level() == level).map(county -> county.county()).toList();
    }

    private List<Long> counts() {
        return List.of("account", "enterprise", "site", "filing", "verification", "audit_entry", "risk_level_change", "county_adaptation")
                .stream()
                .map(table -> jdbc.sql("select count(*) from " + table).query(Long.class).single()).toList();
    }
}
