package org.fugong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A form over what others may change meanwhile carries the version that its page had shown, or needs none and says why. */
class CarriedVersionsTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern FORM = Pattern.compile("<form\\b[^>]*method=\"post\".*?</form>", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile("th:action=\"([^\"]*)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"(lock|seen|version|after)\"");

    private static final String FIELDS = "each field brings its own, from fragments/form";
    private static final String CREATES = "makes something new, or finds the one that there is";
    private static final String ONCE = "is done once: whoever comes second sees what the first has done";
    private static final String OWN = "changes nothing that anybody else keeps";
    private static final String PROOF = "is proved by the password that is typed";

    /** The forms that carry none, by the page and the address, with the reason. */
    private static final Map<String, String> WITHOUT = Map.ofEntries(
            Map.entry("account/account.html /assignment", FIELDS),
            Map.entry("calendar/year.html /admin/holidays/{year}", FIELDS),
            Map.entry("enterprise/profile.html /my/enterprise", FIELDS),
            Map.entry("enterprise/site.html ${frame.path}", FIELDS),
            Map.entry("submission/commitment.html /commitment", FIELDS),
            Map.entry("submission/conditions.html /conditions/${category.code}", FIELDS),
            Map.entry("submission/facts.html /facts", FIELDS),
            Map.entry("submission/plan.html /plan", FIELDS),
            Map.entry("application/correction.html /correction", ONCE),
            Map.entry("application/correction.html /removal", ONCE),
            Map.entry("account/opening.html /admin/accounts", CREATES),
            Map.entry("condition/lists.html /admin/lists/drafts", CREATES),
            Map.entry("enterprise/register.html /register", CREATES),
            Map.entry("publication/list-impact.html /impact", CREATES),
            Map.entry("replay/verdicts.html ${base}", CREATES),
            Map.entry("request/new.html /requests", CREATES),
            Map.entry("risk/batches.html /admin/risk-levels/batches", CREATES),
            Map.entry("submission/attachments.html ${here}", CREATES),
            Map.entry("submission/attachments.html ${here}/earlier", CREATES),
            Map.entry("submission/new.html /my/drafts", CREATES),
            Map.entry("collective/venues.html /my/units", CREATES),
            Map.entry("collective/link.html /units/${token}", CREATES),
            Map.entry("collective/table.html ${here}/table", "each row is what the table says, whoever has written there before"),
            Map.entry("collective/list.html ${here}/filing", ONCE),
            Map.entry("collective/list.html ${here}/link", "the newest link is the one that counts"),
            Map.entry("collective/list.html ${here}/link/closing", ONCE),
            Map.entry("collective/unit.html /removal", ONCE),
            Map.entry("account/setup.html /setup", ONCE),
            Map.entry("filing/closing.html /closing", ONCE),
            Map.entry("filing/filing.html /changes", CREATES),
            Map.entry("filing/filing.html /renewals", CREATES),
            Map.entry("filing/filing.html /withdrawal", ONCE),
            Map.entry("submission/check.html /separation", ONCE),
            Map.entry("obligation/additions.html /additions", ONCE),
            Map.entry("request/desk.html /answer", ONCE),
            Map.entry("risk/batch.html /confirmation", ONCE),
            Map.entry("submission/attachments.html /removal", ONCE),
            Map.entry("submission/parts.html /removal", ONCE),
            Map.entry("submission/supply.html ${here}", ONCE),
            Map.entry("submission/supply.html /removal", ONCE),
            Map.entry("owed/epidemic-end.html /admin/epidemic-end", ONCE),
            Map.entry("behalf/new.html /desk/behalf/new", CREATES),
            Map.entry("behalf/entry.html /removal", ONCE),
            Map.entry("behalf/claim.html /claim", CREATES),
            Map.entry("behalf/claim-code.html /claim/code", PROOF),
            Map.entry("submission/signing.html /commitment", ONCE),
            Map.entry("verification/firm.html /verification", ONCE),
            Map.entry("draw/new.html /desk/draws", CREATES),
            Map.entry("draw/desk-draw.html /cancellation", ONCE),
            Map.entry("inspection/interests.html /desk/interests", OWN),
            Map.entry("inspection/interests.html /withdrawal", OWN),
            Map.entry("inspection/positive-list.html /admin/positive-list", "its form begins empty: the entry becomes what was typed"),
            Map.entry("layout.html /logout", OWN),
            Map.entry("message/notice.html /reading", OWN),
            Map.entry("message/notices.html ${place}/readings", OWN),
            Map.entry("message/contact.html /account/contact", FIELDS),
            Map.entry("message/code.html ${here}", PROOF),
            Map.entry("message/code.html ${here}/code", CREATES),
            Map.entry("message/deliveries.html /resending", ONCE),
            Map.entry("recovery/ask.html /password-reset", CREATES),
            Map.entry("recovery/code.html /password-reset/code", PROOF),
            Map.entry("recovery/firm.html /desk/firm-passwords", "a password that was handed over before is the one that is replaced"),
            Map.entry("account/login.html /login", PROOF),
            Map.entry("account/password.html /account/password", PROOF));

    @Test
    void everyFormCarriesTheVersionThatItsPageHadShownOrSaysWhyNot() throws IOException {
        var without = new TreeSet<String>();
        try (var pages = Files.walk(TEMPLATES)) {
            for (var page : pages.filter(path -> path.toString().endsWith(".html")).toList()) {
                formsWithout(Files.readString(page))
                        .forEach(address -> without.add(TEMPLATES.relativize(page) + " " + address));
            }
        }
        assertThat(without).isEqualTo(new TreeSet<>(WITHOUT.keySet()));
    }

    private static List<String> formsWithout(String page) {
        var addresses = new ArrayList<String>();
        FORM.matcher(page).results().map(form -> form.group()).filter(form -> !VERSION.matcher(form).find()).forEach(form -> {
            var action = ACTION.matcher(form);
            assertThat(action.find()).as(form).isTrue();
            addresses.add(address(action.group(1)));
        });
        return addresses;
    }

    /** The address without its arguments, and from the record on where it is one of a record's. */
    private static String address(String action) {
        var bare = action.replaceAll("^@\\{(.*)}$|^\\|(.*)\\|$", "$1$2").replaceFirst("\\([^()]*(\\([^()]*\\))?[^()]*\\)$", "");
        return bare.replaceFirst(".*(\\{id}|\\$\\{base}|\\$\\{root}|\\.no}|\\$\\{no}|\\.id})(?=/)", "");
    }
}
