package org.fugong.filing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import org.fugong.account.Actor;
import org.fugong.filing.FilingNumber;
import org.fugong.filing.FilingStep;
import org.fugong.region.Regions;
import org.fugong.web.NotFound;
import org.fugong.web.RenderedPages;
import org.fugong.web.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The public check of a receipt. */
@Controller
class ReceiptController {

    private final Receipts receipts;
    private final Regions regions;
    private final RenderedPages pages;

    ReceiptController(Receipts receipts, Regions regions, RenderedPages pages) {
        this.receipts = receipts;
        this.regions = regions;
        this.pages = pages;
    }

    /** What a kept page shows: the receipt with a token, or the form where there is none. */
    record Shown(String token) {
    }

    @GetMapping(path = "/receipts", params = {"!q", "!code"})
    void form(Actor actor, Locale locale, Model model, HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.write(key(null, actor, locale, request), "filing/receipts", locale, model::asMap, request, response);
    }

    /** By what the QR code holds, or by the number with the end of the credit code; a number does not give the code away. */
    @GetMapping("/receipts")
    String search(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String code, Model model,
            HttpServletResponse response) {
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

    /** Kept only for visitors, and only where there is such a receipt. */
    @GetMapping("/receipts/{token}")
    ModelAndView receipt(@PathVariable String token, Actor actor, Locale locale, Model model, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        try {
            pages.write(key(token, actor, locale, request), "filing/receipt", locale,
                    () -> fill(receipts.byToken(token).orElseThrow(NotFound::new), model).asMap(), request, response);
            return null;
        } catch (NotFound e) {
            return new ModelAndView(page(Optional.empty(), model, response), model.asMap());
        }
    }

    private static RenderedPages.Key key(String token, Actor actor, Locale locale, HttpServletRequest request) {
        return actor == null && request.getQueryString() == null ? RenderedPages.key(new Shown(token), locale, request) : null;
    }

    /** A filing that becomes something else says so at once. */
    @TransactionalEventListener
    void changed(FilingStep step) {
        pages.drop(shown -> shown instanceof Shown receipt && receipt.token() != null);
    }

    private String page(Optional<Receipt> receipt, Model model, HttpServletResponse response) {
        if (receipt.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("unknown", true);
            return "filing/receipts";
        }
        fill(receipt.get(), model);
        return "filing/receipt";
    }

    private Model fill(Receipt receipt, Model model) {
        return model.addAttribute("receipt", receipt).addAttribute("county", regions.county(receipt.county()).orElseThrow());
    }
}
