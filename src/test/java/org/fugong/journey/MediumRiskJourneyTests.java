package org.fugong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fugong.journey.Browser.NoScript;
import org.fugong.journey.Browser.Phone;
import org.fugong.job.DueJobs;
import org.fugong.message.MailServer;
import org.fugong.web.Dates;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In a county at medium risk a firm files and starts, and the county checks afterwards. */
@JourneyTest
class MediumRiskJourneyTests {

    private static final LocalDate TODAY = LocalDate.now(Dates.ZONE);
    private static final Map<String, String> FACTS = Map.of("entrances", "2", "has_canteen", "false", "has_dormitory", "false",
            "has_shuttle", "false", "has_central_air", "false", "hazardous", "false", "discharges", "true", "venue_operator", "false",
            "restricted_venue", "false");

    @Autowired
    MailServer mails;
    @Autowired
    DueJobs jobs;

    @Test
    void aChecklistIsBlockedUntilItsFailingItemIsPutRightAndIsCheckedAfterwards(Visitor clerk, @Phone Visitor official) {
        var firm = Newcomer.of("灵武演示铸造有限公司（虚构）", "640181", "灵武市", 2);
        firm.register(clerk);
        firm.describe(clerk);
        clerk.tick("条件清单").press("开始填报");
        plan(clerk);
        clerk.isAt("/my/drafts/\\d+/conditions/A").enter(answers("A01 A02 A06 A07", "A05", "0951-1234567"))
                .enter(Map.of("A03-owed", "true")).press("保存，下一部分")
                .enter(Map.of("B02", "100", "B04", "12", "B05", "37.3", "B06", "2", "B07", "true", "B08", "true")).press("保存，下一部分")
                .enter(Map.of("C01", "450", "C02", "2", "C03", "5", "C05", "1", "C10", "镇卫生院")).enter(answers("C04 C06")).sees("还差 150")
                .press("保存，下一部分")
                .enter(answers("D06 D07 D08 D09 D10", "D01", "2", "D02", "3")).press("保存，下一部分")
                .enter(answers("E02", "E01", "100", "E03", "0951-1234567")).press("保存，下一部分")
                .enter(answers("F03 F04", "F01", TODAY.toString())).press("保存，下一部分");

        clerk.isAt("/my/drafts/\\d+/check").press("提交清单").sees("还不能提交").sees("C01").sees("还差 150")
                .follow("口罩储备满足周转天数").enter(Map.of("C01", "600")).press("保存，回到核对")
                .tick("本企业承诺填报属实，并落实清单各项条件。").press("提交清单").isAt("/my/filings/640181-.*").sees("已备案，可以复工").sees("突发疫情应急处置预案");
        var receipt = clerk.path();
        clerk.follow("填报表").sees("企业复工复产备案表").sees("600 只");
        clerk.goTo("/my/filings/new").sees("已有有效的备案");

        var domain = "d" + System.nanoTime() + ".example";
        clerk.goTo("/account/contact").fill("邮箱", "clerk@" + domain).tick("英文").press("保存").sees("验证码已经发往 clerk@" + domain);
        send();
        clerk.fill("验证码", mails.code(domain)).press("验证").sees("已经验证");

        official.signIn("lingwu").goTo("/desk/filings?q=" + firm.code()).follow(receipt.substring(receipt.lastIndexOf('/') + 1))
                .sees(firm.name()).follow("填报表").sees("企业复工复产备案表");
        verify(official, receipt, List.of("D02", "C06"),
                Map.of("outcome", "RECTIFY", "text", "请补齐通风记录，增设回收桶。", "by", TODAY.plusDays(7).toString()));
        official.sees("限期整改");
        send();
        assertThat(mails.of(domain)).last().satisfies(mail -> {
            assertThat(mail.getSubject()).startsWith("[Fugong] ").contains(receipt.substring(receipt.lastIndexOf('/') + 1));
            assertThat(mail.getContent().toString()).contains(firm.name(), "orders things to be put right");
        });
        clerk.goTo("/my/notices").sees("的核查要求限期整改").sees("未读");

        clerk.goTo("/my").sees("的核查要求限期整改").sees("整改期间可以继续开工").sees("整改中，可以继续开工").doesNotSee("已备案，可以复工");
        clerk.goTo(receipt + "/verification").sees("请补齐通风记录，增设回收桶。").fill("整改情况", "已补齐通风记录，已增设回收桶两个。").press("提交答复").sees("您的答复已经收到");
        clerk.goTo("/my").sees("等待县区复核");
        official.goTo("/desk/notices").sees("答复整改情况");
        official.goTo("/desk" + receipt.substring(3) + "/verification").sees("已增设回收桶两个").press("确认整改到位，办结").sees("已办结");
        clerk.goTo("/my").sees("的整改已经办结").sees("已备案，可以复工").doesNotSee("等待县区复核");
        clerk.goTo(receipt + "/verification").sees("核查已办结。不需要再做什么。");
    }

    @Test
    void aCommitmentIsSignedWithoutScriptAndPasses(@NoScript Visitor clerk, Visitor official, Visitor stranger) {
        var firm = Newcomer.of("灵武演示木业有限公司（虚构）", "640181", "灵武市", 3);
        firm.register(clerk);
        firm.describe(clerk);
        clerk.tick("告知承诺").press("开始填报");
        plan(clerk);
        clerk.isAt("/my/drafts/\\d+/commitment").pressFirst("button[name=whole]").isAt("/my/drafts/\\d+/commitment#category-B")
                .sees("“防控机制到位”的各项都已答复。")
                .tickAll(".promise .form-check:first-of-type input[type=radio], .promise input[type=checkbox]")
                .fill("签署人职务", "法定代表人").press("保存，下一部分").isAt("/my/drafts/\\d+/check")
                .sees("现在签署不用再输密码").press("提交承诺").isAt("/my/filings/640181-.*").sees("已备案，可以复工");
        var receipt = clerk.path();

        stranger.signIn("huinong").goTo("/desk" + receipt.substring(3)).sees("没有找到");

        official.signIn("lingwu");
        official.goTo("/desk" + receipt.substring(3) + "/letter").sees("与签署时一致").doesNotSee("没有记录");
        verify(official, receipt, List.of(), Map.of("outcome", "PASSED"));
        clerk.goTo(receipt + "/verification").sees("核查已完成，符合清单要求");
        assertThat(clerk.goTo(receipt).sees("出具县区").sees("银川市灵武市").printsNoHeadingAlone()).isGreaterThan(3);
        clerk.follow("查看签署的原文").sees("与签署时一致").follow("返回这份备案");
        clerk.follow("只打印回执").sees(firm.code().value()).printsPages(1);

        clerk.goTo(receipt).press("变更这份备案").isAt("/my/drafts/\\d+").sees("提交后成为第 2 版").follow("开工计划")
                .enter(Map.of("plannedStaff", "96")).press("保存，下一部分").follow("办理任务").follow("核对并提交").isAt("/my/drafts/\\d+/check")
                .press("提交承诺").isAt("/my/filings/640181-.*").sees("第 2 版").sees("有变化的：拟复工人数");
        var second = clerk.path();
        clerk.goTo(receipt).sees("已由新的备案替代").follow("公开核对页").sees("已由第 2 版替代").sees(second.substring(second.lastIndexOf('/') + 1));
        official.goTo("/desk/filings/" + receipt.substring(receipt.lastIndexOf('/') + 1)).sees("第 2 版");
    }

    private void send() {
        jobs.run("deliveries", "frequent");
    }

    private static void plan(Visitor clerk) {
        clerk.isAt("/my/drafts/\\d+.*").follow("开工计划")
                .enter(Map.of("start", TODAY.plusDays(1).toString(), "plannedStaff", "100", "fromOutside", "12", "fromHighRisk", "0"))
                .press("保存，下一部分")
                .isAt("/my/drafts/\\d+/facts").enter(FACTS).enter(Map.of("roster_count", "100", "roster_declared", "100")).press("保存，下一部分");
    }

    /** Marks every item, and concludes. */
    private static void verify(Visitor official, String receipt, List<String> failed, Map<String, String> conclusion) {
        official.goTo("/desk" + receipt.substring(3) + "/verification").isAt("/desk/verifications/\\d+");
        official.tickAll("input[type=radio][value=CONFORMS]");
        failed.forEach(code -> official.enter(Map.of("mark." + code, "FAILS")));
        official.enter(conclusion).press("提交结论");
    }

    /** Yes to the codes of a line, and the pairs of code and value after it. */
    private static Map<String, String> answers(String confirmed, String... pairs) {
        var answers = new LinkedHashMap<String, String>();
        List.of(confirmed.split(" ")).forEach(code -> answers.put(code, "true"));
        for (int at = 0; at < pairs.length; at += 2) {
            answers.put(pairs[at], pairs[at + 1]);
        }
        return answers;
    }
}
