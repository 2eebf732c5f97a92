package org.fugong.filing;

import java.util.stream.Collectors;
import org.fugong.account.Actor;
import org.fugong.account.DeskReading;
import org.fugong.account.Role;
import org.fugong.attachment.Attachments;
import org.fugong.enterprise.Enterprises;
import org.fugong.enterprise.Industries;
import org.fugong.rule.Finding;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;

/** Whose filings somebody reads: a firm its own, a desk those of its counties. */
@Component
public class FilingReading {

    private final Filings filings;
    private final Enterprises enterprises;
    private final DeskReading desk;
    private final Applicability applicability;
    private final Industries industries;
    private final Attachments attachments;
    private final OwedDays owedDays;

    FilingReading(Filings filings, Enterprises enterprises, DeskReading desk, Applicability applicability, Industries industries,
            Attachments attachments, OwedDays owedDays) {
        this.filings = filings;
        this.enterprises = enterprises;
        this.desk = desk;
        this.applicability = applicability;
        this.industries = industries;
        this.attachments = attachments;
        this.owedDays = owedDays;
    }

    /** What a filing says, for a desk that it was found to belong to. */
    public FiledContents contents(Filing filing) {
        var list = applicability.listOf(filing);
        return new FiledContents(filing, list, FilingFacts.asked(list), industries.division(filing.heading().industry()).orElse(null),
                filing.findings().stream().collect(Collectors.toMap(Finding::code, finding -> finding)),
                owedDays.of(filing).stream().collect(Collectors.toMap(OwedItem::code, item -> item)),
                attachments.forDesk(filing.id()));
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
