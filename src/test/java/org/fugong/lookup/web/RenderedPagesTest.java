package org.fugong.lookup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.fugong.condition.ConditionList;
import org.fugong.risk.RiskLevel;
import org.fugong.web.RenderedPages;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.View;

class RenderedPagesTest {

    private final AtomicInteger rendered = new AtomicInteger();
    private final RenderedPages pages = new RenderedPages((name, locale) -> (View) (model, request, response) -> response.getWriter()
            .write(name + " " + locale + " " + rendered.incrementAndGet()));
    private final RenderedPages.Key key = new RenderedPages.Key("640104", "zh", false);

    @Test
    void aVisitorsPageIsRenderedOnce() throws Exception {
        assertThat(read(key, null)).isEqualTo("lookup/county zh_CN 1");
        assertThat(read(key, null)).isEqualTo("lookup/county zh_CN 1");
        assertThat(read(new RenderedPages.Key("640104", "zh", true), null)).endsWith("2");
    }

    @Test
    void aPageWithoutAKeyIsRenderedEachTime() throws Exception {
        read(null, null);
        assertThat(read(null, null)).endsWith("2");
    }

    @Test
    void aChangeDropsThePages() throws Exception {
        read(key, null);
        new ChangedCounties(pages)
                .listChanged(new ConditionList.Changed("list.published", "640000", RiskLevel.MEDIUM, 2, Map.of(), Map.of()));
        assertThat(read(key, null)).endsWith("2");
    }

    @Test
    void aBrowserThatHasThePageIsToldSo() throws Exception {
        var first = answer(null);
        var again = answer(first.getHeader("ETag"));
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();
        assertThat(first.getHeader("Cache-Control")).isEqualTo("private, no-cache");
        pages.drop(key.shown()::equals);
        assertThat(answer(first.getHeader("ETag")).getStatus()).isEqualTo(200);
    }

    @Test
    void whatOthersAreShownStays() throws Exception {
        read(key, null);
        pages.drop("640105"::equals);
        assertThat(read(key, null)).endsWith("1");
    }

    private MockHttpServletResponse answer(String tag) throws Exception {
        var request = new MockHttpServletRequest("GET", "/counties/640104");
        if (tag != null) {
            request.addHeader("If-None-Match", tag);
        }
        var response = new MockHttpServletResponse();
        pages.write(key, "lookup/county", Locale.SIMPLIFIED_CHINESE, Map::of, request, response);
        return response;
    }

    @Test
    void aBrowserThatUnzipsGetsItZipped() throws Exception {
        assertThat(read(key, "gzip, deflate")).isEqualTo("lookup/county zh_CN 1");
    }

    @Test
    void aBrowserThatDoesNotUnzipGetsItPlain() throws Exception {
        assertThat(encoding("gzip;q=0")).isNull();
        assertThat(encoding("deflate, gzip ; q=0.00")).isNull();
        assertThat(encoding("gzip;q=0.5")).isEqualTo("gzip");
        assertThat(encoding("br, GZIP")).isEqualTo("gzip");
    }

    @Test
    void oneWayOfWritingNumbersIsNotServedToAnother() {
        var request = new MockHttpServletRequest();
        assertThat(RenderedPages.key("640104", Locale.forLanguageTag("en-u-nu-thai"), request))
                .isNotEqualTo(RenderedPages.key("640104", Locale.ENGLISH, request));
    }

    private String encoding(String accepted) throws Exception {
        var request = new MockHttpServletRequest();
        request.addHeader("Accept-Encoding", accepted);
        var response = new MockHttpServletResponse();
        pages.write(key, "lookup/county", Locale.SIMPLIFIED_CHINESE, Map::of, request, response);
        return response.getHeader("Content-Encoding");
    }

    private String read(RenderedPages.Key key, String encoding) throws Exception {
        var request = new MockHttpServletRequest();
        if (encoding != null) {
            request.addHeader("Accept-Encoding", encoding);
        }
        var response = new MockHttpServletResponse();
        pages.write(key, "lookup/county", Locale.SIMPLIFIED_CHINESE, Map::of, request, response);
        if ("gzip".equals(response.getHeader("Content-Encoding"))) {
            return new String(new GZIPInputStream(new ByteArrayInputStream(response.getContentAsByteArray())).readAllBytes());
        }
        return response.getContentAsString();
    }
}
