package org.fugong.replay.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.filing.SubmittedFilings;
import org.fugong.job.DueJobs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class VerdictPagesTests {

    private static final String COUNTY = "640324";

    @Autowired
    MockMvc mvc;
    @Autowired
    SubmittedFilings received;
    @Autowired
    DueJobs due;

    private Actor official;

    @BeforeEach
    void anOfficial() {
        official = received.official(COUNTY);
    }

    @Test
    void anOfficialSeesWhatDiffersOnceItIsDone() throws Exception {
        var filing = received.checklist(COUNTY, "宁夏重算有限公司", LocalDate.of(2030, 1, 1));
        var page = mvc.perform(post("/desk/verdicts").with(csrf()).with(Session.as(official))).andExpect(status().is3xxRedirection())
                .andReturn().getResponse().getRedirectedUrl();
        mvc.perform(get(page).with(Session.as(official))).andExpect(content().string(containsString("进行中")))
                .andExpect(content().string(not(containsString(filing.no()))));
        due.run("verdict-replay", page.substring(page.lastIndexOf('/') + 1));
        // the rows of these tests are written by hand, with two findings of a list that has many more
        mvc.perform(get(page).with(Session.as(official))).andExpect(content().string(containsString("缺少判定")))
                .andExpect(content().string(containsString("1 份不一致")))
                .andExpect(content().string(containsString("/desk/filings/" + filing.no())));
        mvc.perform(get("/desk/verdicts").with(Session.as(official))).andExpect(content().string(containsString(page)));
        mvc.perform(get(page).with(Session.as(received.official("640105")))).andExpect(status().isNotFound());
        mvc.perform(get(page + "?after=no").with(Session.as(official))).andExpect(status().isOk());
    }

    @Test
    void aCountyWithoutFilingsIsAllTheSame() throws Exception {
        var page = mvc.perform(post("/desk/verdicts").with(csrf()).with(Session.as(official))).andReturn().getResponse().getRedirectedUrl();
        due.run("verdict-replay", page.substring(page.lastIndexOf('/') + 1));
        mvc.perform(get(page + "?lang=en").with(Session.as(official))).andExpect(content().string(containsString("all the same")));
    }
}
