package org.fugong.filing.paper;

import org.fugong.document.Documents;
import org.fugong.filing.Filing;
import org.fugong.web.FileDownload;
import org.fugong.web.NotFound;
import org.fugong.web.RenderedPages;
import org.fugong.web.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The papers of a filing as files, in the reader's language; whose filing it is has been asked before. */
@Component
class FilingPapers {

    private final ReceiptContents receipts;
    private final FormContents forms;
    private final RenderedPages pages;
    private final Documents documents;
    private final Words words;

    FilingPapers(ReceiptContents receipts, FormContents forms, RenderedPages pages, Documents documents, Words words) {
        this.receipts = receipts;
        this.forms = forms;
        this.pages = pages;
        this.documents = documents;
        this.words = words;
    }

    /** {@link NotFound} where there is no such paper of the filing. */
    ResponseEntity<byte[]> pdf(FilingPaper paper, Filing filing, ServletWebRequest request) {
        var page = page(paper, filing, request);
        return FileDownload.stored(documents.pdf(about(filing), page, RequestContextUtils.getLocale(request.getRequest())),
                MediaType.APPLICATION_PDF, name(paper, filing) + ".pdf");
    }

    /** The first page as a picture, shown rather than stored: WeChat keeps what is on its screen. */
    ResponseEntity<byte[]> picture(FilingPaper paper, Filing filing, ServletWebRequest request) {
        var page = page(paper, filing, request);
        return FileDownload.shown(documents.png(about(filing), page, RequestContextUtils.getLocale(request.getRequest())),
                MediaType.IMAGE_PNG, name(paper, filing) + ".png");
    }

    private String page(FilingPaper paper, Filing filing, ServletWebRequest request) {
        if (!paper.isThereOf(filing)) {
            throw new NotFound();
        }
        var shown = paper == FilingPaper.FORM ? forms.of(filing, request.getRequest()) : receipts.of(filing, request.getRequest());
        return pages.html(paper.template(), shown, request);
    }

    private String name(FilingPaper paper, Filing filing) {
        return words.of(paper.nameKey()) + "-" + filing.no();
    }

    private static String about(Filing filing) {
        return "filing:" + filing.id();
    }
}
