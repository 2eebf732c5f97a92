package org.fugong.lookup.web;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.web.NotFound;
import org.fugong.web.PublicAddress;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What was last published about a county, to subscribe to (Atom, RFC 4287), in the language that the reader asks for; sent only
 * where it is new.
 */
@RestController
class CountyFeed {

    private final Regions regions;
    private final CountyChanges changes;
    private final CountyRedLine redLine;
    private final ChangeTexts words;
    private final PublicAddress address;
    private final Clock clock;

    CountyFeed(Regions regions, CountyChanges changes, CountyRedLine redLine, ChangeTexts words, PublicAddress address, Clock clock) {
        this.regions = regions;
        this.changes = changes;
        this.redLine = redLine;
        this.words = words;
        this.address = address;
        this.clock = clock;
    }

    @GetMapping(value = "/counties/{code}/changes.atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    ResponseEntity<Feed> feed(@PathVariable String code, @RequestParam(required = false) String lang, HttpServletRequest request) {
        var county = regions.served(code).orElseThrow(NotFound::new);
        var locale = language(lang, request);
        // a feed reader has no cookie, and what writes the dates asks the thread
        LocaleContextHolder.setLocale(locale);
        var now = clock.instant();
        var newest = changes.newest(county, now);
        var page = address.of(request, "/counties/" + county.code() + "/changes");
        return ResponseEntity.ok().eTag(CountyChange.tag(newest, now, page + " " + lang + " " + locale))
                .lastModified(CountyChange.last(newest))
                .cacheControl(CacheControl.noCache()).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
                .body(feed(county, newest, page, lang, locale));
    }

    private Feed feed(County county, List<CountyChange> newest, String page, String lang, Locale locale) {
        var entries = newest.stream().map(change -> entry(change, county, page, locale)).toList();
        var feed = new Feed("atom_1.0");
        feed.setId(id(county, "changes"));
        feed.setTitle(words.title(county, locale));
        feed.setUpdated(Date.from(CountyChange.last(newest)));
        var author = new Person();
        author.setName(words.author(locale));
        feed.setAuthors(List.of(author));
        feed.setOtherLinks(List.of(link("self", page + ".atom" + (lang == null ? "" : "?lang=" + locale.getLanguage()),
                MediaType.APPLICATION_ATOM_XML_VALUE)));
        feed.setAlternateLinks(List.of(link("alternate", page, MediaType.TEXT_HTML_VALUE)));
        feed.setEntries(entries);
        return feed;
    }

    private Entry entry(CountyChange change, County county, String page, Locale locale) {
        var entry = new Entry();
        entry.setId(id(county, change.anchor()));
        entry.setTitle(words.headline(change, locale));
        entry.setUpdated(Date.from(change.recordedAt()));
        entry.setPublished(Date.from(change.recordedAt()));
        entry.setAlternateLinks(List.of(link("alternate", change.comparable()
                ? page + "/" + change.level() + "?from=" + change.from().label() + "&to=" + change.to().label()
                : page, MediaType.TEXT_HTML_VALUE)));
        var content = new Content();
        content.setType("text");
        content.setValue(words.told(change, redLine.of(change, county, locale), locale));
        entry.setContents(List.of(content));
        return entry;
    }

    /** The same for ever, wherever the portal is reached. */
    private static String id(County county, String what) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("fugong/" + county.code() + "/" + what).getBytes(StandardCharsets.UTF_8));
    }

    private static Link link(String relation, String address, String type) {
        var link = new Link();
        link.setRel(relation);
        link.setHref(address);
        link.setType(type);
        return link;
    }

    private static Locale language(String lang, HttpServletRequest request) {
        if (lang != null) {
            return lang.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        }
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? Locale.SIMPLIFIED_CHINESE
                : Collections.list(request.getLocales()).stream().map(Locale::getLanguage).filter(List.of("zh", "en")::contains).findFirst()
                        .filter("en"::equals).map(english -> Locale.ENGLISH).orElse(Locale.SIMPLIFIED_CHINESE);
    }
}
