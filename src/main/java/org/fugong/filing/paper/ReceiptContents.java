package org.fugong.filing.paper;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.fugong.document.QrCode;
import org.fugong.filing.Applicability;
import org.fugong.filing.Filing;
import org.fugong.filing.Filings;
import org.fugong.filing.FilingsInForce;
import org.fugong.filing.Obligation;
import org.fugong.filing.Obligations;
import org.fugong.region.Regions;
import org.fugong.risk.RiskLevels;
import org.fugong.web.PublicAddress;
import org.springframework.stereotype.Component;

/** What a receipt shows of a filing, on the page and on paper: the filing, where it stands, and the address to check it at. */
@Component
public class ReceiptContents {

    private final Filings filings;
    private final FilingsInForce inForce;
    private final Applicability applicability;
    private final RiskLevels levels;
    private final Obligations obligations;
    private final Regions regions;
    private final PublicAddress address;

    ReceiptContents(Filings filings, FilingsInForce inForce, Applicability applicability, RiskLevels levels, Obligations obligations,
            Regions regions, PublicAddress address) {
        this.filings = filings;
        this.inForce = inForce;
        this.applicability = applicability;
        this.levels = levels;
        this.obligations = obligations;
        this.regions = regions;
        this.address = address;
    }

    /** By the names that the templates use; the filing is one that whoever asks has been found to be allowed to see. */
    public Map<String, Object> of(Filing filing, HttpServletRequest request) {
        var link = address.of(request, "/receipts/" + filing.token());
        var shown = new HashMap<String, Object>();
        shown.put("filing", filing);
        shown.put("county", regions.county(filing.county()).orElseThrow());
        shown.put("now", levels.now(filing.county()));
        shown.put("list", applicability.listOf(filing));
        shown.put("duties", obligations.findByFilingIdAndState(filing.id(), Obligation.State.OPEN));
        shown.put("successor",
                filing.succession().supersededBy() == null
                        ? null
                        : filings.findById(filing.succession().supersededBy()).map(Filing::no).orElse(null));
        shown.put("beside", inForce.beside(filing).orElse(null));
        shown.put("waiting", inForce.waiting(filing).orElse(null));
        shown.put("link", link);
        shown.put("qr", QrCode.of(link));
        return shown;
    }
}
