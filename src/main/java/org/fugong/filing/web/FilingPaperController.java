package org.fugong.filing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.fugong.account.Actor;
import org.fugong.enterprise.Enterprises;
import org.fugong.filing.Filing;
import org.fugong.filing.Filings;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The papers of a filing, for its firm and for whoever reads the desk of its county. */
@Controller
class FilingPaperController {

    private final Filings filings;
    private final Enterprises enterprises;
    private final DeskFilings desk;
    private final FilingPapers papers;

    FilingPaperController(Filings filings, Enterprises enterprises, DeskFilings desk, FilingPapers papers) {
        this.filings = filings;
        this.enterprises = enterprises;
        this.desk = desk;
        this.papers = papers;
    }

    @GetMapping("/my/filings/{no}/receipt.pdf")
    void receipt(@PathVariable String no, Actor actor, Locale locale, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        papers.receipt(own(actor, no), locale, request, response);
    }

    @GetMapping("/my/filings/{no}/receipt.png")
    void picture(@PathVariable String no, Actor actor, Locale locale, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        papers.picture(own(actor, no), locale, request, response);
    }

    @GetMapping("/my/filings/{no}/letter.pdf")
    void letter(@PathVariable String no, Actor actor, Locale locale, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        papers.letter(own(actor, no), locale, request, response);
    }

    @GetMapping("/desk/filings/{no}/receipt.pdf")
    void receiptAtDesk(@PathVariable String no, Actor actor, Locale locale, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        papers.receipt(desk.filing(actor, no), locale, request, response);
    }

    @GetMapping("/desk/filings/{no}/receipt.png")
    void pictureAtDesk(@PathVariable String no, Actor actor, Locale locale, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        papers.picture(desk.filing(actor, no), locale, request, response);
    }

    @GetMapping("/desk/filings/{no}/letter.pdf")
    void letterAtDesk(@PathVariable String no, Actor actor, Locale locale, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        papers.letter(desk.filing(actor, no), locale, request, response);
    }

    @GetMapping("/my/filings/{no}/permit.pdf")
    void permit(@PathVariable String no, Actor actor, Locale locale, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        papers.permit(own(actor, no), locale, request, response);
    }

    @GetMapping("/desk/filings/{no}/permit.pdf")
    void permitAtDesk(@PathVariable String no, Actor actor, Locale locale, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        papers.permit(desk.filing(actor, no), locale, request, response);
    }

    private Filing own(Actor actor, String no) {
        return enterprises.of(actor).flatMap(firm -> filings.findByNoAndEnterpriseId(no, firm.id())).orElseThrow(NotFound::new);
    }
}
