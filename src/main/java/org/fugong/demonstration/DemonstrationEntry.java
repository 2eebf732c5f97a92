package org.fugong.demonstration;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.fugong.account.Role;
import org.fugong.behalf.BehalfEntering;
import org.fugong.behalf.EntryChannel;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.CreditCode;
import org.fugong.enterprise.KeyClass;
import org.fugong.enterprise.Particulars;
import org.fugong.enterprise.Phone;
import org.fugong.enterprise.Place;
import org.fugong.enterprise.Profile;
import org.fugong.filing.FilingKind;
import org.fugong.filing.Plan;
import org.fugong.submission.DraftEditing;
import org.fugong.web.Dates;
import org.springframework.stereotype.Component;

/** A notice that a small firm told by phone, entered by a clerk of the hotline and not claimed yet. */
@Component
@Demonstrated
class DemonstrationEntry {

    private static final String COUNTY = "640106";

    private final BehalfEntering entering;
    private final DraftEditing editing;
    private final DemonstrationStaff cast;
    private final ActingInThePast stage;

    DemonstrationEntry(BehalfEntering entering, DraftEditing editing, DemonstrationStaff cast, ActingInThePast stage) {
        this.entering = entering;
        this.editing = editing;
        this.cast = cast;
        this.stage = stage;
    }

    void enter() {
        var clerk = cast.of(Role.HOTLINE, COUNTY);
        var at = stage.before(2, 9);
        var start = LocalDate.ofInstant(at, Dates.ZONE).plusDays(1);
        stage.act(clerk, at, () -> {
            var phone = new Phone("0951-1900001");
            var entry = entering.open(clerk, new BehalfEntering.Order(CreditCode.synthetic(COUNTY, "DEB00001"),
                    new Particulars("金凤钟表修理铺（虚构）", "赵某", "经办人（虚构）", phone),
                    new Profile("金凤区演示路90号", "81", 6, new BigDecimal("40"), new BigDecimal("20"), KeyClass.GENERAL),
                    new Place("本部", "金凤区演示路90号", COUNTY, null, null), FilingKind.NOTICE, EntryChannel.PHONE, "经办人（虚构）"));
            editing.plan(entering.actor(clerk, entry), entry.filingId(), SeenVersions.LATEST,
                    plan -> new Plan("经办人（虚构）", phone.value(), start, 6, 4, 0, 0, null, null));
            entering.submit(clerk, entry.id(), null);
        });
    }
}
