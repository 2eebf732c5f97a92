package org.fugong.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.fugong.account.Actor;
import org.fugong.account.Menu;
import org.fugong.region.Regions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** What the layout shows around every page. */
@ControllerAdvice(annotations = Controller.class)
class PageFrame {

    private final Regions regions;
    private final Menu menu;
    private final boolean demonstration;

    PageFrame(Regions regions, Menu menu, @Value("${fugong.demonstration:false}") boolean demonstration) {
        this.regions = regions;
        this.menu = menu;
        this.demonstration = demonstration;
    }

    /** The frame of one page: who is signed in, where the page is, and the links that switch language and type size. */
    record Frame(Actor actor, String place, String home, String path, boolean demonstration, boolean large, String language,
            String type, Supplier<List<Menu.Place>> menu) {

        /** For which area somebody is signed in, and as whom; a firm has no area, and a visitor no name. */
        public Identity identity() {
            return new Identity(actor != null && actor.scope() == null ? null : place, actor == null ? null : actor.name());
        }

        /** The places of the menu; asked for by the layout alone, because what is due there is counted then. */
        public List<Menu.Place> places() {
            return menu.get();
        }
    }

    record Identity(String area, String person) {
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request, Locale locale) {
        var actor = ActorArgument.current();
        var scope = actor == null || actor.scope() == null ? regions.provinces().getFirst().code() : actor.scope();
        var large = Preferences.large(request);
        var path = path(request);
        var home = actor == null ? "/" : menu.home(actor.role());
        return new Frame(actor, regions.name(scope, locale).orElse(""), home, path, demonstration, large,
                link(request, "lang", locale.getLanguage().equals("en") ? "zh" : "en"),
                link(request, "size", large ? "normal" : "large"), () -> menu.places(actor, path, locale));
    }

    private static String path(HttpServletRequest request) {
        var asked = request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI);
        // two slashes in front would lead to another host
        return (asked == null ? request.getRequestURI() : asked.toString()).replaceFirst("^/{2,}", "/");
    }

    /** The page itself with one parameter changed; what was asked stays, so a filtered list stays filtered. */
    private static String link(HttpServletRequest request, String parameter, String value) {
        var link = UriComponentsBuilder.fromPath(path(request));
        if (request.getMethod().equals("GET") && request.getQueryString() != null) {
            link.query(request.getQueryString()).replaceQueryParam("continue");
        }
        return link.replaceQueryParam(parameter, value).build().toUriString();
    }
}
