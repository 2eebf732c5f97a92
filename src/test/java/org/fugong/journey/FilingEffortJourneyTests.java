package org.fugong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.fugong.journey.Browser.Phone;
import org.fugong.web.Dates;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much a firm has to type and to click for a commitment, from the page of its county to the receipt. */
@JourneyTest
class FilingEffortJourneyTests {

    private static final Logger LOG = LoggerFactory.getLogger(FilingEffortJourneyTests.class);

    @Test
    void nothingIsAskedTwiceOnTheWayFromTheCountyPageToTheReceipt(@Phone Visitor clerk) {
        var firm = Newcomer.of("灵武演示纸业有限公司（虚构）", "640181", "灵武市", 4);
        clerk.goTo("/counties/640181");
        clerk.effort().begin();
        clerk.openQuestions().tickAll(".narrow-down input[value=no]").press("只看适用的").follow("开始填报")
                .isAt("/login").follow("企业还没有账户").isAt("/register");
        firm.fillIn(clerk);
        clerk.isAt("/my/enterprise").fill("注册地址", "灵武市演示路 100 号").choose("所属行业", "34 通用设备制造业")
                .fill("从业人员", "320").fill("上年营业收入", "9600.5").tick("一般企业").press("保存企业信息")
                .isAt("/my/enterprise/sites/new").holds("经营地址", "灵武市演示路 100 号").holds("所在县区", "640181").press("保存经营场所")
                .isAt("/my/filings/new").sees("直接带入").tick("告知承诺").press("开始填报");
        var registered = clerk.effort().toString();
        assertThat(clerk.effort().fields()).as(registered).isLessThanOrEqualTo(9);
        file(clerk);
        LOG.info("A newcomer's commitment: {}", clerk.effort());
        assertThat(clerk.effort().fields()).as(clerk.effort().toString()).isLessThanOrEqualTo(15);
        assertThat(clerk.effort().clicks()).as(clerk.effort().toString()).isLessThanOrEqualTo(40);
    }

    @Test
    void aRegisteredFirmSignsACommitmentInMinutes(@Phone Visitor clerk) {
        var firm = Newcomer.of("灵武演示陶瓷有限公司（虚构）", "640181", "灵武市", 5);
        firm.register(clerk);
        firm.describe(clerk);
        clerk.goTo("/my");
        clerk.effort().begin();
        clerk.follow("开始备案").tick("告知承诺").press("开始填报");
        file(clerk);
        LOG.info("A registered firm's commitment: {}", clerk.effort());
        assertThat(clerk.effort().fields()).as(clerk.effort().toString()).isLessThanOrEqualTo(6);
        assertThat(clerk.effort().clicks()).as(clerk.effort().toString()).isLessThanOrEqualTo(30);

        clerk.effort().begin();
        clerk.press("续期这份备案").isAt("/my/drafts/\\d+/check").pressFirst("main a[href*='/commitment']")
                .chooseAll("button[name=whole]").press("保存，回到核对").isAt("/my/drafts/\\d+/check");
        clerk.effort().end();
        clerk.press("提交承诺").isAt("/my/filings/640181-.*").sees("第 2 版");
        LOG.info("Its renewal: {}", clerk.effort());
        assertThat(clerk.effort().fields()).as(clerk.effort().toString()).isZero();
        assertThat(clerk.effort().clicks()).as(clerk.effort().toString()).isLessThanOrEqualTo(12);
    }

    /** From the list of parts to the receipt; what is known already is left as it is. */
    private static void file(Visitor clerk) {
        clerk.isAt("/my/drafts/\\d+").follow("开工计划")
                .enter(Map.of("start", LocalDate.now(Dates.ZONE).plusDays(1).toString(), "plannedStaff", "100", "fromOutside", "12",
                        "fromHighRisk", "0"))
                .press("保存，下一部分").isAt("/my/drafts/\\d+/facts").holds("花名册在册人数", "100")
                .answerNo().enter(Map.of("entrances", "2", "roster_declared", "100")).press("保存，下一部分")
                .isAt("/my/drafts/\\d+/commitment").chooseAll("button[name=whole]").holds("签署人职务", "法定代表人").press("保存，下一部分")
                .isAt("/my/drafts/\\d+/check");
        clerk.effort().end();
        clerk.press("提交承诺").isAt("/my/filings/640181-.*").sees("已备案，可以复工");
    }
}
