package org.fugong.risk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.fugong.Session;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevels;
import org.fugong.web.table.Workbooks;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class LevelBatchPagesTests {

    private static final String PAGE = "/admin/risk-levels/batches";
    private static final String XINGQING = "640104";

    @Autowired
    MockMvc mvc;
    @Autowired
    AccountOpening opening;
    @Autowired
    RiskLevels levels;
    @Autowired
    TestClock clock;

    private Actor admin;

    @BeforeEach
    void admin() {
        clock.set(Instant.parse("2020-03-25T02:00:00Z"));
        admin = opening.open("batch-admin", "a long enough password", "刘管理", Role.PROVINCE_ADMIN, "640000").actor();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aTableIsUploadedLookedAtAndConfirmed() throws Exception {
        var batch = upload("兴庆区,中,,宁应指9号\n金凤区,高,2020-03-26 08:00,宁应指9号\n").andExpect(status().isSeeOther())
                .andReturn().getResponse().getRedirectedUrl();
        mvc.perform(get(batch).with(Session.as(admin)))
                .andExpect(content().string(containsString("兴庆区")))
                .andExpect(content().string(containsString("确认后立即生效")))
                .andExpect(content().string(containsString("2020年3月26日 08:00")))
                .andExpect(content().string(containsString("确认设定全部 2 行")));
        assertThat(levels.now(XINGQING).level()).isEqualTo(RiskLevel.LOW);

        mvc.perform(post(batch + "/confirmation").with(Session.as(admin)).with(csrf())).andExpect(redirectedUrl(batch));
        assertThat(levels.now(XINGQING).level()).isEqualTo(RiskLevel.MEDIUM);
        mvc.perform(get(batch).with(Session.as(admin))).andExpect(content().string(containsString("成批设定的进展")))
                .andExpect(content().string(containsString("共 2 项设定")));
        mvc.perform(get(PAGE).with(Session.as(admin))).andExpect(content().string(containsString("已确认")));
    }

    @Test
    void everyProblemStandsAtItsRowAndNothingIsKept() throws Exception {
        upload("金凤区,中,,通知\n兴庆区,很高,,通知\n某某区,中,昨天,\n").andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("表格有 4 处不能采用")))
                .andExpect(content().string(containsString("第 3 行")))
                .andExpect(content().string(containsString("等级请填写低、中或者高")))
                .andExpect(content().string(containsString("没有这个县区")))
                .andExpect(content().string(containsString("生效时间请写成")))
                .andExpect(content().string(containsString("请填写依据文件")))
                .andExpect(content().string(not(containsString("已经上传的表格"))));
    }

    static Stream<Arguments> noTables() {
        var rows = Workbooks.row(1, Workbooks.text("A1", "县区"));
        var table = "县区,等级,生效时间,依据文件\n兴庆区,中,,通知\n";
        return Stream.of(
                arguments("a table of two sheets", Workbooks.of(List.of(new Workbooks.Sheet("上旬", false, rows),
                        new Workbooks.Sheet("下旬", false, rows))), "有内容的工作表不止一张：上旬 / 下旬。"),
                arguments("one line of a megabyte", ("县".repeat(340_000)).getBytes(StandardCharsets.UTF_8), "有一格的内容太长"),
                arguments("a good line and one of a megabyte", (table + "金".repeat(340_000)).getBytes(StandardCharsets.UTF_8), "有一格的内容太长"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noTables")
    void whatCannotBeReadIsToldAndNothingOfItIsKept(String what, byte[] file, String told) throws Exception {
        var page = Jsoup.parse(mvc.perform(multipart(PAGE).file(new MockMultipartFile("file", "levels", null, file)).with(Session.as(admin))
                .with(csrf())).andExpect(status().isUnprocessableContent()).andReturn().getResponse().getContentAsString());
        assertThat(page.select("main").text()).contains(told).hasSizeLessThan(5_000);
        assertThat(Jsoup.parse(mvc.perform(get(PAGE).with(Session.as(admin))).andReturn().getResponse().getContentAsString())
                .select("main").text()).doesNotContain("已经上传的表格");
        assertThat(levels.changes(XINGQING)).hasSize(1);
    }

    @Test
    void theHelpSaysWhichTablesComeIn() throws Exception {
        mvc.perform(get(PAGE).with(Session.as(admin))).andExpect(content().string(containsString("Unicode 文本")));
        mvc.perform(get(PAGE).param("lang", "en").with(Session.as(admin))).andExpect(content().string(containsString("Unicode Text")));
    }

    @Test
    void aProblemNamesItsColumnAsTheFileDoesAndWhatIsPossible() throws Exception {
        mvc.perform(multipart(PAGE).file(table("调整表\n区县,级别,时间\n")).with(Session.as(admin)).with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("第 2 行"))).andExpect(content().string(containsString("依据文件</span>")))
                .andExpect(content().string(containsString("表头里没有这一列")));
        mvc.perform(multipart(PAGE).file(table("县（市、区）,级别,时间,文号\n640104 金凤区,中,,9号\n")).with(Session.as(admin)).with(csrf()))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("县（市、区）")))
                .andExpect(content().string(containsString("可能是多个县区，请写明是哪一个：640104 兴庆区 / 640106 金凤区")));
    }

    @Test
    void aTableInEnglishIsAnsweredInEnglish() throws Exception {
        mvc.perform(
                multipart(PAGE).file(table("County,Level,Time of effect,Notice\nYinchuan,low,,9\n")).with(Session.as(admin)).with(csrf())
                        .param("lang", "en"))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("say which: 640104 Xingqing")));
    }

    @Test
    void withoutAFileThePageSaysSo() throws Exception {
        mvc.perform(multipart(PAGE).with(Session.as(admin)).with(csrf())).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("请选择一个表格文件")));
        mvc.perform(post(PAGE).param("file", "text").with(Session.as(admin)).with(csrf())).andExpect(status().is4xxClientError());
    }

    @Test
    void whatWasOvertakenIsNamedAndNotConfirmed() throws Exception {
        var batch = upload("兴庆区,中,,通知\n").andReturn().getResponse().getRedirectedUrl();
        levels.set(XINGQING, RiskLevel.HIGH, clock.instant(), "另一份通知", admin);
        mvc.perform(post(batch + "/confirmation").with(Session.as(admin)).with(csrf())).andExpect(status().isConflict())
                .andExpect(content().string(containsString("上传之后已有新的设定")))
                .andExpect(content().string(not(containsString("确认设定全部"))));
        assertThat(levels.now(XINGQING).level()).isEqualTo(RiskLevel.HIGH);
    }

    @Test
    void theTemplateHoldsEveryCountyAndIsAcceptedAsItIs() throws Exception {
        var template = mvc.perform(get(PAGE + "/template.csv").with(Session.as(admin)))
                .andExpect(header().string("Content-Disposition", containsString("levels.csv")))
                .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(template).startsWith("\uFEFF县区,等级,生效时间,依据文件").contains("640104 兴庆区,,,");
        mvc.perform(multipart(PAGE).file(new MockMultipartFile("file", (template).getBytes(StandardCharsets.UTF_8))).with(Session.as(admin))
                .with(csrf()))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("表格里没有要设定的等级")));
    }

    @Test
    void theCalendarShowsEachDayOfEachCounty() throws Exception {
        levels.set(XINGQING, RiskLevel.MEDIUM, clock.instant(), "通知", admin);
        levels.set(XINGQING, RiskLevel.HIGH, Instant.parse("2020-03-27T10:00:00Z"), "通知", admin);
        var page = Jsoup.parse(mvc.perform(get("/admin/risk-levels/calendar").param("from", "2020-03-18").param("weeks", "2")
                .with(Session.as(admin))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));

        assertThat(page.select("thead th")).hasSize(15);
        assertThat(page.select("thead th[aria-current=date]").text()).contains("25").contains("今");
        var row = page.select("tbody tr").stream().filter(one -> one.select("th").text().equals("兴庆区")).findFirst().orElseThrow();
        assertThat(row.select("td > span:first-child").eachText())
                .containsExactly("–", "–", "–", "低", "低", "低", "低", "低", "低", "中", "中", "高", "高", "高");
        assertThat(row.select("td").get(9).hasClass("set")).isTrue();
        assertThat(row.select("td.coming")).hasSize(3);
        assertThat(row.select("td").get(11).text()).contains("尚未生效");
    }

    @ParameterizedTest
    @CsvSource({"'','',2020年3月16日至2020年4月12日", "x,99,2020年3月16日至2020年4月12日", "9999-12-31,-1,2020年3月16日至2020年4月12日",
            "2020-02-29,1,2020年2月24日至2020年3月1日"})
    void aCalendarThatIsAskedForWronglyIsThatOfToday(String from, String weeks, String range) throws Exception {
        mvc.perform(get("/admin/risk-levels/calendar").param("from", from).param("weeks", weeks).with(Session.as(admin)))
                .andExpect(status().isOk()).andExpect(content().string(containsString(range)));
    }

    private ResultActions upload(String rows) throws Exception {
        return mvc.perform(multipart(PAGE).file(table("县区,等级,生效时间,依据文件\n" + rows)).with(Session.as(admin)).with(csrf()));
    }

    private static MockMultipartFile table(String text) {
        return new MockMultipartFile("file", "levels.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
