package org.fugong.journey;

import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.Map;
import org.fugong.attachment.EvidenceFiles;
import org.fugong.journey.Browser.Phone;
import org.fugong.web.Dates;
import org.junit.jupiter.api.Test;

/** An item is owed when the commitment is signed, and supplied later from a telephone; the county sees both. */
@JourneyTest
class OwedJourneyTests {

    private static final LocalDate TODAY = LocalDate.now(Dates.ZONE);
    private static final Map<String, String> FACTS = Map.of("entrances", "2", "has_canteen", "false", "has_dormitory", "false",
            "has_shuttle", "false", "has_central_air", "false", "hazardous", "false", "discharges", "true", "venue_operator", "false",
            "restricted_venue", "false");

    @Test
    void aFirmOwesTheEmergencyPlanAndTrainingAndSuppliesThemFromAPhone(@Phone Visitor clerk, Visitor official) {
        var firm = Newcomer.of("灵武演示后补有限公司（虚构）", "640181", "灵武市", 21);
        firm.register(clerk);
        firm.describe(clerk);
        clerk.tick("告知承诺").press("开始填报").isAt("/my/drafts/\\d+.*").follow("开工计划")
                .enter(Map.of("start", TODAY.plusDays(1).toString(), "plannedStaff", "100", "fromOutside", "12", "fromHighRisk", "0"))
                .press("保存，下一部分").isAt("/my/drafts/\\d+/facts").enter(FACTS)
                .enter(Map.of("roster_count", "100", "roster_declared", "100")).press("保存，下一部分").isAt("/my/drafts/\\d+/commitment")
                .chooseAll("button[name=whole]").enter(Map.of("A03", "owed", "E01", "owed")).fill("签署人职务", "法定代表人").tab().isTold("已保存")
                .press("保存，下一部分").isAt("/my/drafts/\\d+/check").press("提交承诺").isAt("/my/filings/640181-.*").sees("2 项");
        var filing = clerk.path();
        var no = filing.substring(filing.lastIndexOf('/') + 1);

        clerk.goTo("/my").follow("尚欠 2 项").isAt("/my/owed").sees("A03").sees("E01").follow("补交").isAt(filing + "/owed/E01")
                .enter(Map.of("E01", "60")).press("提交补交").sees("E01").holds("复工前已接受防疫培训的人员占拟复工人数的百分之几？", "60");
        clerk.enter(Map.of("E01", "100"))
                .choose("附件", new FilePayload("签到.jpg", "image/jpeg", EvidenceFiles.picture("jpeg", 300, 200, 9))).press("提交补交")
                .isAt(filing).sees("已补齐").sees("企业补交，核对通过：E01").sees("1 项");

        official.signIn("lingwu").goTo("/desk/notices").sees("企业补交了 " + no).goTo("/desk/owed").sees(no)
                .goTo("/desk/owed?state=supplied").sees(no).follow(no).sees("企业补交，核对通过：E01").sees("签到.jpg");
    }

    @Test
    void theEndOfTheEpidemicIsAskedForSeenAndSentBack(Visitor admin, Visitor second) {
        admin.signIn("ningxia").goTo("/admin/owed").follow("疫情结束日").enter(Map.of("endsOn", TODAY.toString(), "basis", "关于终止应急响应的公告"))
                .press("提出，交另一名管理员确认").sees("已经提出").sees("请另一名管理员来办");
        second.signIn("ningxia-2").sees("待您确认的疫情结束日").goTo("/admin/epidemic-end").sees("确认后会怎样").fill("退回理由", "通知还没有印发")
                .press("退回").sees("什么都没有变");
    }
}
