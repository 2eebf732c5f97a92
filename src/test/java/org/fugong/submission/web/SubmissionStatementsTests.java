package org.fugong.submission.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.fugong.CountedStatements;
import org.fugong.WebTest;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.filing.FilingKind;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.FilingFixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/** How often one submission asks the database, from the request to the answer. */
@WebTest
class SubmissionStatementsTests {

    private static final String COUNTY = "640423";

    @Autowired
    MockMvc mvc;
    @Autowired
    Firms firms;
    @Autowired
    FilingFixtures filed;
    @Autowired
    CountedStatements statements;

    private final MockHttpSession session = new MockHttpSession();
    private Enterprise firm;

    @BeforeEach
    void aFirmInACountyAtMediumRiskSignsIn() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        firm = firms.complete("宁夏语句有限公司");
        mvc.perform(post("/login").session(session).with(csrf())
                .param("username", firm.creditCode().value()).param("password", Firms.PASSWORD));
    }

    @AfterEach
    void low() {
        filed.level(COUNTY, RiskLevel.LOW);
        filed.level("640422", RiskLevel.LOW);
    }

    @ParameterizedTest
    @CsvSource({"COMMITMENT,12", "CHECKLIST,12"})
    void aSubmissionAsksTheDatabaseNoMoreThanSoOften(FilingKind kind, int atMost) throws Exception {
        submit(draft(kind, "640422")); // a start fetches the serials of the next numbers
        var draft = draft(kind, COUNTY);
        var sent = statements.during(() -> submit(draft));
        assertThat(sent).as(sent.size() + " statements:\n" + String.join("\n", sent)).isNotEmpty().hasSizeLessThanOrEqualTo(atMost);
    }

    private long draft(FilingKind kind, String county) {
        filed.level(county, RiskLevel.MEDIUM);
        return filed.complete(firm, firms.site(firm, county), kind).id();
    }

    private void submit(long draft) throws Exception {
        mvc.perform(post("/my/drafts/" + draft + "/submission").session(session).with(csrf())
                .param("confirmed", "true").param("signedName", "马建国")).andExpect(status().isSeeOther());
    }
}
