package org.fugong.journey;

import java.time.LocalDate;
import java.util.Map;
import org.fugong.enterprise.CreditCode;
import org.fugong.web.Dates;

/** A firm that has never been here: registers, describes itself and its site, with what the journey says of it. */
record Newcomer(CreditCode code, String name, String county) {

    static final String PASSWORD = "复工备案演示的长密码";

    private static final Map<String, String> FACTS = Map.of("entrances", "2", "has_canteen", "false", "has_dormitory", "false",
            "has_shuttle", "false", "has_central_air", "false", "hazardous", "false", "discharges", "true", "venue_operator", "false",
            "restricted_venue", "false");

    static Newcomer of(String name, String countyCode, String county, int serial) {
        return new Newcomer(CreditCode.synthetic(countyCode, "JRN%05d".formatted(serial)), name, county);
    }

    void register(Visitor clerk) {
        clerk.goTo("/register");
        fillIn(clerk);
    }

    /** Fills the page of registration, on which they are. */
    void fillIn(Visitor clerk) {
        clerk.fill("统一社会信用代码", code.value()).fill("企业名称", name).fill("法定代表人或负责人", "王某")
                .fill("联系人", "李某").fill("联系电话", "0951-1234567").fill("设置密码", PASSWORD).press("注册并登录");
    }

    /** Registers and goes as far as the commitment, with everything before it filled in. */
    void goToCommitment(Visitor clerk) {
        register(clerk);
        describe(clerk);
        clerk.tick("告知承诺").press("开始填报").isAt("/my/drafts/\\d+.*").follow("开工计划")
                .enter(Map.of("start", LocalDate.now(Dates.ZONE).plusDays(1).toString(), "plannedStaff", "100", "fromOutside", "12",
                        "fromHighRisk", "0"))
                .press("保存，下一部分").isAt("/my/drafts/\\d+/facts").enter(FACTS)
                .enter(Map.of("roster_count", "100", "roster_declared", "100")).press("保存，下一部分").isAt("/my/drafts/\\d+/commitment");
    }

    /** A manufacturer of medium size. */
    void describe(Visitor clerk) {
        clerk.isAt("/my/enterprise")
                .fill("注册地址", county + "演示路 100 号").choose("所属行业", "34 通用设备制造业")
                .fill("从业人员", "320").fill("上年营业收入", "9600.5").tick("一般企业").press("保存企业信息")
                .isAt("/my/enterprise/sites/new")
                .fill("场所名称", "总厂").fill("经营地址", county + "演示路 100 号").choose("所在县区", county).press("保存经营场所")
                .isAt("/my/filings/new");
    }
}
