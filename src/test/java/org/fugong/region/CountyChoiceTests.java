package org.fugong.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.concurrent.ThreadLocalRandom;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Role;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** Every list to choose a county from can be searched by whatever the county is called. */
@WebTest
@Transactional
class CountyChoiceTests {

    @Autowired
    MockMvc mvc;
    @Autowired
    AccountOpening accounts;
    @Autowired
    Regions regions;
    @Autowired
    CountyNames names;

    @ParameterizedTest
    @ValueSource(strings = {"/requests/new", "/admin/accounts/new", "/desk/filings?county=640104", "/desk/verifications?county=640104"})
    void aListOfCountiesKnowsWhatTheyAreCalled(String address) throws Exception {
        var admin = accounts.open("choice-" + ThreadLocalRandom.current().nextInt(1_000_000), "a long enough password", "负责人",
                Role.PROVINCE_ADMIN, "640000").actor();
        var page = Jsoup.parse(mvc.perform(get(address).with(Session.as(admin))).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString());
        var list = page.select("select#county[data-search][data-none]");
        assertThat(list.select("optgroup option").eachAttr("value"))
                .containsExactlyInAnyOrderElementsOf(regions.served().stream().map(County::code).toList());
        for (var county : regions.served()) {
            var option = list.select("option[value=" + county.code() + "]").first();
            assertThat(option.attr("data-words")).isEqualTo(names.words(county)).contains(county.code() + "000000");
            assertThat(option.parent().attr("data-words")).isEqualTo(names.wordsAbove(county)).isNotEmpty();
        }
        assertThat(page.select("script[type=module]").eachAttr("src")).allMatch(source -> source.contains("search-select"))
                .isNotEmpty();
    }
}
