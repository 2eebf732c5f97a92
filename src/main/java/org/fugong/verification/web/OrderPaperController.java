package org.fugong.verification.web;

import org.fugong.account.Actor;
import org.fugong.account.DeskReading;
import org.fugong.filing.Filings;
import org.fugong.verification.VerificationAnswer;
import org.fugong.verification.Verifications;
import org.fugong.web.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/** An order as a paper, for the firm that it is given to and for whoever reads the desk of its county. */
@Controller
class OrderPaperController {

    private final VerificationAnswer answers;
    private final Verifications verifications;
    private final Filings filings;
    private final DeskReading reading;
    private final OrderPaper paper;

    OrderPaperController(VerificationAnswer answers, Verifications verifications, Filings filings, DeskReading reading, OrderPaper paper) {
        this.answers = answers;
        this.verifications = verifications;
        this.filings = filings;
        this.reading = reading;
        this.paper = paper;
    }

    @GetMapping("/my/filings/{no}/verification/order.pdf")
    ResponseEntity<byte[]> ofFirm(Actor actor, @PathVariable String no, ServletWebRequest request) {
        var filing = answers.filing(actor, no);
        return paper.pdf(answers.of(filing), filing, request);
    }

    @GetMapping("/desk/verifications/{id:\\d{1,18}}/order.pdf")
    ResponseEntity<byte[]> ofDesk(Actor actor, @PathVariable long id, ServletWebRequest request) {
        var verification = verifications.findByIdAndCountyIn(id, reading.counties(actor)).orElseThrow(NotFound::new);
        return paper.pdf(verification, filings.findById(verification.filingId()).orElseThrow(NotFound::new), request);
    }
}
