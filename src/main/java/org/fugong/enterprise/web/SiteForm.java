package org.fugong.enterprise.web;

import java.util.Optional;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Place;
import org.fugong.enterprise.Site;
import org.fugong.region.Regions;
import org.fugong.web.Line;
import org.fugong.web.Required;
import org.springframework.validation.BindingResult;

/** What is typed about a site. */
record SiteForm(
        @Required @Line(max = 100) String name,
        @Required @Line(max = 200) String address,
        @Required @Line(max = 6) String county,
        @Line(max = 12) String township,
        @Line(max = 100) String park) {

    static final SiteForm EMPTY = new SiteForm(null, null, null, null, null);

    static SiteForm of(Site site) {
        return new SiteForm(site.name(), site.address(), site.county(), site.township(), site.park());
    }

    /** A firm's first site is where it is registered, more often than not, and in the county that it has looked up. */
    static SiteForm first(Enterprise enterprise, String county) {
        return new SiteForm(enterprise.name(), enterprise.registeredAddress(), county, null, null);
    }

    void check(BindingResult binding, Regions regions) {
        if (!binding.hasFieldErrors("county") && regions.served(county).isEmpty()) {
            binding.rejectValue("county", "county.unknown");
        }
        if (!binding.hasFieldErrors("township") && given(township).isPresent()
                && regions.townshipsOf(county).stream().noneMatch(known -> known.code().equals(township))) {
            binding.rejectValue("township", "township.elsewhere");
        }
    }

    Place place() {
        return new Place(name.strip(), address.strip(), county, given(township).orElse(null), given(park).orElse(null));
    }

    private static Optional<String> given(String typed) {
        return Optional.ofNullable(typed).map(String::strip).filter(text -> !text.isEmpty());
    }
}
