package org.fugong.filing.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.persistence.EntityManager;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingNumber;
import org.fugong.filing.SignedCommitment;
import org.fugong.filing.SubmittedFilings;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.FilingFixtures;
import org.fugong.web.Dates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class SignatureTests {

    private static final String COUNTY = "640181";
    private static final String NAME = "宁夏㛃𬭎䶮𰻞𠮷𡋤工人门业有限公司";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
    private static final String INTACT = "与签署时一致";
    private static final String BROKEN = "与签署时不一致";

    @Autowired
    MockMvc mvc;
    @Autowired
    Firms firms;
    @Autowired
    FilingFixtures filed;
    @Autowired
    SubmittedFilings received;
    @Autowired
    EntityManager entities;
    @Autowired
    JdbcClient jdbc;

    private Enterprise firm;
    private Filing filing;
    private String no;

    @BeforeEach
    void aCommitment() {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        firm = firms.complete(NAME);
        filing = filed.submitted(firm, firms.site(firm, COUNTY), FilingKind.COMMITMENT);
        no = filing.no();
        entities.flush();
    }

    @Test
    void bothSidesSeeTheSignedTextComparedWithItsHashAndFromWhereItWasSigned() throws Exception {
        for (var answer : List.of(mine("/letter"), desk("/letter"))) {
            var page = answer.getContentAsString();
            assertThat(page).contains(INTACT, filing.letter().hash(), "马建国（法定代表人）", MOMENT.format(filing.submittedAt().atZone(Dates.ZONE)),
                    "再次输入密码", FilingFixtures.ADDRESS, NAME).doesNotContain(BROKEN);
            assertThat(filing.letter().text().lines()).allSatisfy(line -> assertThat(page).contains(line));
        }
        assertThat(mine("").getContentAsString()).contains("/my/filings/" + no + "/letter\"").doesNotContain(BROKEN);
        assertThat(desk("").getContentAsString()).contains("/desk/filings/" + no + "/letter\"");
    }

    @Test
    void whoeverHasTheFileCanComputeTheHashOfAllItsBytes() throws Exception {
        for (var answer : List.of(mine("/letter.txt"), desk("/letter.txt"))) {
            assertThat(answer.getContentType()).isEqualTo("text/plain;charset=UTF-8");
            assertThat(answer.getHeader("Content-Disposition")).startsWith("attachment").contains(no + ".txt");
            var bytes = answer.getContentAsByteArray();
            assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))).isEqualTo(filing.letter().hash());
            assertThat(mine("/letter").getContentAsString()).contains("全部 %,d 个字节".formatted(bytes.length));
        }
    }

    @Test
    void aTextThatIsNotWhatWasSignedIsAnAlarm() throws Exception {
        changed(filing.letter().text() + "。", filing.letter().hash());
        assertThat(mine("/letter").getContentAsString()).contains(BROKEN, "96168").doesNotContain(INTACT);
        assertThat(desk("/letter").getContentAsString()).contains(BROKEN).doesNotContain(INTACT);
        assertThat(mine("").getContentAsString()).contains(BROKEN);
        assertThat(paper("/letter.pdf")).contains(BROKEN);
    }

    @Test
    void aHashThatIsNotTheOneInTheTrailIsAnAlarmAlsoWhereItFitsTheText() throws Exception {
        changed("另一份", SignedCommitment.sha256("另一份"));
        assertThat(mine("/letter").getContentAsString()).contains(BROKEN, filing.letter().hash()).doesNotContain(INTACT);
    }

    /** The address is for the two sides: it is in no paper that may be passed on, and on no public page. */
    @Test
    void fromWhereItWasSignedIsOnNoPaper() throws Exception {
        for (var name : List.of("/letter.pdf", "/form.pdf", "/receipt.pdf")) {
            assertThat(paper(name)).contains(no).doesNotContain(FilingFixtures.ADDRESS);
        }
        assertThat(mine("/letter.txt").getContentAsString()).contains(NAME).doesNotContain(FilingFixtures.ADDRESS);
        assertThat(mvc.perform(get("/receipts/" + filing.token())).andReturn().getResponse().getContentAsString())
                .contains(no).doesNotContain(FilingFixtures.ADDRESS);
    }

    @Test
    void anApplicationThatIsSignedLaterKeepsWhenAndFromWhere() throws Exception {
        received.level(COUNTY, RiskLevel.HIGH);
        var application = filed.submitted(firm, firms.site(firm, COUNTY, "分厂"), FilingKind.APPLICATION);
        no = application.no();
        mvc.perform(get("/my/filings/" + no + "/letter").with(Session.as(Firms.actor(firm)))).andExpect(status().isNotFound());
        mvc.perform(post("/my/filings/" + no + "/commitment").with(Session.as(Firms.actor(firm))).with(csrf())
                .with(request -> {
                    request.setRemoteAddr("2001:db8::7");
                    return request;
                }).param("signedName", "李强").param("signedRole", "厂长").param("password", Firms.PASSWORD))
                .andExpect(redirectedUrl("/my/filings/" + no));
        entities.flush();
        assertThat(mine("/letter").getContentAsString()).contains(INTACT, "李强（厂长）", "2001:db8::7", firm.creditCode().value());
        assertThat(mine("/form").getContentAsString()).contains("签署人：李强（厂长）").doesNotContain("2001:db8::7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"signed_from = '192.0.2.8'", "signed_from = null", "signed_at = signed_at + interval '1 minute'",
            "letter = letter || '。'"})
    void whatWasSignedWhenAndFromWhereIsNeverChanged(String change) {
        assertThatThrownBy(() -> jdbc.sql("update filing set " + change + " where id = ?").params(filing.id()).update())
                .hasMessageContaining("what was filed stays");
    }

    /** A copy of the filing that says something else, with the same steps in the trail: nobody can change the filing itself. */
    private void changed(String letter, String hash) {
        long copy = filing.id() + 1_000_000;
        no = FilingNumber.of(COUNTY, LocalDate.of(2026, 1, 1), 999_999_999).value();
        jdbc.sql("""
                insert into filing overriding system value
                select (jsonb_populate_record(null::filing, to_jsonb(original) || jsonb_build_object('id', :copy, 'no', :no,
                    'token', reverse(token), 'state', 'WITHDRAWN', 'letter', :letter, 'letter_hash', :hash))).*
                from filing original where id = :id""")
                .param("copy", copy).param("no", no).param("letter", letter).param("hash", hash).param("id", filing.id()).update();
        jdbc.sql("""
                insert into audit_entry (at, actor, role, action, subject, before, after)
                select at, actor, role, action, :copy, before, after from audit_entry where subject = :original order by id""")
                .param("copy", "filing:" + copy).param("original", "filing:" + filing.id()).update();
    }

    private MockHttpServletResponse mine(String paper) throws Exception {
        return answer("/my/filings/" + no + paper, Firms.actor(firm));
    }

    private MockHttpServletResponse desk(String paper) throws Exception {
        return answer("/desk/filings/" + no + paper, received.official(COUNTY));
    }

    private MockHttpServletResponse answer(String address, Actor reader) throws Exception {
        return mvc.perform(get(address).with(Session.as(reader))).andExpect(status().isOk()).andReturn().getResponse();
    }

    private String paper(String name) throws Exception {
        try (var document = Loader.loadPDF(mine(name).getContentAsByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
