package org.fugong.journey;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fugong.journey.Browser.Phone;
import org.fugong.web.Dates;
import org.junit.jupiter.api.Test;

/** In a county at high risk a firm applies, puts right what it is asked to, and gets one reply of three departments. */
@JourneyTest
class HighRiskJourneyTests {

    private static final LocalDate TODAY = LocalDate.now(Dates.ZONE);
    private static final Map<String, String> FACTS = Map.of("entrances", "2", "has_canteen", "false", "has_dormitory", "false",
            "has_shuttle", "false", "has_central_air", "false", "hazardous", "false", "discharges", "true", "venue_operator", "false",
            "restricted_venue", "false");

    @Test
    void anApplicationIsCorrectedOnceAndPermittedByThreeDepartments(@Phone Visitor clerk, Visitor lead, Visitor health, Visitor safety,
            Visitor desk) {
        var firm = Newcomer.of("中卫演示机械有限公司（虚构）", "640502", "沙坡头区", 5);
        firm.register(clerk);
        firm.describe(clerk);
        clerk.press("开始填写申请");
        apply(clerk);
        clerk.isAt("/my/filings/640502-.*").sees("计时中").sees("准予之前请不要复工");
        var receipt = clerk.path();
        var no = receipt.substring(receipt.lastIndexOf('/') + 1);

        lead.signIn("shapotou-industry").goTo("/desk/applications?q=" + firm.code()).follow(no).sees("计时中").follow("需要企业补正…")
                .enter(Map.of("point.C05", "请写明隔离观察间的位置。", "point.plan.plannedStaff", "与花名册不符，请核对。")).press("发出补正要求")
                .sees("待补正").sees("等待企业补正");

        clerk.goTo("/my").sees("要一次性补正").follow("去补正").sees("计时停止，等待企业").sees("请写明隔离观察间的位置。").press("提交补正")
                .sees("请更改，或者写明为什么不用改").enter(Map.of("C05", "2", "plan.plannedStaff", "98")).press("提交补正")
                .isAt("/my/filings/" + no).sees("计时中").sees("不计入县里的时间").sees("企业已补正");

        lead.goTo("/desk/applications/" + no).sees("原来：100 人；现在：98 人").press("受理").sees("卫生健康").sees("应急管理").sees("生态环境")
                .sees("还有 3 个部门没有给出意见");
        agree(health.signIn("shapotou-health"), no);
        health.sees("各部门的意见").sees("待给出");
        agree(safety.signIn("shapotou-safety"), no);
        desk.signIn("shapotou").goTo("/desk/opinions?q=" + firm.code());
        desk.follow(no).sees("现在还有人打开着这份申请").enter(Map.of("agrees", "true")).press("提交意见").sees("同意");

        lead.goTo("/desk/applications/" + no).press("准予复工…").press("确认准予复工").sees("准予复工");
        clerk.goTo(receipt).sees("准予复工，可以复工").sees("卫生健康：同意").follow("查看补正情况").sees("原来：100 人；现在：98 人");
    }

    private static void agree(Visitor official, String no) {
        official.goTo("/desk/opinions").follow(no).enter(Map.of("agrees", "true")).press("提交意见").isAt("/desk/opinions/\\d+");
    }

    private static void apply(Visitor clerk) {
        clerk.isAt("/my/drafts/\\d+.*").follow("开工计划")
                .enter(Map.of("start", TODAY.plusDays(3).toString(), "plannedStaff", "100", "fromOutside", "12", "fromHighRisk", "0"))
                .press("保存，下一部分")
                .isAt("/my/drafts/\\d+/facts").enter(FACTS).enter(Map.of("roster_count", "100", "roster_declared", "100")).press("保存，下一部分")
                .isAt("/my/drafts/\\d+/conditions/A").enter(answers("A01 A02 A03 A06 A07", "A05", "0951-1234567")).press("保存，下一部分")
                .enter(answers("B07 B08", "B02", "100", "B04", "12", "B05", "37.3", "B06", "3")).press("保存，下一部分")
                .enter(answers("C04 C06", "C01", "9000", "C02", "9", "C03", "9", "C05", "1", "C10", "镇卫生院")).press("保存，下一部分")
                .enter(answers("D06 D07 D08 D09 D10", "D01", "4", "D02", "6")).press("保存，下一部分")
                .enter(answers("E02", "E01", "100", "E03", "0951-1234567")).press("保存，下一部分")
                .enter(answers("F03 F04", "F01", TODAY.toString())).press("保存，下一部分")
                .isAt("/my/drafts/\\d+/check").tick("本企业承诺填报属实，并落实清单各项条件。").press("提交申请");
    }

    /** Yes to the codes of a line, and the pairs of code and value after it; what a page does not ask is left out. */
    private static Map<String, String> answers(String confirmed, String... pairs) {
        var answers = new LinkedHashMap<String, String>();
        List.of(confirmed.split(" ")).forEach(code -> answers.put(code, "true"));
        for (int at = 0; at < pairs.length; at += 2) {
            answers.put(pairs[at], pairs[at + 1]);
        }
        return answers;
    }
}
