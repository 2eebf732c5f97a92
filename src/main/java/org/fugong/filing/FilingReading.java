package org.fugong.filing;

import org.fugong.account.Actor;
import org.fugong.account.DeskReading;
import org.fugong.account.Role;
import org.fugong.enterprise.Enterprises;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;

/** Whose filings somebody reads: a firm its own, a desk those of its counties. */
@Component
public class FilingReading {

    private final Filings filings;
    private final Enterprises enterprises;
    private final DeskReading desk;

    FilingReading(Filings filings, Enterprises enterprises, DeskReading desk) {
        this.filings = filings;
        this.enterprises = enterprises;
        this.desk = desk;
    }

    /** The filing with a number; {@link NotFound} where the reader may not see it. A draft has no number. */
    public Filing of(Actor reader, String no) {
        var found = reader.role() == Role.ENTERPRISE
                ? enterprises.of(reader).flatMap(firm -> filings.findByNoAndEnterpriseId(no, firm.id()))
                : filings.findByNoAndCounty(no, desk.countyOf(reader, no));
        return found.orElseThrow(NotFound::new);
    }

    /** Where the reader finds the filing with a number. */
    public static String address(Actor reader, String no) {
        return (reader.role() == Role.ENTERPRISE ? "/my/filings/" : "/desk/filings/") + no;
    }
}
