package org.fugong.publication;

import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.adaptation.CountyAdaptation;
import org.fugong.condition.ConditionList;
import org.fugong.message.Notices;
import org.fugong.message.StaffNotice;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.web.Dates;
import org.springframework.stereotype.Component;

/** Tells admins and officials what is asked, given back and published; the firms are told when it takes effect. */
@Component
class PublicationNotices {

    private final Notices notices;
    private final Regions regions;

    PublicationNotices(Notices notices, Regions regions) {
        this.notices = notices;
        this.regions = regions;
    }

    /** Another admin of the province is to confirm it. */
    void asked(ConditionList list, Actor author) {
        toAdmins(list, author, "asked", "notice.staff.list-asked");
    }

    /** It was given back, with a reason on its page, or taken back. */
    void givenBack(ConditionList list, Actor actor) {
        toAdmins(list, actor, "given-back", "notice.staff.list-given-back");
    }

    /** Each county is told: its admin may have to adapt it, its officials will meet it. */
    void published(ConditionList list, Actor publisher) {
        toAdmins(list, publisher, "published", "notice.staff.list-published");
        var from = list.effectiveAt().atZone(Dates.ZONE).toLocalDate().toString();
        notices.tell(regions.countiesOf(list.province()).stream().map(County::code).flatMap(county -> List.of(
                new StaffNotice(Role.COUNTY_ADMIN, county, null, about(list, "published"), "notice.staff.list-in-force",
                        List.of(level(list), String.valueOf(list.version()), from), "/admin/adaptations/" + list.level()),
                new StaffNotice(Role.OFFICIAL, county, null, about(list, "published"), "notice.staff.list-in-force",
                        List.of(level(list), String.valueOf(list.version()), from), "/desk"))
                .stream()).toList());
    }

    void adapted(CountyAdaptation adaptation) {
        notices.tell(List.of(new StaffNotice(Role.OFFICIAL, adaptation.county(), null, "adaptation:" + adaptation.id() + ":staff",
                "notice.staff.adapted", List.of("#risk-level." + adaptation.level(),
                        adaptation.effectiveAt().atZone(Dates.ZONE).toLocalDate().toString()),
                "/desk")));
    }

    private void toAdmins(ConditionList list, Actor by, String what, String key) {
        notices.tell(List.of(new StaffNotice(Role.PROVINCE_ADMIN, list.province(), by.accountId(), about(list, what), key,
                List.of(level(list), String.valueOf(list.version())), "/admin/lists/" + list.id())));
    }

    /** A draft may be asked for and given back several times. */
    private static String about(ConditionList list, String what) {
        return "list:" + list.id() + ":" + what + ":" + list.lock();
    }

    private static String level(ConditionList list) {
        return "#risk-level." + list.level();
    }
}
