package org.fugong.journey;

import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.Set;

/**
 * What somebody has to do on a way through the portal: fields typed into, keys pressed, clicks, and characters of text read, each
 * line once. The seconds are an estimate by the keystroke-level model (Card, Moran and Newell 1980), not a time that passed.
 */
final class Effort {

    /** Seconds for a key, for a Chinese character by an input method, for a click with pointing at it. */
    private static final double KEY = 0.28;
    private static final double CHARACTER = 1.2;
    private static final double CLICK = 1.3;

    /** Characters of Chinese that an adult reads in a second: 400 a minute. */
    private static final double READ = 400 / 60.0;

    private final Set<String> lines = new HashSet<>();
    private int fields;
    private double typing;
    private int clicks;
    private int characters;
    private boolean done;

    void begin() {
        done = false;
        lines.clear();
        fields = 0;
        typing = 0;
        clicks = 0;
        characters = 0;
    }

    /** What comes now does not have to be read: all that was asked is answered. */
    void end() {
        done = true;
    }

    void type(String text) {
        fields++;
        typing += text.codePoints().mapToDouble(character -> Character.isIdeographic(character) ? CHARACTER : KEY).sum();
    }

    void click() {
        clicks++;
    }

    /** The text of a page, without what stands at its edges on every page; a line of the letter is one that was read as a condition. */
    void read(Page page) {
        if (done) {
            return;
        }
        page.locator("main > :not(aside), main .measure").allInnerTexts().stream().flatMap(String::lines)
                .map(line -> line.strip().replaceFirst("^\\d+\\. ", ""))
                .filter(lines::add).forEach(line -> characters += line.length());
    }

    int fields() {
        return fields;
    }

    int clicks() {
        return clicks;
    }

    int characters() {
        return characters;
    }

    /** Seconds, estimated. */
    int seconds() {
        return (int) Math.round(typing + clicks * CLICK + characters / READ);
    }

    @Override
    public String toString() {
        return "%d fields, %d clicks, %d characters read, about %d s".formatted(fields, clicks, characters, seconds());
    }
}
