package org.fugong.recovery;

import java.util.Optional;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.account.Staff;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Enterprises;
import org.fugong.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The password of a firm, set anew at the desk of a county where it has a site, for whoever comes with the business licence. */
@Component
public class FirmPasswords {

    private final JdbcClient jdbc;
    private final Enterprises enterprises;
    private final AccountOpening accounts;

    FirmPasswords(JdbcClient jdbc, Enterprises enterprises, AccountOpening accounts) {
        this.jdbc = jdbc;
        this.enterprises = enterprises;
        this.accounts = accounts;
    }

    /** The firm with a credit code that has a site in the official's county. */
    public Optional<Enterprise> of(Actor official, String creditCode) {
        return official.role() != Role.OFFICIAL
                ? Optional.empty()
                : jdbc.sql("""
                        select id from enterprise where credit_code = :code
                            and exists (select 1 from site where site.enterprise_id = enterprise.id and site.county = :county)""")
                        .param("code", creditCode).param("county", official.scope()).query(Long.class).optional()
                        .flatMap(enterprises::findById);
    }

    /**
     * Gives it another password, to be handed over once; every session of it ends.
     *
     * @throws NotFound where it has no site in the official's county, or its account is closed
     */
    public String reset(Actor official, String creditCode) {
        var firm = of(official, creditCode).orElseThrow(NotFound::new);
        var password = Staff.newPassword();
        if (!accounts.setPassword(firm.accountId(), password, () -> true)) {
            throw new NotFound();
        }
        return password;
    }
}
