package org.fugong.verification.web;

import java.util.Map;
import java.util.Set;
import org.fugong.adaptation.CountyLists;
import org.fugong.audit.Entry;
import org.fugong.calendar.WorkingDays;
import org.fugong.document.Documents;
import org.fugong.document.QrCode;
import org.fugong.filing.Filing;
import org.fugong.region.Regions;
import org.fugong.verification.Verification;
import org.fugong.web.Dates;
import org.fugong.web.FileDownload;
import org.fugong.web.NotFound;
import org.fugong.web.PublicAddress;
import org.fugong.web.RenderedPages;
import org.fugong.web.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * An order to rectify or to stop work as a paper 责令整改通知书: as it was given, with what has changed since. The caller has made
 * sure that its reader may see the verification.
 */
@Component
class OrderPaper {

    /** What an order may come to after it was given. */
    private static final Set<String> CHANGES = Set.of("verification.extended", "verification.sent-back", "verification.closed",
            "verification.released", "verification.eased", "verification.lapsed");

    private final VerificationPages verifications;
    private final CountyLists lists;
    private final Regions regions;
    private final WorkingDays days;
    private final PublicAddress address;
    private final RenderedPages pages;
    private final Documents documents;
    private final Words words;

    OrderPaper(VerificationPages verifications, CountyLists lists, Regions regions, WorkingDays days, PublicAddress address,
            RenderedPages pages, Documents documents, Words words) {
        this.verifications = verifications;
        this.lists = lists;
        this.regions = regions;
        this.days = days;
        this.address = address;
        this.pages = pages;
        this.documents = documents;
        this.words = words;
    }

    /** {@link NotFound} where nothing was ordered. */
    ResponseEntity<byte[]> pdf(Verification verification, Filing filing, ServletWebRequest request) {
        if (!verification.ordered()) {
            throw new NotFound();
        }
        var page = pages.html("verification/paper-order", shown(verification, filing, request), request);
        return FileDownload.stored(documents.pdf(verification.subject(), page, RequestContextUtils.getLocale(request.getRequest())),
                MediaType.APPLICATION_PDF, words.of("order.file") + "-" + filing.no() + ".pdf");
    }

    private Map<String, Object> shown(Verification verification, Filing filing, ServletWebRequest request) {
        var shown = verifications.forFirm(verification, filing, RequestContextUtils.getLocale(request.getRequest()));
        var on = verification.decidedAt().atZone(Dates.ZONE).toLocalDate();
        var by = shown.firstDeadline();
        var link = address.of(request.getRequest(), "/my/filings/" + filing.no() + "/verification");
        return Map.of("shown", shown, "by", by, "days", days.between(on, by), "year", String.valueOf(on.getYear()),
                "basis", lists.of(filing.basis().listId(), filing.basis().adaptationId(), filing.county()).basis(),
                "county", regions.county(filing.county()).orElseThrow(), "link", link, "qr", QrCode.of(link),
                "since", shown.history().stream().filter(OrderPaper::changes).toList());
    }

    private static boolean changes(Entry step) {
        return CHANGES.contains(step.action());
    }
}
