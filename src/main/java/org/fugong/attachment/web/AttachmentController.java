package org.fugong.attachment.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.fugong.account.Actor;
import org.fugong.attachment.Attachments;
import org.fugong.attachment.Attachments.Content;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Enterprises;
import org.fugong.web.NotFound;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Attached files to look at or to keep: pictures are shown, everything else is only handed out. */
@Controller
class AttachmentController {

    /** What comes from a firm runs nothing and loads nothing, whatever a browser takes it for. */
    private static final String POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private final Attachments attachments;
    private final Enterprises enterprises;

    AttachmentController(Attachments attachments, Enterprises enterprises) {
        this.attachments = attachments;
        this.enterprises = enterprises;
    }

    @GetMapping("/my/attachments/{id:\\d{1,18}}")
    ResponseEntity<Resource> ofFirm(@PathVariable long id, Actor actor) {
        return file(attachments.ofFirm(firm(actor), id, false));
    }

    @GetMapping("/my/attachments/{id:\\d{1,18}}/thumbnail")
    ResponseEntity<Resource> thumbnailOfFirm(@PathVariable long id, Actor actor) {
        return file(attachments.ofFirm(firm(actor), id, true));
    }

    @GetMapping("/desk/attachments/{id:\\d{1,18}}")
    ResponseEntity<Resource> ofDesk(@PathVariable long id, Actor actor) {
        return file(attachments.ofDesk(actor, id, false));
    }

    @GetMapping("/desk/attachments/{id:\\d{1,18}}/thumbnail")
    ResponseEntity<Resource> thumbnailOfDesk(@PathVariable long id, Actor actor) {
        return file(attachments.ofDesk(actor, id, true));
    }

    private long firm(Actor actor) {
        return enterprises.of(actor).map(Enterprise::id).orElseThrow(NotFound::new);
    }

    private static ResponseEntity<Resource> file(Optional<Content> found) {
        var content = found.orElseThrow(NotFound::new);
        var disposition = content.type().picture() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.type().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.filename(content.name(), StandardCharsets.UTF_8).build().toString())
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .body(new FileBytes(content));
    }
}
