package org.fugong.submission.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.fugong.account.Actor;
import org.fugong.attachment.Attaching;
import org.fugong.attachment.FileRefused;
import org.fugong.attachment.Upload;
import org.fugong.attachment.Uploads;
import org.fugong.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A file for a condition of a draft that comes a piece at a time, for the script of the page: it says what it will send, sends pieces
 * from the offset that each answer names, and asks for the file to be attached when all have come.
 */
@Controller
@RequestMapping("/my/drafts/{id:\\d{1,18}}/attachments/{code:\\w{1,60}}/uploads")
class UploadController {

    private static final String OFFSET = "Upload-Offset";
    private static final String ONE = "/{upload:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}";

    private final Uploads uploads;
    private final Attaching attaching;
    private final AttachmentPages pages;
    private final SaveLimit limit;

    UploadController(Uploads uploads, Attaching attaching, AttachmentPages pages, SaveLimit limit) {
        this.uploads = uploads;
        this.attaching = attaching;
        this.pages = pages;
        this.limit = limit;
    }

    /** Begins, or finds what was begun of the same file; the answer says where it is, and how much of it has come. */
    @PostMapping
    ResponseEntity<Void> begin(@PathVariable long id, @PathVariable String code, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") int size, @RequestParam(defaultValue = "") String sha256, Actor actor) {
        limit.count(actor, id);
        var item = pages.item(actor, id, code);
        if (!Uploads.announced(size, sha256)) {
            return ResponseEntity.badRequest().build();
        }
        var upload = uploads.begin(actor, id, item, name, size, sha256);
        return ResponseEntity.created(URI.create(pages.address(id, code) + "/uploads/" + upload.id()))
                .header(OFFSET, String.valueOf(upload.received())).build();
    }

    @GetMapping(ONE)
    ResponseEntity<Void> offset(@PathVariable long id, @PathVariable String code, @PathVariable UUID upload, Actor actor) {
        return answer(HttpStatus.NO_CONTENT, uploads.find(actor, id, code, upload).orElseThrow(NotFound::new));
    }

    /** Takes the next piece; 409 where it is another, with the offset that it is to have. */
    @PatchMapping(ONE)
    ResponseEntity<Void> append(@PathVariable long id, @PathVariable String code, @PathVariable UUID upload,
            @RequestHeader(name = OFFSET, defaultValue = "-1") int at, HttpServletRequest request, Actor actor) throws IOException {
        var before = uploads.find(actor, id, code, upload).orElseThrow(NotFound::new);
        // a line that breaks within the piece is an exception here, and nothing of the piece is kept
        var piece = request.getInputStream().readNBytes(Uploads.PIECE + 1);
        if (piece.length > Uploads.PIECE) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, before);
        }
        var after = uploads.append(actor, id, code, upload, at, piece);
        boolean next = at == before.received() && after.received() == at + piece.length;
        return answer(next ? HttpStatus.NO_CONTENT : HttpStatus.CONFLICT, after);
    }

    /** Attaches what has come whole, as the form attaches what it sends at once. */
    @PostMapping(ONE + "/completion")
    String complete(@PathVariable long id, @PathVariable String code, @PathVariable UUID upload,
            @RequestParam(required = false) Long replace, Actor actor, Model model, RedirectAttributes redirect)
            throws IOException {
        limit.count(actor, id);
        var item = pages.item(actor, id, code);
        var sent = uploads.find(actor, id, item, upload).orElseThrow(NotFound::new);
        var outcome = new AttachmentPages.Outcome(replace).attach(place -> attach(actor, id, item, sent, place));
        return pages.after(outcome, actor, id, code, model, redirect);
    }

    /** The address of an act, opened anew, leads to the page with its button. */
    @GetMapping({"", ONE + "/completion"})
    String again(@PathVariable long id, @PathVariable String code, Actor actor) {
        return "redirect:" + pages.address(id, pages.item(actor, id, code));
    }

    private void attach(Actor actor, long id, String item, Upload sent, Long replaced) throws FileRefused, IOException {
        try {
            attaching.add(actor, id, item, sent.name(), () -> uploads.whole(actor, id, item, sent.id()), replaced);
            uploads.drop(actor, sent.id());
        } catch (FileRefused e) {
            // what may be taken a little later need not be sent again
            if (!e.fault().passing()) {
                uploads.drop(actor, sent.id());
            }
            throw e;
        }
    }

    private static ResponseEntity<Void> answer(HttpStatus status, Upload upload) {
        return ResponseEntity.status(status).header(OFFSET, String.valueOf(upload.received())).build();
    }
}
