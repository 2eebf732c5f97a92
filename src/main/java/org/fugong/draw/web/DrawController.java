package org.fugong.draw.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.Locale;
import org.fugong.draw.Draw;
import org.fugong.draw.DrawRecord;
import org.fugong.draw.Draws;
import org.fugong.web.Cursor;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The draws as anyone sees them: the rule and the hashes, and after the announced time all that they are computed from. */
@Controller
@RequestMapping("/draws")
class DrawController {

    private final Draws draws;
    private final DrawRecord records;
    private final DrawListing listing;
    private final DrawPages pages;

    DrawController(Draws draws, DrawRecord records, DrawListing listing, DrawPages pages) {
        this.draws = draws;
        this.records = records;
        this.listing = listing;
        this.pages = pages;
    }

    @GetMapping
    String all(@RequestParam(required = false) String after, @RequestParam(required = false) String before, Locale locale, Model model) {
        var page = draws.page(null, Cursor.byMoment(after, before));
        model.addAttribute("table", listing.table(page.rows(), "/draws", locale)).addAttribute("page", page);
        return "draw/draws";
    }

    @GetMapping("/{no:\\d{6}-\\d{4}-\\d{4,9}}")
    String one(@PathVariable String no, @RequestParam(defaultValue = "0") String after, Locale locale, Model model) {
        pages.show(draw(no), DrawForm.whole(after, 0), "/draws/" + no, locale, model);
        return "draw/draw";
    }

    @GetMapping("/{no:\\d{6}-\\d{4}-\\d{4,9}}/record.tsv")
    void record(@PathVariable String no, HttpServletResponse response) throws IOException {
        var draw = revealed(no);
        try (var out = new BufferedOutputStream(file(response, "draw-" + no + ".tsv").getOutputStream())) {
            records.write(draw, out);
        }
    }

    @GetMapping("/{no:\\d{6}-\\d{4}-\\d{4,9}}/pool.tsv")
    void pool(@PathVariable String no, HttpServletResponse response) throws IOException {
        var draw = revealed(no);
        try (var out = new BufferedOutputStream(file(response, "pool-" + no + ".tsv").getOutputStream())) {
            records.writePool(draw, out);
        }
    }

    private static HttpServletResponse file(HttpServletResponse response, String name) {
        response.setContentType("text/tab-separated-values;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        return response;
    }

    private Draw revealed(String no) {
        var draw = draw(no);
        if (!draw.revealed()) {
            throw new NotFound();
        }
        return draw;
    }

    private Draw draw(String no) {
        return draws.findByNo(no).orElseThrow(NotFound::new);
    }
}
