package org.fugong.application.web;

import java.util.Locale;
import org.fugong.account.Actor;
import org.fugong.account.DeskReading;
import org.fugong.application.DepartmentDesk;
import org.fugong.region.Regions;
import org.fugong.web.Cursor;
import org.fugong.web.Listing;
import org.fugong.web.Page;
import org.fugong.web.Tally;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The queues of a county: its open applications, and what its departments are asked. */
@Controller
class ApplicationQueueController {

    private final ApplicationQueues queues;
    private final ApplicationListing listing;
    private final DepartmentDesk desk;
    private final DeskReading reading;
    private final Regions regions;

    ApplicationQueueController(ApplicationQueues queues, ApplicationListing listing, DepartmentDesk desk, DeskReading reading,
            Regions regions) {
        this.queues = queues;
        this.listing = listing;
        this.desk = desk;
        this.reading = reading;
        this.regions = regions;
    }

    @GetMapping("/desk/applications")
    String applications(Actor actor, @RequestParam(name = "county", required = false) String named,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) String state, @RequestParam(required = false) String department,
            @RequestParam(required = false) String due, @RequestParam(required = false) String after,
            @RequestParam(required = false) String before, Locale locale, Model model) {
        var county = reading.county(actor, named);
        var filter = new ApplicationFilter("/desk/applications", named, q, state, department, due);
        var page = queues.applications(county, filter, Cursor.byDay(after, before));
        return page(actor, county, filter, page, listing.applications(page.rows(), locale), queues.tallyOfApplications(county, filter),
                locale, model);
    }

    /** Whoever belongs to a department finds what that is asked, unless another one is chosen. */
    @GetMapping("/desk/opinions")
    String opinions(Actor actor, @RequestParam(name = "county", required = false) String named, @RequestParam(required = false) String q,
            @RequestParam(required = false) String department, @RequestParam(required = false) String due,
            @RequestParam(required = false) String after, @RequestParam(required = false) String before, Locale locale, Model model) {
        var county = reading.county(actor, named);
        var filter = new ApplicationFilter("/desk/opinions", named, q, null, department, due)
                .of(desk.of(actor).map(Enum::name).orElse(""));
        var page = queues.opinions(county, filter, Cursor.byDay(after, before));
        return page(actor, county, filter, page, listing.opinions(page.rows(), locale), queues.tallyOfOpinions(county, filter), locale,
                model);
    }

    private String page(Actor actor, String county, ApplicationFilter filter, Page<QueueRow> page, Listing.Table table, Tally tally,
            Locale locale, Model model) {
        model.addAttribute("filter", filter)
                .addAttribute("what", filter.address().substring("/desk/".length()))
                .addAttribute("page", page)
                .addAttribute("tally", tally)
                .addAttribute("table", table)
                .addAttribute("bar", listing.filters(filter, reading.choice(actor, locale)))
                .addAttribute("place", regions.name(county, locale).orElse(""));
        return "application/queue";
    }
}
