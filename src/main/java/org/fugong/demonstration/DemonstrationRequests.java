package org.fugong.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import org.fugong.request.Demand;
import org.fugong.request.RequestAnswering;
import org.fugong.request.RequestSending;
import org.fugong.request.Statement;
import org.fugong.web.Dates;
import org.springframework.stereotype.Component;

/** What was told to the province in the demonstration: by a firm, which has its answer, and by somebody without a name. */
@Component
@Demonstrated
class DemonstrationRequests {

    private static final String NOWHERE = "demonstration";

    private final RequestSending sending;
    private final RequestAnswering answering;
    private final DemonstrationFirms firms;
    private final DemonstrationStaff cast;
    private final ActingInThePast stage;

    DemonstrationRequests(RequestSending sending, RequestAnswering answering, DemonstrationFirms firms, DemonstrationStaff cast,
            ActingInThePast stage) {
        this.sending = sending;
        this.answering = answering;
        this.firms = firms;
        this.cast = cast;
        this.stage = stage;
    }

    void tell() {
        var firm = firms.all().getFirst();
        var actor = firms.actor(firm);
        var sent = stage.before(6, 10);
        var request = stage.act(actor, sent, () -> sending.send(actor, NOWHERE, new Statement(Demand.PAPER_BEYOND_LIST,
                firm.place().county(), "某街道办事处（演示）", "受理窗口要求另交一份消毒记录原件和房东的担保书，说不交不能开工。清单里没有这两样。", day(sent), null,
                firm.particulars().phone().value())));
        var admin = cast.actor(DemonstrationStaff.PROVINCE_ADMIN);
        stage.act(admin, stage.before(4, 15), () -> answering.answer(admin, request.no(),
                "已核实：消毒记录原件和担保书都不在清单之内，该办事处已停止索要，并退还已收的材料。您已经备案，可以照常开工。（演示）"));
        var later = stage.before(2, 16);
        stage.act(later, () -> sending.send(null, NOWHERE, new Statement(Demand.DEPOSIT, "640181", "某园区管理委员会（演示）",
                "通知园区企业复工前先交五千元复工保证金，开收据，不开发票。", day(later), null, null)));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Dates.ZONE).minusDays(1);
    }
}
