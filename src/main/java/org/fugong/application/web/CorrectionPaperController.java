package org.fugong.application.web;

import java.util.List;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.application.Correction;
import org.fugong.application.CorrectionTarget;
import org.fugong.application.CorrectionTargets;
import org.fugong.application.Corrections;
import org.fugong.document.Documents;
import org.fugong.document.QrCode;
import org.fugong.filing.Applicability;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingReading;
import org.fugong.region.Regions;
import org.fugong.web.FileDownload;
import org.fugong.web.NotFound;
import org.fugong.web.PublicAddress;
import org.fugong.web.RenderedPages;
import org.fugong.web.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What a firm was asked to put right in its application, as a paper 一次性补正告知书: for the firm and for the desk of its county. */
@Controller
class CorrectionPaperController {

    private final FilingReading filings;
    private final Corrections corrections;
    private final CorrectionTargets targets;
    private final Applicability applicability;
    private final Regions regions;
    private final PublicAddress address;
    private final RenderedPages pages;
    private final Documents documents;
    private final CorrectionTexts texts;
    private final Words words;

    CorrectionPaperController(FilingReading filings, Corrections corrections, CorrectionTargets targets, Applicability applicability,
            Regions regions, PublicAddress address, RenderedPages pages, Documents documents, CorrectionTexts texts, Words words) {
        this.filings = filings;
        this.corrections = corrections;
        this.targets = targets;
        this.applicability = applicability;
        this.regions = regions;
        this.address = address;
        this.pages = pages;
        this.documents = documents;
        this.texts = texts;
        this.words = words;
    }

    /** A point with the title of the item or field that it is pinned to. */
    record Point(String title, String text) {
    }

    /** {@link NotFound} where nothing was asked. */
    @GetMapping({"/my/filings/{no}/correction/notice.pdf", "/desk/applications/{no}/correction/notice.pdf"})
    ResponseEntity<byte[]> notice(Actor actor, @PathVariable String no, ServletWebRequest request) {
        var filing = filings.of(actor, no);
        var page = pages.html("application/paper-correction", shown(filing, request), request);
        return FileDownload.stored(documents.pdf("filing:" + filing.id(), page, RequestContextUtils.getLocale(request.getRequest())),
                MediaType.APPLICATION_PDF, words.of("correction.paper.file") + "-" + filing.no() + ".pdf");
    }

    private Map<String, Object> shown(Filing filing, ServletWebRequest request) {
        var correction = corrections.findById(filing.id()).orElseThrow(NotFound::new);
        var link = address.of(request.getRequest(), "/my/filings/" + filing.no() + "/correction");
        return Map.of("filing", filing, "correction", correction, "list", applicability.listOf(filing),
                "points", points(correction.points(), targets.of(filing)), "county", regions.county(filing.county()).orElseThrow(),
                "link", link, "qr", QrCode.of(link));
    }

    /** What an answer has made to apply no longer is named by its code. */
    private List<Point> points(List<Correction.Point> asked, Map<String, CorrectionTarget> known) {
        return asked.stream().map(point -> {
            var target = known.get(point.target());
            return new Point(target == null ? point.target() : texts.title(target), point.text());
        }).toList();
    }
}
