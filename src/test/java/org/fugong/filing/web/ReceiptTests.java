package org.fugong.filing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.Filings;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.FilingFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class ReceiptTests {

    private static final String COUNTY = "640181";

    @Autowired
    MockMvc mvc;
    @Autowired
    Firms firms;
    @Autowired
    FilingFixtures filed;
    @Autowired
    Filings filings;

    private Enterprise firm;
    private Filing filing;

    @BeforeEach
    void aFiling() {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        firm = firms.complete("宁夏回执有限公司");
        filing = filed.submitted(firm, firms.site(firm, COUNTY), FilingKind.COMMITMENT);
    }

    @Test
    void anyoneSeesThatAReceiptIsRealAndNothingAboutPersons() throws Exception {
        var code = firm.creditCode().value();
        for (var address : List.of("/receipts/" + filing.token(), "/receipts?q=" + filing.no() + "&code=" + code.substring(12),
                "/receipts?q=" + filing.no().replace("-", "") + "&code=" + code.substring(12).toLowerCase(Locale.ROOT),
                "/receipts?q=" + filing.token(), "/receipts?q=https://example.org/receipts/" + filing.token())) {
            var page = mvc.perform(get(address)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
            assertThat(page).as(address).contains("这份回执是真实的", filing.no(), "宁夏回执有限公司", "灵武市", "告知承诺", "现在可以开工");
            assertThat(page).doesNotContain("马建国", "王芳", "1234567", "1391234", firm.creditCode().value(), "清和街", "工业路");
        }
    }

    @Test
    void theReceiptAloneSaysWhatItIsOfAndWhatNextAndNothingOfTheAnswers() throws Exception {
        var page = mvc.perform(get("/my/filings/" + filing.no() + "/receipt").with(Session.as(Firms.actor(firm))))
                .andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString();
        assertThat(page).contains(filing.no(), "宁夏回执有限公司", firm.creditCode().value(), "出具县区", "银川市灵武市", "告知承诺", "清单第 1 版", "<svg",
                "/receipts/" + filing.token(), "接下来", "96168");
        assertThat(page).doesNotContain("马建国", "1234567", "1391234", "防控机制到位");
        mvc.perform(get("/my/filings/" + filing.no() + "/receipt").with(Session.as(Firms.actor(firms.complete("宁夏别家有限公司")))))
                .andExpect(status().isNotFound());
    }

    @Test
    void aNumberDoesNotGiveTheCodeAway() throws Exception {
        mvc.perform(get("/receipts").param("q", filing.no()).param("code", firm.creditCode().value().substring(12)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(filing.token()))));
    }

    @Test
    void aNumberAloneTellsNothing() throws Exception {
        var end = firm.creditCode().value().substring(12);
        for (var code : new String[]{"", end.substring(1), "%", "\u200b"}) {
            mvc.perform(get("/receipts").param("q", filing.no()).param("code", code)).andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("还要填写企业统一社会信用代码的后 6 位")))
                    .andExpect(content().string(not(containsString(firm.name()))));
        }
        for (var code : new String[]{end.charAt(0) == '0' ? "1" + end.substring(1) : "0" + end.substring(1), "______", "!" + end}) {
            mvc.perform(get("/receipts").param("q", filing.no()).param("code", code)).andExpect(status().isNotFound())
                    .andExpect(content().string(containsString("没有这样的回执"))).andExpect(content().string(not(containsString(firm.name()))));
        }
    }

    @Test
    void machinesReadTheSame() throws Exception {
        mvc.perform(get("/api/v1/receipts/" + filing.token())).andExpect(status().isOk())
                .andExpect(jsonPath("$.number").value(filing.no())).andExpect(jsonPath("$.enterprise").value("宁夏回执有限公司"))
                .andExpect(jsonPath("$.county").value(COUNTY)).andExpect(jsonPath("$.kind").value("COMMITMENT"))
                .andExpect(jsonPath("$.level").value("MEDIUM")).andExpect(jsonPath("$.state").value("EFFECTIVE"))
                .andExpect(jsonPath("$.mayStart").value(true)).andExpect(jsonPath("$.listVersion").value("1"))
                .andExpect(jsonPath("$.submittedAt").value(containsString("+08:00")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAAA", "x", "640181-200312-00427-8", "' or 1=1 --"})
    void aWrongCodeSaysSoAndNothingElse(String token) throws Exception {
        mvc.perform(get("/receipts/{token}", token)).andExpect(status().isNotFound())
                .andExpect(content().string(containsString("没有这样的回执"))).andExpect(content().string(not(containsString(filing.no()))));
        mvc.perform(get("/api/v1/receipts/{token}", token)).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @CsvSource({"LOW,true", "HIGH,false"})
    void thePresentStateCounts(RiskLevel now, boolean mayStart) throws Exception {
        filings.save(filing.suspend("停工", filing.submittedAt()));
        mvc.perform(get("/receipts/" + filing.token())).andExpect(content().string(containsString("责令停工")))
                .andExpect(content().string(containsString("不能凭这份回执开工")));
        filings.save(filing.resume(filing.submittedAt()));
        filings.save(filing.checked(null));
        var application = firms.complete("宁夏申请有限公司");
        filed.level(COUNTY, RiskLevel.HIGH);
        var submitted = filed.submitted(application, firms.site(application, COUNTY), FilingKind.APPLICATION);
        filed.level(COUNTY, now);
        mvc.perform(get("/api/v1/receipts/" + submitted.token())).andExpect(jsonPath("$.mayStart").value(mayStart));
    }
}
