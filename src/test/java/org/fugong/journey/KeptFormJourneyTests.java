package org.fugong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.fugong.journey.Browser.Phone;
import org.junit.jupiter.api.Test;

/** A form that is sent as a whole keeps what is typed into it on the device until it has arrived. */
@JourneyTest
class KeptFormJourneyTests {

    private static final String FOUND = "上次没有保存的内容";

    @Test
    void whatAnOfficialNotesOnSiteIsThereAfterThePageWasLeftByMistake(@Phone Visitor official) {
        official.signIn("xingqing").goTo("/desk/verifications").pressFirst("main table tbody a");
        var check = official.path();
        official.enter(Map.of("outcome", "RECTIFY", "text", "请补齐通风记录。"));
        assertThat(official.warning()).isNull();
        official.goTo("/desk/filings");
        assertThat(official.warning()).isEqualTo("beforeunload");
        official.goTo(check).sees(FOUND).sees("请补齐通风记录。").choose("填回去").doesNotSee(FOUND).holds("给企业的要求或建议", "请补齐通风记录。");
        official.goTo("/desk/filings").goTo(check).sees(FOUND).choose("不要了").goTo(check).doesNotSee(FOUND);
    }

    @Test
    void whatDidNotArriveIsOfferedAndWhatArrivedIsNot(Visitor clerk) {
        clerk.signIn("91640104DEM000014B").goTo("/my/enterprise").fill("联系人", "经办人甲（虚构）").line()
                .losePage(() -> clerk.choose("保存企业信息"));
        clerk.goTo("/my/enterprise").sees(FOUND).sees("联系人: 经办人甲（虚构）").choose("填回去").press("保存企业信息")
                .goTo("/my/enterprise").holds("联系人", "经办人甲（虚构）").doesNotSee(FOUND);
        clerk.fill("联系人", "经办人乙（虚构）").press("退出");
        clerk.signIn("91640104DEM000014B").goTo("/my/enterprise").holds("联系人", "经办人甲（虚构）").doesNotSee(FOUND);
    }
}
