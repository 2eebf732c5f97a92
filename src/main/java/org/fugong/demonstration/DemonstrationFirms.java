package org.fugong.demonstration;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.fugong.account.Accounts;
import org.fugong.account.Actor;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Enterprises;
import org.fugong.enterprise.Registration;
import org.fugong.enterprise.Site;
import org.fugong.enterprise.Sites;
import org.fugong.region.Regions;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The firms of the demonstration (demonstration-firms.csv), registered and described as firms do it themselves. */
@Component
@Demonstrated
class DemonstrationFirms {

    private final Regions regions;
    private final Registration registration;
    private final Enterprises enterprises;
    private final Sites sites;
    private final Accounts accounts;
    private final Clock clock;

    DemonstrationFirms(Regions regions, Registration registration, Enterprises enterprises, Sites sites, Accounts accounts, Clock clock) {
        this.regions = regions;
        this.registration = registration;
        this.enterprises = enterprises;
        this.sites = sites;
        this.accounts = accounts;
        this.clock = clock;
    }

    List<DemonstrationFirm> all() {
        var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var reader = new InputStreamReader(new ClassPathResource("data/demonstration-firms.csv").getInputStream(),
                StandardCharsets.UTF_8)) {
            return format.parse(reader).stream()
                    .map(row -> DemonstrationFirm.of(row, regions.county(row.get("county")).orElseThrow().name())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean knows(DemonstrationFirm firm) {
        return enterprises.existsByCreditCode(firm.code());
    }

    Enterprise register(DemonstrationFirm firm) {
        return registration.register(firm.code(), firm.particulars(), DemonstrationStaff.PASSWORD);
    }

    Actor actor(DemonstrationFirm firm) {
        return accounts.findByLogin(firm.code().value()).orElseThrow().actor();
    }

    Site describe(DemonstrationFirm firm, Enterprise enterprise) {
        enterprises.save(enterprise.describe(firm.particulars(), firm.profile(), clock.instant()));
        return sites.save(Site.add(enterprise, firm.place()));
    }
}
