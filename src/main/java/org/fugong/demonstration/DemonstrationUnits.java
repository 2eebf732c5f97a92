package org.fugong.demonstration;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.fugong.collective.UnitEntry;
import org.fugong.collective.UnitFiling;
import org.fugong.collective.UnitParticulars;
import org.fugong.enterprise.CreditCode;
import org.fugong.enterprise.Enterprises;
import org.fugong.enterprise.Sites;
import org.fugong.submission.Confirmation;
import org.fugong.web.Dates;
import org.springframework.stereotype.Component;

/** The tenants of a warehouse, three with a receipt and one whose filing did not pass; of a fifth nothing was filed yet. */
@Component
@Demonstrated
class DemonstrationUnits {

    private static final String COUNTY = "640205";

    private final UnitEntry entry;
    private final UnitFiling filing;
    private final Enterprises enterprises;
    private final Sites sites;
    private final DemonstrationFirms firms;
    private final ActingInThePast stage;

    DemonstrationUnits(UnitEntry entry, UnitFiling filing, Enterprises enterprises, Sites sites, DemonstrationFirms firms,
            ActingInThePast stage) {
        this.entry = entry;
        this.filing = filing;
        this.enterprises = enterprises;
        this.sites = sites;
        this.firms = firms;
        this.stage = stage;
    }

    /** Outside of a transaction, as each unit has one of its own. */
    void file() {
        var firm = firms.all().stream().filter(one -> one.place().county().equals(COUNTY) && one.story().equals("commitment-passed"))
                .reduce((first, second) -> second).orElseThrow();
        var operator = firms.actor(firm);
        var at = stage.before(1, 10);
        stage.act(operator, at, () -> {
            var list = entry.begin(operator, sites.of(enterprises.of(operator).orElseThrow()).getFirst().id());
            IntStream.rangeClosed(1, 4).forEach(n -> entry.enter(operator, list.id(), tenant(n)));
            filing.file(operator, list.id(), LocalDate.ofInstant(at, Dates.ZONE).plusDays(1),
                    Confirmation.by(DemonstrationStaff.PASSWORD, firm.particulars().legalRepresentative(), DemonstrationFilings.ADDRESS));
            entry.enter(operator, list.id(), tenant(5));
        });
    }

    /** The second has somebody back from an area at high risk. */
    private static UnitParticulars tenant(int n) {
        return new UnitParticulars(CreditCode.synthetic(COUNTY, "DEU%05d".formatted(n)), "仓储租户" + n + "（虚构）", n + " 号库", "经办人（虚构）",
                "0952-1%06d".formatted(n), 8, 5, 1, n == 2 ? 1 : 0, 5);
    }
}
