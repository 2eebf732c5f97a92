package org.fugong.journey;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages on which lists and levels are kept and shown are fit for everybody: in English, whose words are long; journeys are
 * in Chinese.
 */
@JourneyTest
class EveryPageTests {

    private static final String LIST = "/admin/lists/2";
    private static final String COUNTY = "/counties/640104";

    static Stream<Arguments> people() {
        return Stream.of(
                Arguments.of("ningxia",
                        List.of("/admin", "/admin/counties/640104", "/desk/filings?county=640104", "/admin/requests", "/admin/notices",
                                "/admin/deliveries", "/admin/lists",
                                LIST,
                                LIST + "/items/C01", LIST + "/items/C01/levels/HIGH", LIST + "/comparison",
                                LIST + "/examples", LIST + "/examples/0", LIST + "/impact", "/admin/lists/drafts/file?level=LOW",
                                "/admin/catalogue", "/admin/catalogue/1", "/admin/verdicts", "/admin/risk-levels",
                                "/admin/risk-levels/640104",
                                "/admin/risk-levels/640104/confirmation?level=LOW&notice=x",
                                "/admin/risk-levels/640106/confirmation?level=MEDIUM&notice=x",
                                "/admin/risk-levels/640502/confirmation", "/admin/risk-levels/calendar",
                                "/admin/risk-levels/batches", "/admin/owed", "/admin/epidemic-end", "/admin/holidays",
                                "/admin/holidays/2026", "/admin/holidays/2027")),
                Arguments.of("xingqing-admin",
                        List.of("/admin", "/desk/filings", "/desk/applications", "/desk/opinions", "/admin/departments",
                                "/admin/departments/INDUSTRY", "/admin/accounts", "/admin/accounts/new", "/admin/holidays/2026",
                                "/admin/adaptations", "/admin/adaptations/MEDIUM", "/admin/adaptations/MEDIUM/impact", "/admin/inspectors",
                                "/admin/positive-list")),
                Arguments.of("xingqing",
                        List.of("/desk/notices", "/account/contact", "/desk/firm-passwords", "/desk/filings", "/desk/obligations",
                                "/desk/owed", "/desk/owed?state=supplied", "/desk/behalf", "/desk/behalf/new",
                                "/desk/verdicts", "/desk/draws", "/desk/draws/new?by=INDUSTRY",
                                "/desk/interests", COUNTY)),
                Arguments.of("shapotou", List.of("/desk/applications", "/desk/opinions", "/desk/opinions?department=ENVIRONMENT")),
                Arguments.of("91640104DEM000014B",
                        List.of("/my", "/my/owed", "/my/units", "/my/notices", "/my/requests", "/requests/new", "/my/filings/new")),
                Arguments.of(null,
                        List.of("/draws", "/password-reset", "/claim", "/requests", "/requests/new?county=640104",
                                COUNTY, COUNTY + "?on=2026-10-12",
                                COUNTY + "?on=2020-03-20&known=2020-03-21", COUNTY + "?on=never",
                                COUNTY + "?on=2019-01-01", COUNTY + "/changes", COUNTY + "/changes/MEDIUM?from=1&to=1.1",
                                "/counties/640106", "/counties/640502")));
    }

    @ParameterizedTest
    @MethodSource("people")
    void aPageCanBeReadByEverybody(String login, List<String> paths, Visitor visitor) {
        if (login != null) {
            visitor.signIn(login);
        }
        visitor.goTo("/?lang=en");
        paths.forEach(visitor::goTo);
    }
}
