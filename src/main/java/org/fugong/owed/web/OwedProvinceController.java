package org.fugong.owed.web;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What firms owe in each county of a province, for its admin; the counties stand in the order of their codes, and are not ranked. */
@Controller
class OwedProvinceController {

    private final OwedQueue queue;
    private final Regions regions;

    OwedProvinceController(OwedQueue queue, Regions regions) {
        this.queue = queue;
        this.regions = regions;
    }

    /** A county with its figures. */
    record Row(County county, OwedQueue.CountyFigures figures) {
    }

    @GetMapping("/admin/owed")
    String owed(Actor actor, Model model) {
        if (actor.role() != Role.PROVINCE_ADMIN) {
            throw new NotFound();
        }
        var figures = queue.ofProvince(actor.scope()).stream()
                .collect(Collectors.toMap(OwedQueue.CountyFigures::county, Function.identity()));
        model.addAttribute("rows", regions.within(actor.scope()).stream().map(county -> new Row(county,
                figures.getOrDefault(county.code(), new OwedQueue.CountyFigures(county.code(), 0, 0, 0)))).toList());
        return "owed/province";
    }
}
