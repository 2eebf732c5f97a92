package org.fugong.filing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import org.fugong.filing.FilingNumber;
import org.fugong.region.Regions;
import org.fugong.web.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
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

    /** By what the QR code holds, or by the number with the end of the credit code; a number does not give the code away. */
    @GetMapping("/receipts")
    String search(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String code, Model model, HttpServletResponse response) {
        var typed = Typed.plain(q);
        var end = Typed.plain(code).toUpperCase(Locale.ROOT);
        model.addAttribute("q", shown(typed)).addAttribute("code", shown(end));
        if (typed.isEmpty()) {
            return "filing/receipts";
        }
        var number = FilingNumber.parse(typed);
        if (number.isEmpty()) {
            return page(receipts.byToken(typed.substring(typed.lastIndexOf('/') + 1)), model, response);
        }
        if (end.length() < Receipts.CODE_END) {
            var binding = new MapBindingResult(new HashMap<>(), "receipts");
            binding.rejectValue("code", "receipts.code.missing");
            model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "receipts", binding);
            return "filing/receipts";
        }
        return page(receipts.byNumber(number.get(), end), model, response);
    }

    private static String shown(String typed) {
        return typed.length() > 200 ? typed.substring(0, 200) : typed;
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
