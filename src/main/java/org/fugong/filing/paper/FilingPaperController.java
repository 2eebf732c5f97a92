package org.fugong.filing.paper;

import jakarta.servlet.http.HttpServletRequest;
import org.fugong.account.Actor;
import org.fugong.filing.FilingReading;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/** The papers of a filing, for its firm and for whoever reads the desk of its county. */
@Controller
class FilingPaperController {

    private final FilingReading filings;
    private final FilingPapers papers;
    private final FormContents forms;

    FilingPaperController(FilingReading filings, FilingPapers papers, FormContents forms) {
        this.filings = filings;
        this.papers = papers;
        this.forms = forms;
    }

    @GetMapping({"/my/filings/{no}/receipt.pdf", "/desk/filings/{no}/receipt.pdf"})
    ResponseEntity<byte[]> receipt(@PathVariable String no, Actor actor, ServletWebRequest request) {
        return papers.pdf(FilingPaper.RECEIPT, filings.of(actor, no), request);
    }

    @GetMapping({"/my/filings/{no}/receipt.png", "/desk/filings/{no}/receipt.png"})
    ResponseEntity<byte[]> picture(@PathVariable String no, Actor actor, ServletWebRequest request) {
        return papers.picture(FilingPaper.RECEIPT, filings.of(actor, no), request);
    }

    /** The filing form as a page. */
    @GetMapping({"/my/filings/{no}/form", "/desk/filings/{no}/form"})
    String form(@PathVariable String no, Actor actor, HttpServletRequest request, Model model) {
        model.addAllAttributes(forms.of(filings.of(actor, no), request)).addAttribute("root", FilingReading.address(actor, no));
        return "filing/form";
    }

    @GetMapping({"/my/filings/{no}/form.pdf", "/desk/filings/{no}/form.pdf"})
    ResponseEntity<byte[]> formAsFile(@PathVariable String no, Actor actor, ServletWebRequest request) {
        return papers.pdf(FilingPaper.FORM, filings.of(actor, no), request);
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
