package org.fugong.filing.paper;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.stream.Collectors;
import org.fugong.adaptation.CountyList;
import org.fugong.attachment.Attachments;
import org.fugong.enterprise.Industries;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingFacts;
import org.fugong.filing.OwedDays;
import org.fugong.filing.OwedItem;
import org.fugong.rule.Finding;
import org.springframework.stereotype.Component;

/** Everything that was filed: what a receipt shows, and the facts, answers and findings, by the code of the item. */
@Component
public class FormContents {

    private final ReceiptContents receipts;
    private final Industries industries;
    private final Attachments attachments;
    private final OwedDays owedDays;

    FormContents(ReceiptContents receipts, Industries industries, Attachments attachments, OwedDays owedDays) {
        this.receipts = receipts;
        this.industries = industries;
        this.attachments = attachments;
        this.owedDays = owedDays;
    }

    /** By the names that the templates use; the filing is one that whoever asks has been found to be allowed to see. */
    public Map<String, Object> of(Filing filing, HttpServletRequest request) {
        var shown = receipts.of(filing, request);
        shown.put("asked", FilingFacts.asked((CountyList) shown.get("list")));
        shown.put("industry", industries.division(filing.heading().industry()).orElse(null));
        shown.put("findings", filing.findings().stream().collect(Collectors.toMap(Finding::code, finding -> finding)));
        shown.put("owed", owedDays.of(filing).stream().collect(Collectors.toMap(OwedItem::code, item -> item)));
        shown.put("attached", attachments.forFirm(filing.id()));
        return shown;
    }
}
