package org.fugong.journey;

import org.fugong.journey.Browser.Phone;
import org.junit.jupiter.api.Test;

/** In a county at low risk a firm may start at once; if it likes, it sends a notice and gets a receipt. */
@JourneyTest
class LowRiskJourneyTests {

    private final Newcomer firm = Newcomer.of("银川金凤演示机械有限公司（虚构）", "640106", "金凤区", 1);

    @Test
    void nothingHasToBeFiledAndANoticeGetsAReceipt(@Phone Visitor clerk) {
        clerk.goTo("/").fill("您的企业在哪个县区？", "金凤").press("查询").isAt("/counties/640106")
                .sees("现在就可以复工，不用申请、备案，也不用等任何人同意。").sees("非官方文本").sees("96168");
        firm.register(clerk);
        firm.describe(clerk);
    }
}
