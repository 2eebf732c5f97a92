package org.fugong.obligation;

import java.util.List;
import org.fugong.account.Role;
import org.fugong.message.Notices;
import org.fugong.message.StaffNotice;
import org.fugong.risk.RiskLevelChange;
import org.fugong.web.Dates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the staff of a county that its level was set, and from when; its firms are told by what the change does to their filings. */
@Component
class LevelStaffNotices {

    private final Notices notices;

    LevelStaffNotices(Notices notices) {
        this.notices = notices;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RiskLevelChange.LevelSet set) {
        var from = set.effectiveAt().atZone(Dates.ZONE).toLocalDate().toString();
        notices.tell(List.of(notice(set, Role.OFFICIAL, from, "/desk"), notice(set, Role.HOTLINE, from, "/desk/behalf"),
                notice(set, Role.COUNTY_ADMIN, from, "/admin")));
    }

    private static StaffNotice notice(RiskLevelChange.LevelSet set, Role role, String from, String link) {
        return new StaffNotice(role, set.county(), null, "level:" + set.effectiveAt() + ":" + set.to(), "notice.staff.level",
                List.of("#risk-level." + set.to(), from), link);
    }
}
