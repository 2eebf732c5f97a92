package org.fugong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.fugong.journey.Browser.Phone;
import org.fugong.web.Dates;
import org.junit.jupiter.api.Test;

/** In a county at low risk a firm may start at once; if it likes, it sends a notice and gets a receipt. */
@JourneyTest
class LowRiskJourneyTests {

    private static final String COUNTY_SEARCH = "输入名称、拼音、首字母或代码查找";

    private static final String HOME_SEARCH = "您的企业在哪个县区？";
    /** What is typed, and the county meant; the first is chosen for whoever types it. */
    private static final Map<String, String> CALLED = new TreeMap<>(Map.of("640104000000", "兴庆区", "xqq", "兴庆区", "宁夏银川市兴庆区", "兴庆区",
            "Yinchuan Xingqing", "兴庆区", "石嘴山大武口", "大武口区", "宁东基地", "宁东能源化工基地"));

    private final Newcomer firm = Newcomer.of("银川金凤演示机械有限公司（虚构）", "640106", "金凤区", 1);

    @Test
    void nothingHasToBeFiledAndANoticeGetsAReceipt(@Phone Visitor clerk, Visitor partner) {
        clerk.goTo("/").fill(HOME_SEARCH, "金凤").press("查询").isAt("/counties/640106")
                .sees("现在就可以复工，不用申请、备案，也不用等任何人同意。").sees("非官方文本").sees("96168");
        firm.register(clerk);
        firm.describe(clerk);

        clerk.goTo("/my").sees("现在就可以开工，不需要任何手续").follow("报送开工信息").press("报送开工信息").isAt("/my/drafts/\\d+.*").follow("开工计划")
                .fill("开工日期", LocalDate.now(Dates.ZONE).plusDays(1).toString()).fill("拟复工人数", "60").press("保存，下一部分")
                .press("报送").isAt("/my/filings/640106-.*")
                .sees("已报送，可以开工").sees("现在就可以开工，不需要等待任何答复").sees("96168");
        var receipt = clerk.path();

        clerk.follow("只打印回执").isAt(receipt + "/receipt").sees("出具县区").sees("银川市金凤区").sees("96168").printsPages(1)
                .follow("返回这份报送");
        clerk.follow("公开核对页").isAt("/receipts/.{22}");
        partner.goTo(clerk.path()).sees("这份回执是真实的").sees(firm.name()).doesNotSee("王某").doesNotSee("1234567");
        clerk.goTo("/receipts/AAAAAAAAAAAAAAAAAAAAAA").sees("没有这样的回执");

        clerk.goTo(receipt);
        assertThat(clerk.path()).isEqualTo(receipt);
        clerk.openMenu().press("退出").isAt("/.*");
    }

    @Test
    void aCountyIsFoundByWhateverItIsCalledAndStaysUntilAnotherIsChosen(@Phone Visitor clerk) {
        clerk.goTo("/");
        CALLED.forEach((called, county) -> clerk.fill(HOME_SEARCH, "某某区").sees("没有找到这样的县区")
                .fill(HOME_SEARCH, called).seesOnly("#counties a", county));
        clerk.signIn("91640104DEM000014B").goTo("/my/enterprise/sites/new");
        CALLED.forEach((called, county) -> clerk.fill(COUNTY_SEARCH, "某某区").sees("没有匹配的县区")
                .fill(COUNTY_SEARCH, called).doesNotSee("没有匹配的县区").seesOnly("#county optgroup option", county));
        clerk.holds("所在县区", "640104").sees("乡镇或街道（选填）").fill(COUNTY_SEARCH, "石嘴山").holds("所在县区", "640104")
                .choose("所在县区", "大武口区").fill(COUNTY_SEARCH, "").holds("所在县区", "640202");
    }

    @Test
    void theProvinceSearchesTheCountyWhoseQueueItReads(Visitor admin) {
        admin.signIn("ningxia").goTo("/desk/filings?county=640104").fill(COUNTY_SEARCH, "dwk")
                .seesOnly("#county optgroup option", "大武口区").holds("县区", "640104").fill(COUNTY_SEARCH, "").choose("县区", "大武口区")
                .press("筛选").isAt("/desk/filings\\?county=640202.*");
    }
}
