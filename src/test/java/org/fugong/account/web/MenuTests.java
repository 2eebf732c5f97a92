package org.fugong.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Menu;
import org.fugong.account.MenuEntry;
import org.fugong.account.Role;
import org.fugong.enterprise.Firms;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** The menu, as the modules declare it. */
@WebTest
@Transactional
class MenuTests {

    @Autowired
    MockMvc web;
    @Autowired
    Menu menu;
    @Autowired
    List<MenuEntry> entries;
    @Autowired
    AccountOpening opening;
    @Autowired
    Firms firms;

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyPlaceOpensForItsRoleAndIsMarkedThere(Role role) throws Exception {
        var actor = actor(role);
        var places = menu.places(actor, "/", Locale.SIMPLIFIED_CHINESE);
        assertThat(places).isNotEmpty().doesNotHaveDuplicates();
        for (var place : places) {
            var page = Jsoup.parse(web.perform(get(place.address()).with(Session.as(actor))).andExpect(status().isOk())
                    .andReturn().getResponse().getContentAsString());
            assertThat(page.select("header nav a[aria-current=page]").eachAttr("href")).containsExactly(place.address());
            assertThat(page.select("header nav a").eachAttr("href")).containsAll(places.stream().map(Menu.Place::address).toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aPlaceOfOthersIsClosed(Role role) throws Exception {
        var actor = actor(role);
        var own = menu.places(actor, "/", Locale.ENGLISH).stream().map(Menu.Place::address).toList();
        var others = entries.stream().filter(entry -> entry.role() != null).map(MenuEntry::address)
                .filter(address -> !own.contains(address))
                // what every visitor may see is closed to nobody
                .filter(address -> !address.equals("/")).distinct().toList();
        assertThat(others).isNotEmpty();
        for (var address : others) {
            assertThat(web.perform(get(address).with(Session.as(actor))).andReturn().getResponse().getStatus()).as(address).isIn(403, 404);
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleStartsAtItsFirstPlace(Role role) {
        assertThat(menu.home(role)).isEqualTo(menu.places(actor(role), "/", Locale.ENGLISH).getFirst().address());
    }

    @Test
    void theNearestPlaceIsMarkedAndNothingElse() {
        var firm = actor(Role.ENTERPRISE);
        assertThat(current(firm, "/my/enterprise/sites/1")).containsExactly("/my/enterprise");
        assertThat(current(firm, "/my/filings/1")).containsExactly("/my");
        assertThat(current(firm, "/counties/640104")).containsExactly("/");
        assertThat(current(firm, "/account/password")).isEmpty();
        assertThat(current(null, "/receipts/x")).containsExactly("/receipts");
    }

    @Test
    void whoIsSignedInIsNamedWithTheCounty() throws Exception {
        var page = Jsoup.parse(
                web.perform(get("/desk/filings").with(Session.as(actor(Role.OFFICIAL)))).andReturn().getResponse().getContentAsString());
        assertThat(page.select("header .who").text()).isEqualTo("兴庆区 工作人员");
    }

    private List<String> current(Actor actor, String path) {
        return menu.places(actor, path, Locale.ENGLISH).stream().filter(Menu.Place::current).map(Menu.Place::address).toList();
    }

    private Actor actor(Role role) {
        if (role == Role.ENTERPRISE) {
            return Firms.actor(firms.complete("宁夏菜单机械有限公司"));
        }
        var account = opening.open("menu-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-'), "a long enough password", "工作人员", role,
                role.ofCounty() ? "640104" : "640000");
        return account.actor();
    }
}
