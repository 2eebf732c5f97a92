package org.fugong.submission.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.attachment.Attachment;
import org.fugong.attachment.Attachments;
import org.fugong.attachment.EvidenceFiles;
import org.fugong.enterprise.Firms;
import org.fugong.filing.FilingKind;
import org.fugong.filing.SubmittedFilings;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.FilingFixtures;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** PostgreSQL says, while a file is stored, that its disk is full. */
@WebTest
class FullDiskTests {

    private static final String COUNTY = "640425";

    @Autowired
    MockMvc mvc;
    @Autowired
    Firms firms;
    @Autowired
    FilingFixtures filed;
    @Autowired
    SubmittedFilings received;
    @Autowired
    Attachments attachments;
    @Autowired
    FlywayConnectionDetails owner;
    @Autowired
    PlatformTransactionManager transactions;

    private JdbcClient tables;
    private Actor clerk;
    private long draft;

    @BeforeEach
    void aDraft() {
        tables = JdbcClient.create(new DriverManagerDataSource(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword()));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            received.level(COUNTY, RiskLevel.MEDIUM);
            var firm = firms.complete("宁夏满盘有限公司");
            clerk = Firms.actor(firm);
            draft = filed.complete(firm, firms.site(firm, COUNTY), FilingKind.CHECKLIST).id();
        });
        tables.sql("""
                create function no_space_left() returns trigger language plpgsql as $$ begin
                    raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
                end $$""").update();
    }

    @AfterEach
    void thereIsSpaceAgain() {
        tables.sql("drop function no_space_left() cascade").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"attachment_content", "attachment", "audit_entry"})
    void aFileIsRefusedWithWordsAndWhatWasAttachedStays(String table) throws Exception {
        attach("一.png", 1);
        tables.sql("create trigger full_disk after insert on " + table + " for each row execute function no_space_left()").update();
        long first = attachments.forFirm(draft).all().getFirst().id();
        var answer = attach("二.png?replace=" + first, 2);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.getContentAsString()).select(".error-summary").text()).contains("“二.png”没有附上").contains("过一会儿再传");
        assertThat(attachments.forFirm(draft).all()).extracting(Attachment::name).containsExactly("一.png");
        assertThat(tables
                .sql("select count(*) from attachment_content c where not exists (select from attachment a where a.sha256 = c.sha256)")
                .query(Long.class).single()).isZero();
    }

    private MockHttpServletResponse attach(String name, int shade) throws Exception {
        var parts = name.split("\\?");
        return mvc.perform(multipart("/my/drafts/" + draft + "/attachments/C01" + (parts.length > 1 ? "?" + parts[1] : ""))
                .file(new MockMultipartFile("files", parts[0], "image/png", EvidenceFiles.picture("png", 20, 20, shade)))
                .with(csrf()).with(Session.as(clerk))).andReturn().getResponse();
    }
}
