package org.fugong.filing.paper;

import org.fugong.account.Actor;
import org.fugong.filing.FilingReading;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/** The papers of a filing, for its firm and for whoever reads the desk of its county. */
@Controller
class FilingPaperController {

    private final FilingReading filings;
    private final FilingPapers papers;

    FilingPaperController(FilingReading filings, FilingPapers papers) {
        this.filings = filings;
        this.papers = papers;
    }

    @GetMapping({"/my/filings/{no}/receipt.pdf", "/desk/filings/{no}/receipt.pdf"})
    ResponseEntity<byte[]> receipt(@PathVariable String no, Actor actor, ServletWebRequest request) {
        return papers.pdf(FilingPaper.RECEIPT, filings.of(actor, no), request);
    }

    @GetMapping({"/my/filings/{no}/receipt.png", "/desk/filings/{no}/receipt.png"})
    ResponseEntity<byte[]> picture(@PathVariable String no, Actor actor, ServletWebRequest request) {
        return papers.picture(FilingPaper.RECEIPT, filings.of(actor, no), request);
    }

    @GetMapping({"/my/filings/{no}/letter.pdf", "/desk/filings/{no}/letter.pdf"})
    ResponseEntity<byte[]> letter(@PathVariable String no, Actor actor, ServletWebRequest request) {
        return papers.pdf(FilingPaper.LETTER, filings.of(actor, no), request);
    }

    @GetMapping({"/my/filings/{no}/permit.pdf", "/desk/filings/{no}/permit.pdf"})
    ResponseEntity<byte[]> permit(@PathVariable String no, Actor actor, ServletWebRequest request) {
        return papers.pdf(FilingPaper.PERMIT, filings.of(actor, no), request);
    }
}
