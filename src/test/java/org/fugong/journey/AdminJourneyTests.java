package org.fugong.journey;

import java.util.Map;
import org.fugong.journey.Browser.Phone;
import org.junit.jupiter.api.Test;

/** A county asks for less and cannot ask for more; the province publishes a new version, and the next filing meets it. */
@JourneyTest
class AdminJourneyTests {

    /** A firm of the demonstration that has begun a checklist in 兴庆区. */
    private static final String FIRM = "91640104DEM000014B";

    @Test
    void whatACountyEasesAndTheProvincePublishesMeetsTheNextFiling(Visitor county, Visitor province, Visitor second, @Phone Visitor clerk) {
        clerk.signIn(FIRM).follow("继续填报").isAt("/my/drafts/\\d+").doesNotSee("填写期间要求有了变化");

        county.signIn("xingqing-admin").isAt("/admin").sees("兴庆区总览").follow("本县清单").isAt("/admin/adaptations").follow("中风险")
                .sees("否决项，不能减").enter(Map.of("C03.days", "5")).fill("原因", "加严试一试").press("下一步：核对")
                .sees("县区只能调低，不能调到 5").sees("清单之外一律不得")
                .enter(Map.of("C03.days", "2")).fill("原因", "辖区消毒剂供应稳定").press("下一步：核对")
                .isAt("/admin/adaptations/MEDIUM/confirmation").sees("C03").press("确认调整").sees("调整已经记录");

        province.signIn("ningxia").isAt("/admin").follow("条件清单").isAt("/admin/lists").press("起草新的中风险清单").follow("D02")
                .enter(Map.of("parameters[0].value", "不是数")).press("保存").sees("请改正以下内容")
                .enter(Map.of("parameters[0].value", "3")).press("保存").sees("D02")
                .follow("查看影响预览").press("开始预览").sees("预计").follow("← 中风险清单第 3 版")
                .follow("去发布").enter(Map.of("basis", "演示依据〔2026〕1号", "reason", "增加通风次数")).press("申请发布第 3 版")
                .sees("等待另一位管理员确认").sees("需要另一位自治区管理员确认");

        second.signIn("ningxia-2").isAt("/admin").follow("条件清单").isAt("/admin/lists").sees("待确认").follow("第 3 版").follow("查看发布申请")
                .sees("增加通风次数").press("确认发布第 3 版").sees("已经发布");

        clerk.goTo("/counties/640104").sees("清单第 3").sees("不少于 3");
        clerk.goTo("/my").follow("继续填报").sees("填写期间要求有了变化").sees("D02").sees("C03").press("知道了").doesNotSee("填写期间要求有了变化")
                .follow("D 内部管理到位").enter(Map.of("D02", "2")).press("保存，下一部分");
        clerk.goTo("/my").follow("继续填报").follow("D 内部管理到位").sees("还差 1");
    }
}
