package org.fugong.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;

/** Somebody at a browser, who finds things by their words; every page they come to is inspected before they go on. */
final class Visitor {

    private final BrowserContext context;
    private final Page page;
    private final String address;
    /** A page that runs no script never tells that it has come to rest, so a click may miss what is still moving: the keyboard does not. */
    private final boolean byKeyboard;
    private final Inspection inspection;
    private final Line line;
    private final Effort effort = new Effort();
    private String warning;

    Visitor(com.microsoft.playwright.Browser browser, String address, boolean phone, boolean script) {
        this.address = address;
        this.byKeyboard = !script;
        this.context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale("zh-CN").setTimezoneId("Asia/Shanghai").setJavaScriptEnabled(script)
                .setViewportSize(phone ? 360 : 1366, phone ? 740 : 900).setHasTouch(phone));
        context.setDefaultTimeout(15_000);
        context.setDefaultNavigationTimeout(30_000);
        this.page = context.newPage();
        this.inspection = new Inspection(page, script
                ? page
                : browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(phone ? 360 : 1366, phone ? 740 : 900)).newPage());
        this.line = new Line(page);
        letGo();
    }

    private Visitor(Visitor first) {
        this.address = first.address;
        this.byKeyboard = first.byKeyboard;
        this.context = first.context;
        this.page = context.newPage();
        this.inspection = new Inspection(page, page);
        this.line = new Line(page);
        letGo();
    }

    private void letGo() {
        page.onDialog(dialog -> {
            warning = dialog.type();
            dialog.accept();
        });
    }

    Visitor goTo(String path) {
        page.navigate(address + path);
        inspection.inspect();
        effort.read(page);
        return this;
    }

    /** What a script says that is run on this page. */
    Object says(String script, Object argument) {
        return page.evaluate(script, argument);
    }

    /** Signs in as somebody of the demonstration. */
    Visitor signIn(String login) {
        return goTo("/login").fill("统一社会信用代码或用户名", login).fill("密码", "fugong-2020").press("登录");
    }

    /** Follows the first link that has this in its words. */
    Visitor follow(String link) {
        return leaveBy(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).first());
    }

    /** The way back of the browser, to a page that is shown as it is. */
    Visitor back() {
        page.goBack();
        inspection.inspect();
        return this;
    }

    Visitor press(String button) {
        return leaveBy(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).first());
    }

    /** Presses the first button that these styles select, which leads to another page. */
    Visitor pressFirst(String styles) {
        return leaveBy(page.locator(styles).first());
    }

    /** Opens the menu, which on a phone is folded. */
    Visitor openMenu() {
        return unfold("菜单");
    }

    /** Opens what is folded under these words. */
    Visitor unfold(String summary) {
        page.getByText(summary, new Page.GetByTextOptions().setExact(true)).click();
        return this;
    }

    /** Advice that comes while one clicks would move the button from under the pointer: a person waits for it. */
    private Visitor leaveBy(Locator way) {
        if (!byKeyboard) {
            page.waitForFunction("() => !document.querySelector('.htmx-request')");
        }
        page.waitForNavigation(() -> {
            if (byKeyboard) {
                way.press("Enter");
            } else {
                way.click();
            }
        });
        inspection.inspect();
        effort.click();
        effort.read(page);
        return this;
    }

    /** Types into the field with this label. */
    Visitor fill(String label, String text) {
        effort.type(text);
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
        return this;
    }

    /** Chooses files of their own for the field with this label. */
    Visitor choose(String label, FilePayload... files) {
        effort.click();
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).setInputFiles(files);
        return this;
    }

    /** Chooses files of this machine, which may be large. */
    Visitor choose(String label, Path... files) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).setInputFiles(files);
        return this;
    }

    /** What the link with these words leads to is a file, which they take with them. */
    byte[] takes(String link) {
        var address = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).first().evaluate("link => link.href");
        var answer = context.request().get(address.toString());
        Assertions.assertThat(answer.status()).as("the answer of %s", link).isEqualTo(200);
        return answer.body();
    }

    /** So many pictures are shown, and none of them is broken. */
    Visitor seesPictures(String styles, int count) {
        var pictures = page.locator(styles);
        assertThat(pictures).hasCount(count);
        for (var picture : pictures.all()) {
            picture.scrollIntoViewIfNeeded();
            assertThat(picture).hasJSProperty("complete", true);
            Assertions.assertThat(picture.evaluate("picture => picture.naturalWidth")).isNotEqualTo(0);
        }
        return this;
    }

    /** Types more into a field, as on a keyboard, and stays in it. */
    Visitor type(String label, String text) {
        var field = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
        field.focus();
        field.press("End");
        field.pressSequentially(text);
        return this;
    }

    /** Goes on to the next field by the keyboard. */
    Visitor tab() {
        page.keyboard().press("Tab");
        return this;
    }

    /** Presses a button that stays on the page, by the keyboard: what comes back meanwhile may move it from under a pointer. */
    Visitor choose(String button) {
        effort.click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).first().press("Enter");
        return this;
    }

    /** The field with this label holds this. */
    Visitor holds(String label, String text) {
        assertThat(page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))).hasValue(text);
        return this;
    }

    /** What the page says of the state of what was typed. */
    Visitor isTold(String state) {
        assertThat(page.locator("#saved")).containsText(state);
        return this;
    }

    /** Opens the page anew; where the browser warns of what is not saved, it is let go. */
    Visitor reload() {
        page.reload();
        inspection.inspect();
        return this;
    }

    /** From now on the time of the page goes on only by {@link #after}. */
    Visitor stopTheClock() {
        page.clock().install();
        page.clock().pauseAt(System.currentTimeMillis() + 60_000);
        return this;
    }

    /** So much of the page's time goes by. */
    Visitor after(Duration time) {
        page.clock().runFor(time.toMillis());
        return this;
    }

    /** What has been typed, clicked and read since they came, or since it was begun anew. */
    Effort effort() {
        return effort;
    }

    /** The last warning that the browser gave, or null. */
    String warning() {
        return warning;
    }

    /** The line between this page and the portal. */
    Line line() {
        return line;
    }

    /** The same browser with the same sign-in, in another tab. */
    Visitor anotherTab() {
        return new Visitor(this);
    }

    /** Chooses from the list with this label, and waits for what the page fetches because of it. */
    Visitor choose(String label, String option) {
        effort.click();
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).selectOption(option);
        assertThat(page.locator(".htmx-request")).hasCount(0);
        return this;
    }

    Visitor tick(String label) {
        return tick(page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)));
    }

    /** Opens the questions of a county's page. */
    Visitor openQuestions() {
        effort.click();
        page.locator(".narrow-down > summary").click();
        return this;
    }

    /** Answers no to every question that is not answered. */
    Visitor answerNo() {
        page.locator("fieldset:not(:has(input:checked)) input[type=radio][value=false]").all().stream()
                .map(box -> box.getAttribute("id")).toList().forEach(id -> tick(page.locator("#" + id)));
        return this;
    }

    /** Presses each of these buttons, which stay on the page, and waits for what becomes of it. */
    Visitor chooseAll(String styles) {
        var buttons = page.locator(styles);
        for (int left = buttons.count(); left > 0; left--) {
            effort.click();
            buttons.first().click();
            assertThat(buttons).hasCount(left - 1);
        }
        return this;
    }

    /** Ticks every box that these styles select. */
    Visitor tickAll(String styles) {
        page.locator(styles).all().forEach(this::tick);
        return this;
    }

    private Visitor tick(Locator box) {
        effort.click();
        if (!byKeyboard && !box.isChecked()) {
            box.click();
        }
        // Chromium loses a click now and then while the machine is busy: whoever sees that does it again
        if (!box.isChecked()) {
            box.press("Space");
        }
        assertThat(box).isChecked();
        return this;
    }

    /** Fills in several fields by their names, as a form that is too long to tell by its words. */
    Visitor enter(Map<String, String> values) {
        values.forEach((name, value) -> {
            var fields = page.locator("[name='" + name + "']:not([type=hidden])");
            switch (String.valueOf(fields.first().getAttribute("type"))) {
                case "radio" -> tick(page.locator("[name='" + name + "'][value='" + value + "']"));
                case "checkbox" -> tick(fields.first());
                default -> {
                    effort.type(value);
                    fields.first().fill(value);
                }
            }
        });
        return this;
    }

    Visitor sees(String text) {
        assertThat(page.locator("body")).containsText(text);
        return this;
    }

    /** Of what these styles select, one is left, and has this in its words. */
    Visitor seesOnly(String styles, String text) {
        assertThat(page.locator(styles)).containsText(new String[]{text});
        return this;
    }

    Visitor doesNotSee(String text) {
        assertThat(page.locator("body")).not().containsText(text);
        return this;
    }

    /** They are at this path, given as a pattern. */
    Visitor isAt(String path) {
        assertThat(page).hasURL(Pattern.compile("^" + address + path + "$"));
        return this;
    }

    /** What the first place on the page that fits says. */
    String text(String styles) {
        return page.locator(styles).first().innerText();
    }

    /** The path of the page they are at. */
    String path() {
        return page.url().substring(address.length());
    }

    /** The page they are at takes so many sheets of A4: each is an object of the PDF. */
    Visitor printsPages(long pages) {
        var pdf = new String(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)), StandardCharsets.ISO_8859_1);
        Assertions.assertThat(Pattern.compile("/Type\\s*/Page\\b").matcher(pdf).results().count())
                .as("pages of %s on paper", path()).isEqualTo(pages);
        return this;
    }

    /**
     * No sheet of A4 ends with a heading, or a line that leads on, whose text stands on the next one; there are several sheets.
     *
     * @return how many
     */
    int printsNoHeadingAlone() {
        var headings = page.locator("main h1, main h2, main h3, main summary").allInnerTexts().stream().map(Visitor::closed).toList();
        try (var paper = Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
            var last = new ArrayList<String>();
            for (int sheet = 1; sheet < paper.getNumberOfPages(); sheet++) {
                var reader = new PDFTextStripper();
                reader.setSortByPosition(true);
                reader.setStartPage(sheet);
                reader.setEndPage(sheet);
                last.add(reader.getText(paper).lines().map(Visitor::closed)
                        .filter(line -> !line.isEmpty() && !line.matches("\\d+/\\d+")).reduce("", (before, line) -> line));
            }
            Assertions.assertThat(last).isNotEmpty().doesNotContainAnyElementsOf(headings).noneMatch(line -> line.endsWith("："));
            return paper.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String closed(String text) {
        return text.replaceAll("\\s", "");
    }

    void photograph(Path file, boolean whole) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(whole));
    }

    void leave() {
        inspection.end();
        context.close();
    }
}
