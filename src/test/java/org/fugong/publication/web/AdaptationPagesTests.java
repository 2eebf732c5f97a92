package org.fugong.publication.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fugong.Session;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.adaptation.CountyList;
import org.fugong.adaptation.CountyLists;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class AdaptationPagesTests {

    private static final String COUNTY = "640104";
    private static final String PAGE = "/admin/adaptations/MEDIUM";
    private static final Instant NOW = Instant.parse("2020-04-01T00:00:00Z");

    @Autowired
    MockMvc mvc;
    @Autowired
    AccountOpening opening;
    @Autowired
    RiskLevels riskLevels;
    @Autowired
    CountyLists countyLists;
    @Autowired
    Trail trail;
    @Autowired
    TestClock clock;

    private Actor admin;

    @BeforeEach
    void admin() {
        clock.set(NOW);
        admin = opening.open("county-admin", "a long enough password", "马主任", Role.COUNTY_ADMIN, COUNTY).actor();
        var province = opening.open("province-admin", "a long enough password", "刘管理", Role.PROVINCE_ADMIN, "640000").actor();
        riskLevels.set(COUNTY, RiskLevel.MEDIUM, NOW, "通知", province);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void theListsAreShownWithThePresentLevel() throws Exception {
        page("/admin/adaptations").andExpect(content().string(containsString("本县现在的等级")))
                .andExpect(content().string(containsString("第 1 版 · 45 项 · 减 0 项 · 放宽 0 项")));
        page(PAGE).andExpect(content().string(containsString("全区为 3 天，只能调低")))
                .andExpect(content().string(containsString("全区为 2.5 平方米/人，只能调低")))
                .andExpect(content().string(not(containsString("value=\"C01\""))))
                .andExpect(content().string(containsString("value=\"D07\"")));
    }

    @Test
    void whatIsAskedLessIsCheckedThenRecordedAndPublicAtOnce() throws Exception {
        send("/confirmation", Map.of("omitted", "D07", "C01.days", "2")).andExpect(status().isOk())
                .andExpect(content().string(stringContainsInOrder("<del class=\"was\">要求</del>", "<ins class=\"now\">不要求</ins>")))
                .andExpect(content().string(stringContainsInOrder("<del class=\"was\">3</del>", "<ins class=\"now\">2</ins>")))
                .andExpect(content().string(containsString("name=\"C01.days\" value=\"2\"")));
        assertThat(list().adaptationId()).isNull();

        send("/revisions", Map.of("omitted", "D07", "C01.days", " ２ ")).andExpect(redirectedUrl(PAGE));

        assertThat(list().items()).hasSize(44).noneMatch(item -> item.code().equals("D07"));
        assertThat(list().item("C01").parameters().get("days").value()).isEqualTo(2);
        page(PAGE).andExpect(content().string(containsString("第 1 次"))).andExpect(content().string(containsString("本县口罩供应恢复")))
                .andExpect(content().string(containsString("不要求：D07")))
                .andExpect(content().string(containsString("马主任于2020年4月1日 08:00记录")));
        mvc.perform(get("/counties/" + COUNTY)).andExpect(content().string(containsString("2 天")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            C01.days | 4     | C01“周转天数”全区为 3，县区只能调低，不能调到 4。清单之外一律不得（国办发明电〔2020〕6号）
            C07.max  | 5     | 县区只能调高，不能调到 5。清单之外一律不得（国办发明电〔2020〕6号）
            C01.days | three | C01 的参数请填写数字
            C01.days | -1    | 应为 0 到 1000000 之间的数
            C01.hats | 1     | C01 没有参数 hats。清单之外一律不得增加
            X01.days | 1     | 全区清单中没有 X01 这一项。清单之外一律不得增加
            omitted  | C01   | 是一票否决项，县区不能减免（国办发明电〔2020〕6号）
            omitted  | X01   | 全区清单中没有 X01 这一项
            omitted  | ../../x | 全区清单中没有 ../../x 这一项
            A01.x y  | 1     | 全区清单中没有 A01.x y 这一项
            reason   | ''    | 请填写原因
            date     | 2020-03-31 | 生效时间不能早于现在
            date     | soon  | 请填写生效日期
            date     | 2999-01-01 | 日期太远，最晚可填 2099-12-31
            date     | +999999999-12-31 | 日期太远，最晚可填 2099-12-31
            date     | -999999999-01-01 | 日期太早，最早可填 2000-01-01
            date     | 1999-12-31 | 日期太早，最早可填 2000-01-01
            """)
    void whatACountyMayNotDoIsRefusedWithTheRuleAndKept(String field, String value, String message) throws Exception {
        var changes = new HashMap<>(Map.of("D02.times", "1"));
        changes.put(field, value);
        for (var step : new String[]{"/confirmation", "/revisions"}) {
            send(step, changes).andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString(message)))
                    .andExpect(content().string(
                            containsString("name=\"D02.times\" type=\"text\" inputmode=\"decimal\" autocomplete=\"off\" value=\"1\"")));
        }
        assertThat(list().adaptationId()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"C01.days,4,tighter.down", "C07.max,5,tighter.up", "C01.days,-1,figure", "C01.hats,1,unknown-parameter",
            "X01.days,1,unknown-item",
            "omitted,C01,veto", "omitted,../../x,unknown-item"})
    void whatACountyIsRefusedIsLoggedOnceForEachAttempt(String field, String value, String reason) throws Exception {
        for (var step : new String[]{"/confirmation", "/revisions"}) {
            int before = refusals().size();
            send(step, Map.of(field, value, "D02.times", "1"));
            assertThat(refusals()).hasSize(before + 1);
            assertThat(refusals().getLast().after().get("reasons").toString()).contains("condition.adaptation." + reason);
            assertThat(refusals().getLast().after().get("relaxed").toString()).contains("D02={times=1.0}");
        }
    }

    @Test
    void whatIsMerelyMistypedIsNoAttempt() throws Exception {
        int before = refusals().size();
        send("/confirmation", Map.of("C01.days", "three"));
        send("/revisions", Map.of("omitted", "D07", "reason", ""));
        assertThat(refusals()).hasSize(before);
    }

    @Test
    void aFigureOfTheProvinceItselfIsNoAdaptation() throws Exception {
        send("/confirmation", Map.of("C01.days", "3")).andExpect(content().string(containsString("没有改动")));
    }

    @Test
    void oneGoesBackFromTheConfirmationWithWhatWasTyped() throws Exception {
        send("", Map.of("omitted", "D07", "C01.days", "2")).andExpect(status().isOk())
                .andExpect(content().string(containsString("本县口罩供应恢复"))).andExpect(content().string(containsString("value=\"2\"")));
    }

    @Test
    void theSecondOfTwoAdminsKeepsWhatWasTypedAndSeesTheOther() throws Exception {
        confirm(Map.of("omitted", "D07"));
        confirm(Map.of("omitted", "D08", "C01.days", "2")).andExpect(status().isConflict())
                .andExpect(content().string(containsString("别人刚刚调整过"))).andExpect(content().string(containsString("不要求：D07")))
                .andExpect(content().string(containsString("name=\"seen\" value=\"1\"")));
        confirm(Map.of("omitted", "D08", "seen", "1")).andExpect(redirectedUrl(PAGE));
        assertThat(list().versionLabel()).isEqualTo("1.2");
    }

    @Test
    void aLaterAdaptationWaitsForItsTime() throws Exception {
        confirm(Map.of("omitted", "D07", "date", "2020-04-03")).andExpect(redirectedUrl(PAGE));
        assertThat(list().items()).hasSize(45);
        assertThat(countyLists.inForce(COUNTY, RiskLevel.MEDIUM, Instant.parse("2020-04-02T16:00:00Z")).items()).hasSize(44);
    }

    @Test
    void whatNobodyHasLookedAtIsNotConfirmedButShownToBeLookedAt() throws Exception {
        send("/revisions", Map.of("omitted", "D07")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("请先看这次调整的影响预览"))).andExpect(content().string(containsString("确认调整")));
        assertThat(list().adaptationId()).isNull();
        send("/revisions", Map.of("omitted", "D08")).andExpect(status().isUnprocessableContent());
        send("/revisions", Map.of("omitted", "D07")).andExpect(redirectedUrl(PAGE));
    }

    @Test
    void theNoticesAreReadBeforehandAndWhatFollowsLaterIsTold() throws Exception {
        confirm(Map.of("omitted", "D07", "date", "2020-04-03"));
        send("/confirmation", Map.of("omitted", "D08", "seen", "1"))
                .andExpect(content().string(containsString("您所在的县（市、区）调整了条件清单第 1 版。您的备案 640104-… 继续有效")))
                .andExpect(content().string(containsString("您的草稿已自动换用调整后的清单")))
                .andExpect(content().string(containsString("已定于2020年4月3日 00:00生效的第 1 次调整不变")));
    }

    @Test
    void anUnknownLevelIsNotFound() throws Exception {
        mvc.perform(get("/admin/adaptations/EXTREME").with(Session.as(admin))).andExpect(status().isNotFound());
    }

    @Test
    void inEnglishToo() throws Exception {
        mvc.perform(get(PAGE).param("lang", "en").with(Session.as(admin)))
                .andExpect(content().string(containsString("Province: 3 days; lower only")));
    }

    private List<Entry> refusals() {
        return trail.of("adaptation:" + COUNTY + "/MEDIUM").stream().filter(entry -> entry.action().equals("list.adaptation-refused"))
                .toList();
    }

    private CountyList list() {
        return countyLists.inForce(COUNTY, RiskLevel.MEDIUM, NOW);
    }

    private ResultActions page(String path) throws Exception {
        return mvc.perform(get(path).with(Session.as(admin))).andExpect(status().isOk());
    }

    private ResultActions confirm(Map<String, String> changes) throws Exception {
        send("/confirmation", changes);
        return send("/revisions", changes);
    }

    private ResultActions send(String step, Map<String, String> changes) throws Exception {
        var fields = new HashMap<>(Map.of("reason", "本县口罩供应恢复", "date", "", "time", "", "seen", "0"));
        fields.putAll(changes);
        var request = post(PAGE + step).with(Session.as(admin)).with(csrf());
        fields.forEach(request::param);
        return mvc.perform(request);
    }
}
