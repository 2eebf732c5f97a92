package org.fugong.publication.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ListContent;
import org.fugong.impact.Impact;
import org.fugong.impact.ImpactFirms;
import org.fugong.impact.ImpactNotice;
import org.fugong.impact.VerdictChange;
import org.fugong.message.Notices;
import org.fugong.region.Regions;
import org.fugong.web.Spreadsheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of an impact show, for a province's list and for a county's adaptation alike. */
@Component
class ImpactPages {

    private static final int LINES = 50;
    private static final int AT_ONCE = 1_000;

    private final ImpactFirms firms;
    private final Notices notices;
    private final Regions regions;
    private final MessageSource messages;

    ImpactPages(ImpactFirms firms, Notices notices, Regions regions, MessageSource messages) {
        this.firms = firms;
        this.notices = notices;
        this.regions = regions;
        this.messages = messages;
    }

    /** A condition and how often it takes each change, as foreseen and, once it came, as seen. */
    record ItemRow(String code, String title, List<Cell> cells) {
    }

    record Cell(VerdictChange change, int foreseen, Integer seen) {
    }

    /** A county with what was held against the change there. */
    record CountyRow(String name, int filings, int drafts, int touched) {
    }

    /** A firm, what changes for it, and the text it would be sent; null where it would be sent none. */
    record FirmRow(ImpactFirms.Line line, String county, String notice) {
    }

    /** The rows of a summary; items that nothing changes in are left out. */
    void summary(Impact foreseen, Impact seen, ConditionList list, Locale locale, Model model) {
        model.addAttribute("foreseen", foreseen).addAttribute("seen", seen).addAttribute("turns", VerdictChange.values());
        var shown = foreseen == null ? seen : foreseen;
        if (shown != null) {
            model.addAttribute("impactItems", items(foreseen, seen, list.content(), locale)).addAttribute("impactCounties",
                    counties(shown, locale));
            model.addAttribute("notices", ImpactNotice.of(shown, list.version()).samples("640104-…", "C01, …").stream()
                    .map(text -> notices.text(text.key(), text.arguments(), locale)).toList());
        }
    }

    private static List<ItemRow> items(Impact foreseen, Impact seen, ListContent content, Locale locale) {
        var codes = new TreeSet<String>();
        Stream.of(foreseen, seen).filter(Objects::nonNull).forEach(impact -> codes.addAll(impact.counts().items().keySet()));
        return codes.stream().map(code -> new ItemRow(code, content.item(code).map(item -> item.title(locale)).orElse(""),
                Stream.of(VerdictChange.values()).map(change -> new Cell(change, foreseen == null ? 0 : foreseen.counts().of(code, change),
                        seen == null ? null : Integer.valueOf(seen.counts().of(code, change)))).toList()))
                .toList();
    }

    private List<CountyRow> counties(Impact impact, Locale locale) {
        return impact.counts().counties().entrySet().stream()
                .map(county -> new CountyRow(regions.name(county.getKey(), locale).orElse(county.getKey()),
                        county.getValue().filings(), county.getValue().drafts(), county.getValue().touched()))
                .toList();
    }

    /** A page of the firms after a key; {@code version} is that of the province's list that the impact is of. */
    String firms(Impact impact, String code, String after, int version, Locale locale, Model model) {
        var wanted = code != null && code.matches("\\w{1,10}") ? code : null;
        var lines = firms.page(impact.id(), wanted, after.matches("\\d{1,18}") ? Long.parseLong(after) : 0, LINES + 1);
        model.addAttribute("impact", impact).addAttribute("code", wanted)
                .addAttribute("lines",
                        lines.stream().limit(LINES).map(line -> row(line, ImpactNotice.of(impact, version), locale)).toList())
                .addAttribute("next", lines.size() > LINES ? lines.get(LINES - 1).id() : null);
        return "publication/impact-firms";
    }

    private FirmRow row(ImpactFirms.Line line, ImpactNotice told, Locale locale) {
        var text = told.text(line.no(), line.verdictChanges()).map(notice -> notices.text(notice.key(), notice.arguments(), locale))
                .orElse(null);
        return new FirmRow(line, regions.name(line.county(), locale).orElse(""), text);
    }

    /** All firms as a table; where nobody has looked yet, back to where that is done. */
    void download(Optional<Impact> looked, String base, Locale locale, HttpServletResponse response) throws IOException {
        if (looked.isEmpty()) {
            response.sendRedirect(base);
            return;
        }
        var impact = looked.get();
        var header = Stream.of("county", "firm", "credit-code", "no", "turns").map(column -> say("impact.column." + column, locale))
                .toList();
        Spreadsheet.<ImpactFirms.Line>write(response, "impact-" + impact.id() + ".csv", header,
                last -> firms.page(impact.id(), null, last == null ? 0 : last.id(), AT_ONCE),
                line -> List.of(regions.name(line.county(), locale).orElse(""), line.firm(), line.creditCode(),
                        line.no() == null ? say("impact.draft", locale) : line.no(),
                        line.verdictChanges().entrySet().stream()
                                .map(change -> change.getKey() + " " + say("impact.turn." + change.getValue(), locale))
                                .collect(Collectors.joining("; "))));
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
