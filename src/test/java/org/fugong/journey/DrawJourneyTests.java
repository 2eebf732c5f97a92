package org.fugong.journey;

import java.util.Map;
import org.fugong.journey.Browser.NoScript;
import org.fugong.journey.Browser.Phone;
import org.junit.jupiter.api.Test;

/** A draw is prepared, announced and cancelled by an official, and read by whoever wants to. */
@JourneyTest
class DrawJourneyTests {

    @Test
    void anOfficialAnnouncesADrawAndCancelsItWithAReason(Visitor official, @Phone @NoScript Visitor journalist) {
        official.signIn("xingqing").goTo("/desk/draws").follow("准备抽查").sees("抽查库现有").press("公布抽查").sees("请写家数");
        official.enter(Map.of("amount.1", "20%", "departments", "true")).press("公布抽查").isAt("/desk/draws/640104-.*").sees("已公布");
        var no = official.path().substring("/desk/draws/".length());
        journalist.goTo("/draws").follow(no).sees("抽查库的 SHA-256").sees("现在就可以记下两个哈希");
        official.fill("取消的理由", "演示结束").press("取消抽查").sees("已取消");
        journalist.goTo("/draws/" + no).sees("演示结束");
    }

    @Test
    void theAdminSeesWhoMayCheckAndAnOfficialDeclaresAnInterest(Visitor admin, @Phone Visitor official) {
        admin.signIn("xingqing-admin").goTo("/admin/inspectors").sees("演示-xingqing").goTo("/admin/positive-list").sees("年度检查上限");
        official.signIn("xingqing-2").goTo("/desk/interests").press("申报").sees("请选择");
    }
}
