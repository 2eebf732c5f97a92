package org.fugong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** What must hold on every page: WCAG 2.2 AA as far as axe sees it, nothing in the console, no sideways scrolling at 360 px. */
final class Inspection {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    /**
     * The parts of a page as axe tells them apart: each element with its attributes (their values only where they say what it is) and
     * whether it has text, below the two that it stands in. A page of parts that were all inspected before is not given to axe again.
     */
    private static final String PARTS = """
            () => {
              const saying = ['class', 'role', 'type', 'lang', 'scope', 'rel', 'autocomplete', 'inputmode'];
              const parts = new Set();
              const collect = (element, ...above) => {
                const attributes = [...element.attributes].filter(a => a.name !== 'style')
                    .map(a => saying.includes(a.name) || a.name.startsWith('aria-') && /^[a-z]*$/.test(a.value) ? `${a.name}=${a.value}`
                        : a.name + (a.value.trim() ? '' : '=')).sort();
                const text = [...element.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim());
                const part = `${element.localName}[${attributes}]${text ? '*' : ''}`;
                parts.add([innerWidth, ...above, part].join(' '));
                [...element.children].filter(child => !['script', 'meta', 'link'].includes(child.localName))
                    .forEach(child => collect(child, ...above.slice(-1), part));
              };
              collect(document.documentElement);
              return [...parts];
            }""";
    private static final Set<String> INSPECTED = ConcurrentHashMap.newKeySet();

    private final Page page;
    /** Where axe runs: the page itself, or, as it needs script, a copy of a page that runs none. */
    private final Page glass;
    private final List<String> console = new CopyOnWriteArrayList<>();

    Inspection(Page page, Page glass) {
        this.page = page;
        this.glass = glass;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isStatusOfThePage(message)) {
                console.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(console::add);
    }

    void inspect() {
        if (glass != page) {
            glass.route(page.url(), answer -> answer.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html;charset=utf-8").setBody(page.content())));
            glass.navigate(page.url());
            glass.unrouteAll();
        }
        var path = page.url().replaceFirst("https?://[^/]+", "");
        assertThat(violations()).as("what axe finds on %s", path).isEmpty();
        assertThat(tooWide()).as("what is wider than 360 pixels on %s", path).isEmpty();
        assertThat(console).as("errors in the console on %s", path).isEmpty();
    }

    void end() {
        glass.context().close();
    }

    /** What sticks to an edge covers a part of whatever is scrolled under it, which says nothing of that part's own size. */
    private List<String> violations() {
        @SuppressWarnings("unchecked")
        var parts = (List<String>) glass.evaluate(PARTS);
        if (INSPECTED.containsAll(parts)) {
            return List.of();
        }
        stuck("static");
        try {
            var found = found();
            if (found.isEmpty()) {
                INSPECTED.addAll(parts);
            }
            return found;
        } finally {
            stuck("");
        }
    }

    private void stuck(String position) {
        glass.evaluate("p => document.querySelectorAll('.crumbs, .form-bar, .next').forEach(e => e.style.position = p)", position);
    }

    private List<String> found() {
        var findings = new AxeRunOptions();
        findings.setResultTypes(List.of("violations"));
        return new AxeBuilder(glass).options(findings).withTags(RULES).setLegacyMode(true).analyze().getViolations().stream()
                .flatMap(Inspection::words).toList();
    }

    private static Stream<String> words(Rule rule) {
        return rule.getNodes().stream().map(node -> rule.getId() + ": " + rule.getHelp() + " " + node.getTarget() + " " + node.getHtml());
    }

    /** The elements that make the page scroll sideways on a narrow telephone. */
    private List<String> tooWide() {
        var size = glass.viewportSize();
        glass.setViewportSize(360, 740);
        @SuppressWarnings("unchecked")
        var elements = (List<String>) glass.evaluate("""
                () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
                  [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 361)
                    .map(e => e.outerHTML.slice(0, 120)).slice(-5)""");
        glass.setViewportSize(size.width, size.height);
        return elements;
    }

    /** Chromium writes the status of a page that answers 404 or 422 to the console; such pages are meant so. */
    private boolean isStatusOfThePage(ConsoleMessage message) {
        return message.text().startsWith("Failed to load resource") && message.location().startsWith(page.url());
    }
}
