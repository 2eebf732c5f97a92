package org.fugong.submission.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.audit.Trail;
import org.fugong.filing.FilingAct;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.filing.SubmittedFilings;
import org.fugong.filing.SubmittedFilings.One;
import org.fugong.risk.RiskLevel;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** What a firm may do about a filing in each state; what a state does not allow is refused with words and changes nothing. */
@WebTest
@Transactional
class FilingActsTests {

    private static final String COUNTY = "640106";

    /** What is possible in which state; + what was done already, and is no error when it is asked for again; draft begins one. */
    private static final String TABLE = """
            state         WITHDRAW  CLOSE  CHANGE  RENEW
            RECORDED      yes       yes    draft   draft
            EFFECTIVE     yes       yes    draft   draft
            SUBMITTED     yes       -      -       -
            ACCEPTED      yes       -      -       -
            CORRECTION    yes       -      -       -
            NOT_ACCEPTED  -         -      -       -
            PERMITTED     -         yes    draft   draft
            REFUSED       -         -      -       -
            SUSPENDED     -         -      -       -
            WITHDRAWN     +         -      -       draft
            CHANGED       -         -      -       -
            CLOSED        -         -      -       -
            ENDED         -         +      -       draft
            """;

    private static final Map<FilingAct, String> ADDRESS = Map.of(FilingAct.WITHDRAW, "withdrawal", FilingAct.CLOSE, "closing",
            FilingAct.CHANGE, "changes",
            FilingAct.RENEW, "renewals");
    private static final Map<FilingAct, String> WORD = Map.of(FilingAct.WITHDRAW, "撤回", FilingAct.CLOSE, "办结", FilingAct.CHANGE, "变更",
            FilingAct.RENEW, "续期");
    private static final Map<FilingAct, FilingState> BECOMES = Map.of(FilingAct.WITHDRAW, FilingState.WITHDRAWN, FilingAct.CLOSE,
            FilingState.ENDED);

    @Autowired
    MockMvc mvc;
    @Autowired
    SubmittedFilings received;
    @Autowired
    Filings filings;
    @Autowired
    Trail trail;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    EntityManager entities;

    static Stream<Arguments> cells() {
        var lines = TABLE.lines().map(line -> line.trim().split("\\s+")).toList();
        var acts = Arrays.stream(lines.getFirst()).skip(1).map(FilingAct::valueOf).toList();
        return lines.stream().skip(1).flatMap(line -> acts.stream()
                .map(act -> arguments(FilingState.valueOf(line[0]), act, line[1 + acts.indexOf(act)])));
    }

    @Test
    void theTableHasEveryStateAndEveryAct() {
        assertThat(cells().map(cell -> cell.get()[0]).distinct().toList())
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(FilingState.DRAFT)));
        assertThat(cells().map(cell -> cell.get()[1]).distinct().toList()).containsExactlyInAnyOrder((Object[]) FilingAct.values());
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("cells")
    void eachStateAllowsWhatTheTableSays(FilingState state, FilingAct act, String allowed) throws Exception {
        var one = in(state);
        var steps = trail.of("filing:" + one.id()).size();
        var answer = send(one, act);
        if (allowed.equals("-")) {
            assertThat(answer.getStatus()).isEqualTo(409);
            var said = Jsoup.parse(answer.getContentAsString()).select(".error-summary").text();
            assertThat(said).contains("现在的状态：").doesNotContain("??");
            assertThat(FilingAct.in(state)).allSatisfy(possible -> assertThat(said).contains(WORD.get(possible)));
        } else {
            assertThat(answer.getStatus()).isEqualTo(303);
            assertThat(answer.getRedirectedUrl()).startsWith(allowed.equals("draft") ? "/my/drafts/" : "/my/filings/" + one.no());
        }
        assertThat(filings.findById(one.id()).orElseThrow().state()).isEqualTo(allowed.equals("yes") ? BECOMES.get(act) : state);
        assertThat(trail.of("filing:" + one.id())).hasSize(allowed.equals("yes") ? steps + 1 : steps);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DRAFT")
    void thePageOffersWhatIsPossibleAndNothingElse(FilingState state) throws Exception {
        var one = in(state);
        var page = page(one, "/my/filings/" + one.no());
        for (var act : FilingAct.values()) {
            assertThat(page.select("main [href$=/" + ADDRESS.get(act) + "], main form[action$=/" + ADDRESS.get(act) + "]").isEmpty())
                    .as("%s", act).isEqualTo(!act.possible(state));
        }
        assertThat(page.text()).doesNotContain("??");
    }

    @Test
    void aClosingSaysWhatIsOpenAndSettlesIt() throws Exception {
        var one = in(FilingState.EFFECTIVE);
        var asked = page(one, "/my/filings/" + one.no() + "/closing").select("main").text();
        assertThat(asked).contains("事后核查（下一步期限 2030年3月25日）：取消", "容缺 1 项：不再到期", "作业已经结束");
        assertThat(page(one, "/my/filings/" + one.no() + "/closing?lang=en").select("main").text()).contains("it is cancelled")
                .doesNotContain("??");
        send(one, FilingAct.CLOSE);
        entities.flush();
        assertThat(jdbc.sql("select state from verification where filing_id = ?").param(one.id()).query(String.class).list())
                .containsExactly("CLOSED");
        var page = page(one, "/my/filings/" + one.no());
        assertThat(page.select(".receipt-page .tag").text()).isEqualTo("企业已办结");
        assertThat(page.select(".history li").last().text()).contains("作业结束，办结；尚欠的 A02 不再到期");
        assertThat(page.select(".next").text()).contains("再次开工请重新办理").doesNotContain("现在就可以复工", "补齐");
        var receipt = mvc.perform(get("/receipts/" + filings.findById(one.id()).orElseThrow().token())).andReturn().getResponse();
        assertThat(Jsoup.parse(receipt.getContentAsString()).select("main").text()).contains("企业已办结", "现在不能凭这份回执开工");
        assertThat(page(one, "/my").select(".measure a[href^=/my/filings/new]")).isNotEmpty();
    }

    @Test
    void whileAnOrderStandsNothingIsClosed() throws Exception {
        var one = in(FilingState.EFFECTIVE);
        jdbc.sql("""
                update verification set state = 'RECTIFY', outcome = 'RECTIFY', rectify_by = '2030-03-25', statement = '请整改'
                where filing_id = ?""").param(one.id()).update();
        entities.clear();
        for (var act : List.of(FilingAct.CLOSE, FilingAct.WITHDRAW)) {
            var answer = send(one, act);
            assertThat(answer.getStatus()).isEqualTo(409);
            assertThat(Jsoup.parse(answer.getContentAsString()).select(".error-summary").text()).contains("请先完成整改并答复");
        }
        assertThat(filings.findById(one.id()).orElseThrow().state()).isEqualTo(FilingState.EFFECTIVE);
    }

    /** A filing in a state, as a row. */
    private One in(FilingState state) {
        var due = LocalDate.of(2030, 3, 25);
        var one = switch (state) {
            case RECORDED -> received.notice(level(RiskLevel.LOW), "宁夏报送有限公司");
            case SUBMITTED, PERMITTED, REFUSED, CLOSED -> received.application(level(RiskLevel.HIGH), "宁夏申请有限公司", due);
            default -> received.checklist(level(RiskLevel.MEDIUM), "宁夏清单有限公司", due);
        };
        entities.flush();
        jdbc.sql("update filing set state = :state where id = :id").param("state", state.name()).param("id", one.id()).update();
        entities.clear();
        return one;
    }

    private String level(RiskLevel level) {
        received.level(COUNTY, level);
        return COUNTY;
    }

    private MockHttpServletResponse send(One one, FilingAct act) throws Exception {
        return mvc.perform(post("/my/filings/" + one.no() + "/" + ADDRESS.get(act)).with(csrf()).with(Session.as(one.actor()))).andReturn()
                .getResponse();
    }

    private Document page(One one, String address) throws Exception {
        var answer = mvc.perform(get(address).with(Session.as(one.actor()))).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }
}
