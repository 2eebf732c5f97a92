package org.fugong.filing.web;

import org.fugong.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The public check of a receipt for other systems. */
@RestController
class ReceiptApi {

    private final Receipts receipts;

    ReceiptApi(Receipts receipts) {
        this.receipts = receipts;
    }

    @GetMapping("/api/v1/receipts/{token}")
    Receipt receipt(@PathVariable String token) {
        return receipts.byToken(token).orElseThrow(NotFound::new);
    }
}
