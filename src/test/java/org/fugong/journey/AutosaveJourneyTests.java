package org.fugong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.fugong.journey.Browser.Phone;
import org.fugong.web.Dates;
import org.junit.jupiter.api.Test;

/** Nothing that a firm types is lost: on a slow line, on a line that is cut, in two tabs, and when somebody else has signed in. */
@JourneyTest
class AutosaveJourneyTests {

    private static final String FIRM = "91640104DEM000014B";
    private static final String NAME = "复工负责人";
    private static final String BATCHES = "分几批复工（可不填）";

    @Test
    void whatIsTypedWhileASaveIsUnderWayStaysAndIsStored(@Phone Visitor clerk) {
        plan(clerk).fill(NAME, "");
        clerk.tab().isTold("已保存").line().hold();
        clerk.type(NAME, "张").tab().line().waitForSave();
        clerk.type(NAME, "三丰").line().letThrough().letThrough();
        clerk.holds(NAME, "张三丰").isTold("已保存").reload().holds(NAME, "张三丰");
    }

    @Test
    void aSaveWhoseAnswerIsLostIsNotInTheWayOfTheNext(Visitor clerk) {
        plan(clerk).line().hold();
        clerk.fill(NAME, "马一").tab().line().loseAnswer();
        clerk.isTold("已留在这台设备上").type(NAME, "鸣").line().restore();
        clerk.isTold("已保存").doesNotSee("用我填的").reload().holds(NAME, "马一鸣");
    }

    @Test
    void textInAFieldThatIsNotLeftIsSavedSoon(Visitor clerk) {
        plan(clerk).fill(NAME, "马二").isTold("未保存").isTold("已保存").reload().holds(NAME, "马二");
    }

    @Test
    void whatCannotBeSentIsKeptOnTheDeviceAndSentOnceTheLineIsBack(@Phone Visitor clerk) {
        plan(clerk).line().cut();
        clerk.fill(NAME, "马三").tab().isTold("已留在这台设备上").line().restore();
        clerk.isTold("已保存").reload().holds(NAME, "马三").doesNotSee("上次没有保存的内容");
    }

    @Test
    void afterAReloadWhatWasKeptIsOfferedBesideItsLabel(Visitor clerk) {
        plan(clerk).line().cut();
        clerk.fill(NAME, "马四").tab().isTold("已留在这台设备上").reload();
        assertThat(clerk.warning()).isEqualTo("beforeunload");
        clerk.sees("上次没有保存的内容").sees(NAME + ": 马四").line().restore();
        clerk.choose("填回去").isTold("已保存").holds(NAME, "马四").reload().holds(NAME, "马四").doesNotSee("上次没有保存的内容");
    }

    @Test
    void twoTabsKeepBothWhatEachHasChanged(Visitor clerk) {
        plan(clerk);
        var second = clerk.anotherTab();
        second.goTo(clerk.path());
        clerk.fill(NAME, "马五").tab().isTold("已保存");
        second.fill(BATCHES, "7").tab().isTold("已保存").reload().holds(NAME, "马五").holds(BATCHES, "7");

        clerk.fill(BATCHES, "8").tab().sees("存为“7”").holds(BATCHES, "8");
        second.reload().holds(BATCHES, "7");
        clerk.choose("用我填的").isTold("已保存");
        second.fill(BATCHES, "9").tab().sees("存为“8”").choose("用已有的").holds(BATCHES, "8").doesNotSee("存为“8”");
        second.reload().holds(BATCHES, "8");
    }

    @Test
    void whoIsSignedInNowIsToldByNameAndWhatWasTypedIsThereForWhoTypedIt(Visitor clerk) {
        plan(clerk);
        var path = clerk.path();
        var second = clerk.anotherTab();
        var name = second.goTo("/").press("退出").signIn("91640104DEM000049X").goTo("/my").text("h1");
        clerk.fill(NAME, "马六").tab().isTold("现在登录的是“" + name + "”").doesNotSee("检查网络");
        assertThat(name).endsWith("（虚构）");
        second.goTo("/").press("退出").signIn(FIRM).goTo(path).sees(NAME + ": 马六");
    }

    @Test
    void whatCannotBeSentIsTriedAgainAfterGrowingPauses(Visitor clerk) {
        plan(clerk).stopTheClock().line().cut();
        clerk.fill(NAME, "马七").tab().isTold("已留在这台设备上").line().hasLost(1);
        int tries = 1;
        for (int pause : new int[]{2, 4, 8, 16, 32, 60, 60}) {
            clerk.after(Duration.ofMillis(pause * 1000 - 1)).line().hasLost(tries);
            clerk.after(Duration.ofMillis(1)).line().hasLost(++tries);
        }
        clerk.line().restore();
        clerk.isTold("已保存");
    }

    @Test
    void whatIsKeptOnTheDeviceGoesWithWhoSignsOut(Visitor clerk) {
        plan(clerk).line().cut();
        clerk.fill(NAME, "马八").tab().isTold("已留在这台设备上");
        var path = clerk.path();
        clerk.press("退出").line().restore();
        clerk.signIn(FIRM).goTo(path).sees(NAME).doesNotSee("上次没有保存的内容").doesNotSee("马八");
    }

    @Test
    void aTabOfADraftThatWasSubmittedMeanwhileKeepsItsFieldAndLeadsToTheReceipt(@Phone Visitor clerk) {
        var firm = Newcomer.of("银川金凤演示仪表有限公司（虚构）", "640106", "金凤区", 9);
        firm.register(clerk);
        firm.describe(clerk);
        clerk.press("报送开工信息").isAt("/my/drafts/\\d+.*").follow("开工计划")
                .fill("开工日期", LocalDate.now(Dates.ZONE).plusDays(1).toString()).fill("拟复工人数", "60").tab().isTold("已保存");
        var second = clerk.anotherTab();
        second.goTo(clerk.path());
        clerk.press("保存，下一部分").press("报送").isAt("/my/filings/640106-.*");
        second.fill(NAME, "马九").tab().isTold("已经提交").holds(NAME, "马九").follow("查看").isAt(clerk.path());
    }

    @Test
    void aDraftThatWasChangedElsewhereIsNotThrownAwayFromAnOldTab(@Phone Visitor clerk) {
        plan(clerk);
        var second = clerk.anotherTab();
        second.goTo(clerk.path().replace("/plan", ""));
        clerk.fill(NAME, "马十").tab().isTold("已保存");
        second.unfold("不办了，删除草稿").press("删除草稿").sees("草稿还没有删除").goTo(clerk.path()).holds(NAME, "马十");
    }

    private static Visitor plan(Visitor clerk) {
        return clerk.signIn(FIRM).goTo("/my").follow("继续填报").follow("开工计划");
    }
}
