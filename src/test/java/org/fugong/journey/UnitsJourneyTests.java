package org.fugong.journey;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fugong.enterprise.CreditCode;
import org.fugong.journey.Browser.NoScript;
import org.fugong.journey.Browser.Phone;
import org.junit.jupiter.api.Test;

/** The operator of a market files for its tenants from a telephone, and a tenant enters itself without an account. */
@JourneyTest
class UnitsJourneyTests {

    private static final int TENANTS = 30;

    @Test
    void threeOfThirtyTenantsDoNotPassAndHoldUpNoOther(@Phone Visitor operator, @NoScript Visitor tenant) {
        var firm = Newcomer.of("同心演示集贸市场有限公司（虚构）", "640324", "同心县", 11);
        firm.goToCommitment(operator);
        operator.chooseAll("button[name=whole]").fill("签署人职务", "法定代表人").tab().isTold("已保存")
                .press("保存，下一部分").isAt("/my/drafts/\\d+/check").press("提交承诺").isAt("/my/filings/640324-.*");

        operator.goTo("/my/enterprise").follow("为商场、市场、园区的商户或项目标段集中填报").press("为这个场所集中填报").isAt("/my/units/\\d+");
        var units = operator.path();
        operator.follow("用表格导入").choose("表格文件", new FilePayload("商户.csv", "text/csv", table().getBytes(StandardCharsets.UTF_8)))
                .press("导入").sees("新增 30 个单位").follow("回到单位名单").sees("共 30 个单位，已有回执 0 个")
                .press("为 30 个单位提交").sees("已为 27 个单位提交").sees("3 个没有通过").sees("共 30 个单位，已有回执 27 个，待改正 3 个");
        operator.follow("A 区 1 号").sees("B03").goTo(units).follow("修改单位信息").fill("来自高风险地区人数", "0").press("保存")
                .isAt(units).press("为 3 个单位提交").sees("已为 1 个单位提交").sees("待改正 2 个");

        operator.press("开放链接").sees("/units/");
        var link = operator.text("#link a");
        tenant.goTo(link.substring(link.indexOf("/units/"))).sees("不用注册").press("提交").sees("请填写单位名称");
        tenant.fill("单位名称", "自填面馆（虚构）").fill("统一社会信用代码", code(99)).fill("位置", "B 区 9 号").fill("复工负责人", "李某")
                .fill("联系电话", "0951-1234567").fill("员工总数", "6").fill("拟复工人数", "4").fill("市外返岗人数", "0")
                .fill("来自高风险地区人数", "0").fill("已确认健康声明人数", "4").press("提交").sees("已收到“自填面馆（虚构）”的信息");
        operator.goTo("/my").sees("“B 区 9 号 自填面馆（虚构）”通过链接填写了本单位的信息");
    }

    /** The first, the eleventh and the twenty-first have somebody back from an area at high risk. */
    private static String table() {
        return IntStream.rangeClosed(1, TENANTS).mapToObj(n -> "商户%d（虚构）,%s,A 区 %d 号,李某,0951-1234567,8,5,1,%d,5"
                .formatted(n, code(n), n, n % 10 == 1 ? 1 : 0)).collect(Collectors.joining("\n",
                        "单位名称,统一社会信用代码,位置,负责人,电话,员工总数,拟复工人数,市外返岗人数,来自高风险地区人数,已确认健康声明人数\n", "\n"));
    }

    private static String code(int tenant) {
        return CreditCode.synthetic("640324", "UNT%05d".formatted(tenant)).value();
    }
}
