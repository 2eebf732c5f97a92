package org.fugong.filing.paper;

import org.fugong.account.Actor;
import org.fugong.audit.Trail;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingReading;
import org.fugong.web.FileDownload;
import org.fugong.web.NotFound;
import org.fugong.web.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * A commitment as it was signed, compared with its hash each time, and as the file that the hash is of: for its firm and for
 * whoever reads the desk of its county, who see from where it was signed and nobody else does.
 */
@Controller
class SignatureController {

    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private final FilingReading filings;
    private final Trail trail;
    private final Words words;

    SignatureController(FilingReading filings, Trail trail, Words words) {
        this.filings = filings;
        this.trail = trail;
        this.words = words;
    }

    @GetMapping({"/my/filings/{no}/letter", "/desk/filings/{no}/letter"})
    String signature(@PathVariable String no, Actor actor, Model model) {
        var filing = signed(actor, no);
        model.addAttribute("filing", filing)
                .addAttribute("root", FilingReading.address(actor, no))
                .addAttribute("file", file(filing))
                .addAttribute("signature", Signature.of(filing.letter(), trail.of("filing:" + filing.id())));
        return "filing/letter";
    }

    /** Exactly the bytes that the hash is of. */
    @GetMapping({"/my/filings/{no}/letter.txt", "/desk/filings/{no}/letter.txt"})
    ResponseEntity<byte[]> text(@PathVariable String no, Actor actor) {
        var filing = signed(actor, no);
        return FileDownload.stored(filing.letter().bytes(), TEXT, file(filing));
    }

    private Filing signed(Actor actor, String no) {
        var filing = filings.of(actor, no);
        if (filing.letter() == null) {
            throw new NotFound();
        }
        return filing;
    }

    private String file(Filing filing) {
        return words.of(FilingPaper.LETTER.nameKey()) + "-" + filing.no() + ".txt";
    }
}
