package org.fugong.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.CreditCode;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.Site;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.filing.SubmittedFilings;
import org.fugong.message.Inbox;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.Confirmation;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.Drafts;
import org.fugong.submission.FilingFixtures;
import org.fugong.submission.Obstacle;
import org.fugong.submission.SpareStocks;
import org.fugong.web.NotFound;
import org.fugong.web.table.TableProblem;
import org.fugong.web.table.Workbooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** An operator files for its units: each is a filing of its own, and one that does not pass holds up no other. */
@WebTest
class UnitFilingTests {

    private static final String COUNTY = "640221";
    private static final LocalDate START = LocalDate.now().plusDays(3);
    private static final Confirmation SIGNED = Confirmation.by(Firms.PASSWORD, "马建国", FilingFixtures.ADDRESS);

    @Autowired
    UnitEntry entry;
    @Autowired
    UnitImport tables;
    @Autowired
    UnitFiling filing;
    @Autowired
    Units units;
    @Autowired
    Filings filings;
    @Autowired
    Drafts drafts;
    @Autowired
    Firms firms;
    @Autowired
    FilingFixtures filed;
    @Autowired
    DraftEditing editing;
    @Autowired
    SubmittedFilings received;
    @Autowired
    Inbox inbox;
    @Autowired
    Trail trail;
    @Autowired
    TransactionTemplate transaction;

    private Enterprise firm;
    private Actor operator;
    private Site venue;
    private UnitList list;

    @BeforeEach
    void aMarket() {
        transaction.executeWithoutResult(status -> {
            received.level(COUNTY, RiskLevel.MEDIUM);
            firm = firms.complete("宁夏平罗市场有限公司");
            venue = firms.site(firm, COUNTY, "平罗市场");
        });
        operator = Firms.actor(firm);
        list = entry.begin(operator, venue.id());
    }

    @ParameterizedTest
    @EnumSource(value = FilingKind.class, names = {"CHECKLIST", "COMMITMENT"})
    void eachUnitHasItsOwnVerdictAndReceiptAndOneThatFailsHoldsUpNoOther(FilingKind kind) {
        var own = filed.submitted(firm, venue, kind);
        var entered = IntStream.range(0, 4).mapToObj(n -> entry.enter(operator, list.id(), unit("商户" + n, n == 2 ? 1 : 0))).toList();
        assertThat(filing.file(operator, list.id(), START, SIGNED)).isEqualTo(new UnitFiling.Outcome(3, 1, 0));

        var receipts = entered.stream().filter(unit -> !unit.name().equals("商户2")).map(this::live).toList();
        assertThat(receipts).extracting(Filing::no).doesNotHaveDuplicates().doesNotContain(own.no());
        assertThat(receipts).allSatisfy(receipt -> {
            assertThat(receipt.state()).isEqualTo(FilingState.EFFECTIVE);
            assertThat(receipt.kind()).isEqualTo(kind);
            assertThat(receipt.plan().plannedStaff()).isEqualTo(5);
            assertThat(receipt.plan().start()).isEqualTo(START);
            assertThat(receipt.subject().site()).startsWith("A区 商户");
            assertThat(receipt.letter() == null).isEqualTo(kind != FilingKind.COMMITMENT);
        });
        var failed = drafts.of(operator, draft(entered.get(2)).id());
        assertThat(failed.review().obstacles()).extracting(Obstacle::field).containsExactly("B03");

        entry.correct(operator, list.id(), entered.get(2).id(), units.findById(entered.get(2).id()).orElseThrow().version(),
                again(entered.get(2), 0));
        assertThat(filing.file(operator, list.id(), START, SIGNED)).isEqualTo(new UnitFiling.Outcome(1, 0, 0));
        assertThat(filing.file(operator, list.id(), START, SIGNED)).isEqualTo(new UnitFiling.Outcome(0, 0, 0));
        assertThat(receipts)
                .allSatisfy(receipt -> assertThat(filings.findById(receipt.id()).orElseThrow().state()).isEqualTo(FilingState.EFFECTIVE));
    }

    @Test
    void aUnitThatCannotBeKeptHoldsUpNoOtherAndCanBeFiledForLater() {
        filed.submitted(firm, venue, FilingKind.CHECKLIST);
        var entered = IntStream.range(0, 3).mapToObj(n -> entry.enter(operator, list.id(), unit("商户" + n, 0))).toList();
        var taken = entered.get(1);
        var name = "A区 商户1（平罗市场）";
        transaction.executeWithoutResult(status -> {
            firms.site(firm, COUNTY, name);
            firms.site(firm, COUNTY, taken.particulars().creditCode() + " " + name);
        });
        assertThat(filing.file(operator, list.id(), START, SIGNED)).as("the unique key of the names of sites refuses the second")
                .isEqualTo(new UnitFiling.Outcome(2, 0, 1));
        assertThat(live(entered.get(0)).state()).isEqualTo(FilingState.EFFECTIVE);
        assertThat(live(entered.get(2)).state()).isEqualTo(FilingState.EFFECTIVE);
        assertThat(units.findById(taken.id()).orElseThrow().siteId()).as("nothing half saved").isNull();

        var known = taken.particulars();
        entry.correct(operator, list.id(), taken.id(), units.findById(taken.id()).orElseThrow().version(),
                new UnitParticulars(known.creditCode(), "改名商户", known.place(), known.responsible(), known.phone(), known.totalStaff(),
                        known.plannedStaff(), known.fromOutside(), known.fromHighRisk(), known.declared()));
        assertThat(filing.file(operator, list.id(), START, SIGNED)).isEqualTo(new UnitFiling.Outcome(1, 0, 0));
    }

    @Test
    void aStockOfTheVenueIsDividedAndCountsInFullForNoUnit() {
        var draft = filed.complete(firm, venue, FilingKind.CHECKLIST);
        editing.answers(operator, draft.id(), SeenVersions.LATEST, Map.of("C01", answer -> answer.value(300.0)));
        var own = filed.submit(firm, draft.id());
        assertThat(filing.spare(own)).extracting(SpareStocks.Spare::code, SpareStocks.Spare::amount)
                .as("40 people need 240 masks").contains(tuple("C01", 60.0));
        var first = entry.enter(operator, list.id(), unit("商户甲", 0));
        entry.enter(operator, list.id(), unit("商户乙", 0));
        assertThat(filing.file(operator, list.id(), START, SIGNED)).isEqualTo(new UnitFiling.Outcome(2, 0, 0));
        assertThat(live(first).answer("C01").value()).as("5 people of 10").isEqualTo(30.0);
        var third = entry.enter(operator, list.id(), unit("商户丙", 0));
        assertThat(filing.file(operator, list.id(), START, SIGNED)).isEqualTo(new UnitFiling.Outcome(0, 1, 0));
        assertThat(draft(third).answer("C01").value()).as("5 people of 15").isEqualTo(20.0);
        assertThat(drafts.of(operator, draft(third).id()).review().obstacles()).extracting(Obstacle::field).containsExactly("C01");
    }

    @Test
    void withoutAFilingOfTheVenueNothingIsFiled() {
        entry.enter(operator, list.id(), unit("商户", 0));
        assertThatThrownBy(() -> filing.file(operator, list.id(), START, SIGNED)).isInstanceOf(UnitFiling.NoVenueFiling.class);
    }

    @Test
    void aUnitStandsOnOneListOnly() {
        var other = firms.complete("宁夏另一市场有限公司");
        var theirs = entry.begin(Firms.actor(other), firms.site(other, COUNTY, "另一市场").id());
        var tenant = unit("商户", 0);
        entry.enter(operator, list.id(), tenant);
        assertThat(fault(() -> entry.enter(operator, list.id(), tenant))).isEqualTo(UnitFault.ON_THIS_LIST);
        assertThat(fault(() -> entry.enter(Firms.actor(other), theirs.id(), tenant))).isEqualTo(UnitFault.ON_ANOTHER_LIST);
        assertThat(fault(() -> entry.enter(operator, list.id(), coded(firm.creditCode())))).isEqualTo(UnitFault.OPERATOR);
        assertThat(units.countByListId(theirs.id())).isZero();
    }

    @Test
    void anotherFirmReachesNothing() {
        var unit = entry.enter(operator, list.id(), unit("商户", 0));
        var other = Firms.actor(firms.complete("宁夏旁人有限公司"));
        assertThatThrownBy(() -> entry.begin(other, venue.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> entry.enter(other, list.id(), unit("别人", 0))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> entry.correct(other, list.id(), unit.id(), 0, unit("别人", 0))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> entry.remove(other, list.id(), unit.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> filing.file(other, list.id(), START, SIGNED)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tables.read(other, list.id(), new byte[0])).isInstanceOf(NotFound.class);
    }

    @Test
    void rowsOfATableThatAreRightCountAndOfTheOthersEachCellIsNamed() {
        var known = unit("旧名", 0);
        entry.enter(operator, list.id(), known);
        var good = Firms.code();
        var table = "单位名称,统一社会信用代码,位置,负责人,电话,员工总数,拟复工人数,市外返岗人数,来自高风险地区人数,已确认健康声明人数\n"
                + "新名," + known.creditCode() + ",A区,王芳,13900000000,9,5,0,0,5\n"
                + "好," + good + ",Ｂ区,王芳,0951-6012345,９,5,0,0,5\n"
                + "好," + good + ",B区,王芳,0951-6012345,9,5,0,0,5\n"
                + "码错,91640104DEM000014X,B区,王芳,0951-6012345,9,5,0,0,5\n"
                + "人多," + Firms.code() + ",B区,王芳,0951-6012345,9,12,0,0,5\n"
                + "无号," + Firms.code() + ",B区,王芳,,9,5,0,-1,5\n";
        var imported = tables.read(operator, list.id(), table.getBytes(StandardCharsets.UTF_8));
        assertThat(imported.entered()).isEqualTo(1);
        assertThat(imported.corrected()).isEqualTo(1);
        assertThat(imported.problems().stream().map(UnitFilingTests::told)).containsExactlyInAnyOrder("4 CODE TWICE", "5 CODE CODE",
                "6 PLANNED ABOVE_TOTAL", "7 PHONE MISSING", "7 HIGH_RISK COUNT");
        assertThat(units.findByListIdOrderById(list.id())).extracting(Unit::name).containsExactly("新名", "好");
    }

    @Test
    void aTableMayBeAWorkbook() {
        var code = Firms.code();
        var rows = new StringBuilder();
        for (var row : List.of(List.of("单位名称", "统一社会信用代码", "位置", "负责人", "电话", "员工总数", "拟复工人数", "市外返岗人数", "来自高风险地区人数", "已确认健康声明人数"),
                List.of("表中", code.value(), "A区", "王芳", "13900000000", "9", "5", "0", "0", "5"))) {
            rows.append(row.stream().map(text -> "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>")
                    .collect(Collectors.joining("", "<row>", "</row>")));
        }
        assertThat(tables.read(operator, list.id(), Workbooks.of(rows.toString()))).returns(1, UnitImport.Imported::entered);
        assertThat(units.findByListIdOrderById(list.id())).extracting(Unit::name).containsExactly("表中");
    }

    @Test
    void aUnitEntersItselfByTheLinkOnceAndTheOperatorIsTold() {
        assertThatThrownBy(() -> entry.open(list.token())).isInstanceOf(NotFound.class);
        entry.openLink(operator, list.id());
        var token = entry.list(operator, list.id()).token();
        var tenant = unit("自填商户", 0);
        var unit = entry.enterByLink(token, tenant);
        assertThat(unit.byLink()).isTrue();
        assertThat(fault(() -> entry.enterByLink(token, tenant))).isEqualTo(UnitFault.ON_THIS_LIST);
        assertThat(inbox.page(operator, Long.MAX_VALUE, 9)).singleElement().satisfies(notice -> {
            assertThat(notice.key()).isEqualTo("notice.unit-entered");
            assertThat(notice.arguments()).containsExactly("A区", "自填商户");
        });
        entry.openLink(operator, list.id());
        assertThatThrownBy(() -> entry.enterByLink(token, unit("晚了", 0))).isInstanceOf(NotFound.class);
        entry.closeLink(operator, list.id());
        assertThatThrownBy(() -> entry.open(entry.list(operator, list.id()).token())).isInstanceOf(NotFound.class);
    }

    @Test
    void whatHasAReceiptStaysAndADraftGoesWithItsUnit() {
        filed.submitted(firm, venue, FilingKind.CHECKLIST);
        var good = entry.enter(operator, list.id(), unit("好商户", 0));
        var bad = entry.enter(operator, list.id(), unit("坏商户", 1));
        filing.file(operator, list.id(), START, SIGNED);
        assertThat(fault(() -> entry.remove(operator, list.id(), good.id()))).isEqualTo(UnitFault.FILED);
        assertThat(fault(() -> entry.correct(operator, list.id(), good.id(), units.findById(good.id()).orElseThrow().version(),
                again(good, 0)))).isEqualTo(UnitFault.FILED);
        var draft = draft(bad);
        entry.remove(operator, list.id(), bad.id());
        assertThat(filings.findById(draft.id())).isEmpty();
        assertThat(trail.of("unit:" + bad.id())).extracting(Entry::action).containsExactly("unit.entered", "unit.removed");
        assertThat(units.findByListIdOrderById(list.id())).extracting(Unit::name).containsExactly("好商户");
    }

    @Test
    @Transactional
    void aListHoldsSoManyUnitsAndNoMore() {
        IntStream.range(0, UnitList.MOST).forEach(n -> entry.enter(operator, list.id(), unit("商户" + n, 0)));
        assertThat(fault(() -> entry.enter(operator, list.id(), unit("多余", 0)))).isEqualTo(UnitFault.FULL);
    }

    private static UnitFault fault(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        return catchThrowableOfType(UnitRefused.class, act).fault();
    }

    private static String told(TableProblem problem) {
        return problem.row() + " " + problem.column() + " " + problem.fault();
    }

    private static UnitParticulars unit(String name, int fromHighRisk) {
        return new UnitParticulars(Firms.code(), name, "A区", "王芳", "0951-6012345", 8, 5, 1, fromHighRisk, 5);
    }

    private static UnitParticulars coded(CreditCode code) {
        return new UnitParticulars(code, "自己", "A区", "王芳", "0951-6012345", 8, 5, 1, 0, 5);
    }

    private static UnitParticulars again(Unit unit, int fromHighRisk) {
        var known = unit.particulars();
        return new UnitParticulars(known.creditCode(), known.name(), known.place(), known.responsible(), known.phone(), known.totalStaff(),
                known.plannedStaff(), known.fromOutside(), fromHighRisk, known.declared());
    }

    private Filing live(Unit unit) {
        return filings.findBySiteIdAndStateIn(units.findById(unit.id()).orElseThrow().siteId(), FilingState.LIVE).orElseThrow();
    }

    private Filing draft(Unit unit) {
        return filings.findBySiteIdAndState(units.findById(unit.id()).orElseThrow().siteId(), FilingState.DRAFT).orElseThrow();
    }
}
