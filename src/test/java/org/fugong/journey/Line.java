package org.fugong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** The line between a page and the portal, for what the page saves by itself: held back, cut, and restored. */
final class Line {

    private static final String SAVES = "**/my/drafts/**";
    private static final String ALL = "**/*";
    private static final String PIECES = "**/uploads/*";

    private final Page page;
    private final Queue<Route> held = new ArrayDeque<>();
    private int lost;
    private final List<Integer> pieces = new ArrayList<>();

    Line(Page page) {
        this.page = page;
    }

    /** From now on each save waits until it is let through. */
    Line hold() {
        page.route(SAVES, route -> {
            if (isSave(route)) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        return this;
    }

    /** The next page that is asked for does not arrive: the browser shows its own page instead. */
    Line losePage(Runnable asking) {
        page.route(ALL, Route::abort);
        asking.run();
        page.waitForURL("chrome-error://**");
        page.unroute(ALL);
        return this;
    }

    /** Waits for a save to be under way. */
    Line waitForSave() {
        page.waitForCondition(() -> !held.isEmpty());
        return this;
    }

    /** Lets the save through that has waited longest. */
    Line letThrough() {
        waitForSave();
        held.remove().resume();
        return this;
    }

    /** The portal stores the save that has waited longest, and its answer is lost. */
    Line loseAnswer() {
        waitForSave();
        var route = held.remove();
        route.fetch();
        route.abort();
        return this;
    }

    /** No save arrives any more. */
    Line cut() {
        page.unroute(SAVES);
        page.route(SAVES, route -> {
            if (isSave(route)) {
                lost++;
                route.abort();
            } else {
                route.resume();
            }
        });
        return this;
    }

    /** So many saves have been sent since it was cut, and were lost. */
    Line hasLost(int saves) {
        page.waitForCondition(() -> lost >= saves);
        // a save that is one too many would have arrived before this is answered
        page.evaluate("fetch('/account/identity').then(answer => answer.text())");
        assertThat(lost).isEqualTo(saves);
        return this;
    }

    /** All goes through again; the browser says that it is back on line. */
    Line restore() {
        page.unroute(SAVES);
        page.evaluate("window.dispatchEvent(new Event('online'))");
        return this;
    }

    /** From now on so many pieces of a file come through, and then no more; those that do are {@link #pieces} by where they begin. */
    Line cutAfterPieces(int through) {
        page.route(PIECES, route -> {
            var at = route.request().headers().get("upload-offset");
            if (at == null) {
                route.resume();
            } else if (pieces.size() < through) {
                pieces.add(Integer.valueOf(at));
                route.resume();
            } else {
                route.abort();
            }
        });
        return this;
    }

    /** All pieces come through again; the browser says that it is back on line. */
    Line restorePieces() {
        page.unroute(PIECES);
        cutAfterPieces(Integer.MAX_VALUE);
        page.evaluate("window.dispatchEvent(new Event('online'))");
        return this;
    }

    /** Where the pieces began that came through, in their order. */
    List<Integer> pieces() {
        return List.copyOf(pieces);
    }

    private static boolean isSave(Route route) {
        return route.request().headers().containsKey("autosave");
    }
}
