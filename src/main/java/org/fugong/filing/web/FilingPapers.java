package org.fugong.filing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.fugong.document.Documents;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingState;
import org.fugong.web.NotFound;
import org.fugong.web.RenderedPages;
import org.fugong.web.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sends the papers of a filing, made from the same templates as its pages; whose filing it is has been asked before. */
@Component
class FilingPapers {

    private final ReceiptContents contents;
    private final RenderedPages pages;
    private final Documents documents;
    private final Words words;

    FilingPapers(ReceiptContents contents, RenderedPages pages, Documents documents, Words words) {
        this.contents = contents;
        this.pages = pages;
        this.documents = documents;
        this.words = words;
    }

    void receipt(Filing filing, Locale locale, HttpServletRequest request, HttpServletResponse response) throws IOException {
        pdf("filing/paper-receipt", "paper.file.receipt", filing, locale, request, response);
    }

    /** The same as a picture, shown rather than stored: WeChat keeps what is on its screen. */
    void picture(Filing filing, Locale locale, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var page = page("filing/paper-receipt", filing, locale, request, response);
        var name = words.of("paper.file.receipt") + "-" + filing.no() + ".png";
        send(documents.png(about(filing), page, locale), "image/png", ContentDisposition.inline(), name, response);
    }

    /** {@link NotFound} where no commitment was signed. */
    void letter(Filing filing, Locale locale, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (filing.letter() == null) {
            throw new NotFound();
        }
        pdf("filing/paper-letter", "paper.file.letter", filing, locale, request, response);
    }

    /** {@link NotFound} where no application was permitted, or the permission no longer holds. */
    void permit(Filing filing, Locale locale, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (filing.state() != FilingState.PERMITTED || filing.decision() == null) {
            throw new NotFound();
        }
        pdf("filing/paper-permit", "paper.file.permit", filing, locale, request, response);
    }

    private void pdf(String template, String nameKey, Filing filing, Locale locale, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        var page = page(template, filing, locale, request, response);
        send(documents.pdf(about(filing), page, locale), "application/pdf", ContentDisposition.attachment(),
                words.of(nameKey) + "-" + filing.no() + ".pdf", response);
    }

    private String page(String template, Filing filing, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        return pages.html(template, locale, contents.of(filing, request), request, response);
    }

    private static String about(Filing filing) {
        return "filing:" + filing.id();
    }

    private static void send(byte[] paper, String type, ContentDisposition.Builder disposition, String name, HttpServletResponse response)
            throws IOException {
        response.setCharacterEncoding((String) null);
        response.setContentType(type);
        response.setContentLength(paper.length);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.filename(name, StandardCharsets.UTF_8).build().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.getOutputStream().write(paper);
    }
}
