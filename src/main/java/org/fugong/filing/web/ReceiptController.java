package org.fugong.filing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.fugong.region.Regions;
import org.fugong.web.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The public check of a receipt. */
@Controller
class ReceiptController {

    private final Receipts receipts;
    private final Regions regions;

    ReceiptController(Receipts receipts, Regions regions) {
        this.receipts = receipts;
        this.regions = regions;
    }

    /** By the number or by what the QR code holds; a number does not give the code away. */
    @GetMapping("/receipts")
    String search(@RequestParam(required = false) String q, Model model, HttpServletResponse response) {
        if (q == null) {
            return "filing/receipts";
        }
        var typed = Typed.plain(q);
        model.addAttribute("q", typed.length() > 200 ? typed.substring(0, 200) : typed);
        if (typed.isEmpty()) {
            return "filing/receipts";
        }
        return page(receipts.byNumber(typed).or(() -> receipts.byToken(typed.substring(typed.lastIndexOf('/') + 1))), model, response);
    }

    @GetMapping("/receipts/{token}")
    String receipt(@PathVariable String token, Model model, HttpServletResponse response) {
        return page(receipts.byToken(token), model, response);
    }

    private String page(Optional<Receipt> receipt, Model model, HttpServletResponse response) {
        if (receipt.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("unknown", true);
            return "filing/receipts";
        }
        model.addAttribute("receipt", receipt.get()).addAttribute("county", regions.county(receipt.get().county()).orElseThrow());
        return "filing/receipt";
    }
}
