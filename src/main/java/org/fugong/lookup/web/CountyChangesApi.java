package org.fugong.lookup.web;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.fugong.condition.ListComparison;
import org.fugong.condition.page.RedLine;
import org.fugong.lookup.web.CountyChange.Edition;
import org.fugong.lookup.web.CountyChange.Kind;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.risk.RiskLevel;
import org.fugong.web.Cursor;
import org.fugong.web.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changed in a county, for other systems, page by page. */
@RestController
class CountyChangesApi {

    private final Regions regions;
    private final CountyChanges changes;
    private final CountyRedLine redLine;
    private final ChangeTexts words;
    private final Clock clock;

    CountyChangesApi(Regions regions, CountyChanges changes, CountyRedLine redLine, ChangeTexts words, Clock clock) {
        this.regions = regions;
        this.changes = changes;
        this.redLine = redLine;
        this.words = words;
        this.clock = clock;
    }

    /** A page; {@code next} is the address of the following one, null on the last. */
    record Changes(List<Change> changes, String next) {
    }

    /**
     * A change, with the conditions and what else of the list it touches; {@code from} and {@code to} are the editions that it
     * lies between, {@code levelBefore} the level it ends.
     */
    record Change(String id, Kind kind, String title, RiskLevel level, RiskLevel levelBefore, Integer number, OffsetDateTime effectiveAt,
            OffsetDateTime recordedAt, boolean coming, boolean overtaken, String basis, String reason, String from, String to,
            List<Condition> conditions, List<Other> others) {
    }

    record Condition(String code, String title, ListComparison.Kind kind, List<RedLine.Row> fields) {
    }

    record Other(String title, ListComparison.Kind kind, List<RedLine.Row> fields) {
    }

    @GetMapping("/api/v1/counties/{code}/changes")
    ResponseEntity<Changes> all(@PathVariable String code, @RequestParam(required = false) String after, Locale locale) {
        var county = regions.served(code).orElseThrow(NotFound::new);
        var now = clock.instant();
        var page = changes.page(county, Cursor.byMoment(after, null), now);
        var told = new Changes(page.rows().stream().map(change -> change(change, county, now, locale)).toList(),
                page.after() == null ? null : "/api/v1/counties/" + code + "/changes?after=" + page.after());
        return ResponseEntity.ok().eTag(CountyChange.tag(page.rows(), now, told.next() + " " + locale)).cacheControl(CacheControl.noCache())
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag()).body(told);
    }

    private Change change(CountyChange change, County county, Instant now, Locale locale) {
        var entries = redLine.of(change, county, locale);
        return new Change(change.anchor(), change.kind(), words.headline(change, locale), change.level(), change.before(), change.number(),
                CountyDetail.time(change.effectiveAt()), CountyDetail.time(change.recordedAt()), change.comingAfter(now),
                change.overtaken(),
                change.basis(), change.reason(), label(change.from()), label(change.to()),
                entries.stream().filter(entry -> entry.code() != null)
                        .map(entry -> new Condition(entry.code(), entry.title(), entry.kind(), entry.rows())).toList(),
                entries.stream().filter(entry -> entry.code() == null).map(entry -> new Other(entry.title(), entry.kind(), entry.rows()))
                        .toList());
    }

    private static String label(Edition edition) {
        return edition == null ? null : edition.label();
    }
}
