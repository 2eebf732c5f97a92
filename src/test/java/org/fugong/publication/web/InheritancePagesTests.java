package org.fugong.publication.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.fugong.Session;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.adaptation.Adaptation;
import org.fugong.adaptation.AdaptationFixtures;
import org.fugong.adaptation.CountyLists;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ListDrafting;
import org.fugong.condition.PublicationRequest;
import org.fugong.impact.ListImpacts;
import org.fugong.publication.ListAdaptation;
import org.fugong.publication.ListPublication;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.Parameter;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;

/**
 * A new version leaves behind: an item that is gone, one that became a veto, a figure that is gone, one now too strict, one out
 * of bounds.
 */
@WebTest
@Transactional
class InheritancePagesTests {

    private static final String COUNTY = "640104";
    private static final String PAGE = "/admin/adaptations/MEDIUM/inheritance";
    private static final Instant NOW = Instant.parse("2020-04-01T00:00:00Z");
    private static final Instant COMING = NOW.plus(Duration.ofDays(10));

    @Autowired
    MockMvc mvc;
    @Autowired
    AccountOpening opening;
    @Autowired
    ListDrafting drafting;
    @Autowired
    ListPublication publication;
    @Autowired
    ListImpacts impacts;
    @Autowired
    ListAdaptation adapting;
    @Autowired
    AdaptationFixtures adapted;
    @Autowired
    CountyLists countyLists;
    @Autowired
    TestClock clock;

    private Actor author;
    private Actor second;
    private Actor county;
    private ConditionList draft;

    @BeforeEach
    void aCountyThatAsksLessAndADraftThatLeavesMuchOfItBehind() {
        clock.set(NOW);
        author = opening.open("inheritance-1", "a long enough password", "刘管理", Role.PROVINCE_ADMIN, "640000").actor();
        second = opening.open("inheritance-2", "a long enough password", "李管理", Role.PROVINCE_ADMIN, "640000").actor();
        county = opening.open("inheritance-3", "a long enough password", "马主任", Role.COUNTY_ADMIN, COUNTY).actor();
        adapted.adapt(0, new Adaptation(new TreeSet<>(List.of("D07", "D08")), new TreeMap<>(Map.of(
                "C01", Map.of("days", 2.0), "C03", Map.of("days", 2.0), "C07", Map.of("max", 8.0), "D02", Map.of("times", 1.0)))), "本县情况",
                null, county);
        draft = drafting.start(RiskLevel.MEDIUM, author);
        drafting.remove(draft.id(), draft.lock(), "D07", author);
        change("D08", item -> with(item, item.parameters(), item.rule(), true));
        change("C03", item -> with(item, Map.of(), "answer >= 3.0", item.veto()));
        drafting.setParameters(draft.id(), draft.lock(), "C01", Map.of("days", 1.0), author);
        change("C07", item -> {
            var max = item.parameters().get("max");
            return with(item, Map.of("max", new Parameter(max.value(), max.unit(), max.relax(), null, 7.0, max.label(), max.labelEn())),
                    item.rule(), item.veto());
        });
    }

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    @Test
    void theCountyDecidesBeforeTheVersionTakesEffect() throws Exception {
        page("/admin/adaptations").andExpect(content().string(not(containsString("不能延续"))));
        publish(COMING);
        for (var path : List.of("/admin/adaptations", PAGE)) {
            page(path).andExpect(content().string(containsString("第 2 版将于2020年4月11日 08:00生效")))
                    .andExpect(content().string(containsString("新版已没有这一项"))).andExpect(content().string(containsString("新版列为否决项，不能减")))
                    .andExpect(content().string(containsString("新版已没有这个参数"))).andExpect(content().string(containsString("比新版的全区要求更严")))
                    .andExpect(content().string(containsString("超出新版允许的范围"))).andExpect(content().string(not(containsString("D02"))));
        }

        confirm(send(Map.of("C07.max", "7"))).andExpect(redirectedUrl("/admin/adaptations/MEDIUM"));

        page("/admin/adaptations").andExpect(content().string(not(containsString("不能延续"))));
        mvc.perform(get(PAGE).with(Session.as(county))).andExpect(redirectedUrl("/admin/adaptations"));
        assertThat(figure(COMING.minusMillis(1), "C07", "max")).isEqualTo(8);
        assertThat(figure(COMING, "C07", "max")).isEqualTo(7);
        assertThat(figure(COMING, "C01", "days")).isEqualTo(1);
        assertThat(figure(COMING, "D02", "times")).isEqualTo(1);
        assertThat(countyLists.inForce(COUNTY, RiskLevel.MEDIUM, COMING).items()).extracting(ConditionItem::code).contains("D08")
                .doesNotContain("D07");
    }

    @Test
    void aDecisionIsMeasuredByTheComingVersion() throws Exception {
        publish(COMING);
        send(Map.of("C07.max", "8")).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("之间的数")));
        send(Map.of("C01.days", "2")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("全区为 1，县区只能调低")));
        send(Map.of("C07.max", "many")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"many\"")));
        send(Map.of("reason", "")).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("请填写原因")));
        assertThat(adapting.newest(RiskLevel.MEDIUM, county).orElseThrow().revision()).isEqualTo(1);
    }

    @Test
    void whoDecidesOnWhatHasMovedOnIsTold() throws Exception {
        publish(COMING);
        send(Map.of("seen", "0")).andExpect(status().isConflict());
        send(Map.of("version", "3", "C07.max", "7")).andExpect(status().isConflict())
                .andExpect(content().string(containsString("value=\"7\"")));
    }

    @Test
    void whatIsUndecidedFallsAwayAndCanBeDecidedAfterwards() throws Exception {
        publish(COMING);
        clock.set(COMING.plusSeconds(1));
        assertThat(figure(clock.instant(), "C07", "max")).isEqualTo(6);
        page("/admin/adaptations").andExpect(content().string(containsString("第 2 版已于2020年4月11日 08:00生效")));
        confirm(send(Map.of("C07.max", "7"))).andExpect(redirectedUrl("/admin/adaptations/MEDIUM"));
        assertThat(figure(clock.instant(), "C07", "max")).isEqualTo(7);
    }

    @Test
    void theProvinceSeesWhichCountiesHaveToDecide() throws Exception {
        var path = "/admin/lists/" + draft.id() + "/publication";
        mvc.perform(get(path).with(Session.as(author))).andExpect(content().string(containsString("1 个县区的调整不能全部延续")))
                .andExpect(content().string(containsString("兴庆区"))).andExpect(content().string(containsString("下列调整随即失效")));
        impacts.foresee(draft.id(), author);
        publication.ask(draft.id(), draft.lock(), new PublicationRequest("依据", "原因", COMING, false), author);
        mvc.perform(get(path).with(Session.as(second))).andExpect(content().string(containsString("兴庆区")))
                .andExpect(content().string(containsString("确认发布第 2 版")));
    }

    @Test
    void whatIsScheduledForAfterTheVersionIsDecidedToo() throws Exception {
        var later = COMING.plus(Duration.ofDays(5));
        adapted.adapt(1, new Adaptation(new TreeSet<>(List.of("D09")), new TreeMap<>(Map.of("C07", Map.of("max", 9.0)))), "再放宽", later,
                county);
        publish(COMING);
        page("/admin/adaptations").andExpect(content().string(containsString("第 2 版将于2020年4月11日 08:00生效")))
                .andExpect(content().string(containsString("本县第 2 次调整定于2020年4月16日 08:00生效")))
                .andExpect(content().string(containsString("请先决定上面这一项")));

        confirm(send(Map.of("C07.max", "7", "seen", "2")).andExpect(content().string(containsString("已定于2020年4月16日 08:00生效的第 2 次调整不变"))))
                .andExpect(redirectedUrl("/admin/adaptations/MEDIUM"));

        assertThat(figure(COMING, "C07", "max")).isEqualTo(7);
        assertThat(items(COMING)).contains("D09");
        assertThat(items(later)).doesNotContain("D09");
        assertThat(figure(later, "C07", "max")).as("too much for the new version").isEqualTo(6);

        page(PAGE).andExpect(content().string(containsString("本县第 4 次调整定于2020年4月16日 08:00生效")));
        confirm(send(Map.of("C07.max", "7", "seen", "4"))).andExpect(redirectedUrl("/admin/adaptations/MEDIUM"));
        assertThat(figure(later, "C07", "max")).isEqualTo(7);
        assertThat(items(later)).doesNotContain("D09");
        mvc.perform(get(PAGE).with(Session.as(county))).andExpect(redirectedUrl("/admin/adaptations"));
    }

    private void publish(Instant from) {
        impacts.foresee(draft.id(), author);
        publication.ask(draft.id(), draft.lock(), new PublicationRequest("依据", "原因", from, false), author);
        publication.confirm(draft.id(), draft.lock(), second);
    }

    private void change(String code, UnaryOperator<ConditionItem> change) {
        drafting.replace(draft.id(), draft.lock(), change.apply(draft.content().item(code).orElseThrow()), author);
    }

    private static ConditionItem with(ConditionItem item, Map<String, Parameter> parameters, String rule, boolean veto) {
        return new ConditionItem(item.code(), item.category(), item.title(), item.titleEn(), item.ask(), item.askEn(), item.help(),
                item.helpEn(), item.answer(),
                item.unit(), item.options(), item.when(), rule, new LinkedHashMap<>(parameters), item.evidence(), item.evidenceEn(),
                item.use(), veto,
                item.deferral(), item.handling(), item.basis());
    }

    private double figure(Instant at, String code, String name) {
        return countyLists.inForce(COUNTY, RiskLevel.MEDIUM, at).item(code).parameters().get(name).value();
    }

    private List<String> items(Instant at) {
        return countyLists.inForce(COUNTY, RiskLevel.MEDIUM, at).items().stream().map(ConditionItem::code).toList();
    }

    /** Sends the confirmation page as it stands. */
    private ResultActions confirm(ResultActions confirmation) throws Exception {
        var form = Jsoup.parse(confirmation.andExpect(status().isOk()).andReturn().getResponse().getContentAsString())
                .selectFirst("form[action$=/revisions]");
        var request = post(form.attr("action")).with(Session.as(county)).with(csrf());
        form.select("input[type=hidden]").forEach(field -> request.param(field.attr("name"), field.val()));
        return mvc.perform(request);
    }

    private ResultActions page(String path) throws Exception {
        return mvc.perform(get(path).with(Session.as(county))).andExpect(status().isOk());
    }

    private ResultActions send(Map<String, String> changes) throws Exception {
        var fields = new HashMap<>(Map.of("reason", "按新版决定", "seen", "1", "version", "2"));
        fields.putAll(changes);
        var request = post(PAGE).with(Session.as(county)).with(csrf());
        fields.forEach(request::param);
        return mvc.perform(request);
    }
}
