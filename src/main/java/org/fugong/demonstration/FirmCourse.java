package org.fugong.demonstration;

import java.time.Instant;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.filing.Decision;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingDecision;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingWithdrawal;
import org.springframework.stereotype.Component;

/** What happens to a firm in the demonstration, told in working days before its first start. */
@Component
@Demonstrated
class FirmCourse {

    private final DemonstrationFirms firms;
    private final DemonstrationFilings paperwork;
    private final FilingWithdrawal withdrawal;
    private final FilingDecision decision;
    private final DemonstrationVerifications checks;
    private final DemonstrationStaff cast;
    private final ActingInThePast stage;

    FirmCourse(DemonstrationFirms firms, DemonstrationFilings paperwork, FilingWithdrawal withdrawal, FilingDecision decision, DemonstrationVerifications checks, DemonstrationStaff cast, ActingInThePast stage) {
        this.firms = firms;
        this.paperwork = paperwork;
        this.withdrawal = withdrawal;
        this.decision = decision;
        this.checks = checks;
        this.cast = cast;
        this.stage = stage;
    }

    /** A firm that tells its story: its account, its site and its serial number, so that not all act at the same hour. */
    private record Teller(DemonstrationFirm firm, Actor actor, long site, int hour) {
    }

    void tell(DemonstrationFirm firm) {
        // those whose filing was overtaken by a change of level were there before it
        int arrival = firm.story().endsWith("-changed") ? 34 : 28;
        var enterprise = stage.act(stage.before(arrival, 9), () -> firms.register(firm));
        var actor = firms.actor(firm);
        var site = stage.act(actor, stage.before(arrival, 10), () -> firms.describe(firm, enterprise));
        tell(new Teller(firm, actor, site.id(), 9 + (int) (enterprise.id() % 8)));
    }

    private void tell(Teller teller) {
        switch (teller.firm.story()) {
            case "none" -> { }
            case "notice" -> file(teller, FilingKind.NOTICE, 4 + teller.hour);
            case "notice-asked" -> file(teller, FilingKind.NOTICE, 8);
            case "notice-draft" -> begin(teller, FilingKind.NOTICE);
            case "notice-withdrawn" -> withdraw(teller, file(teller, FilingKind.NOTICE, 12));
            case "draft-checklist" -> begin(teller, FilingKind.CHECKLIST);
            case "draft-commitment" -> begin(teller, FilingKind.COMMITMENT);
            case "draft-application" -> begin(teller, FilingKind.APPLICATION);
            case "application-submitted" -> file(teller, FilingKind.APPLICATION, teller.hour % 2 == 0 ? 1 : 4);
            case "application-closed" -> file(teller, FilingKind.APPLICATION, 3);
            case "application-permitted" -> permit(teller, file(teller, FilingKind.APPLICATION, 9));
            case "application-refused" -> refuse(teller, file(teller, FilingKind.APPLICATION, 7));
            case "commitment-planned" -> file(teller, FilingKind.COMMITMENT, 2);
            case "commitment-raised" -> file(teller, FilingKind.COMMITMENT, 4);
            case "commitment-overdue" -> file(teller, FilingKind.COMMITMENT, 9);
            case "commitment-withdrawn" -> withdraw(teller, file(teller, FilingKind.COMMITMENT, 12));
            case "commitment-changed" -> {
                file(teller, FilingKind.NOTICE, 32);
                file(teller, FilingKind.COMMITMENT, 3);
            }
            case "commitment-passed" -> checks.pass(official(teller), file(teller, FilingKind.COMMITMENT, 10), at(teller, 6));
            case "checklist-passed" -> checks.pass(official(teller), file(teller, FilingKind.CHECKLIST, 11), at(teller, 7));
            case "checklist-rectify" -> rectify(teller, file(teller, FilingKind.CHECKLIST, 8), 3);
            case "commitment-reported" -> answer(teller, rectify(teller, file(teller, FilingKind.COMMITMENT, 12), 8), 2);
            case "checklist-closed" -> {
                var filing = answer(teller, rectify(teller, file(teller, FilingKind.CHECKLIST, 14), 10), 6);
                checks.close(official(teller), filing, at(teller, 4));
            }
            case "checklist-stopped" -> checks.stop(official(teller), file(teller, FilingKind.CHECKLIST, 6), at(teller, 2), List.of("C01"),
                    "口罩储备不足一天用量，请立即停工，补足后报告。");
            case "checklist-owed" -> file(teller, FilingKind.CHECKLIST, 4, "A03", "C10", "E01");
            default -> throw new IllegalStateException(teller.firm.story());
        }
    }

    private Filing rectify(Teller teller, Filing filing, int daysAgo) {
        checks.rectify(official(teller), filing, at(teller, daysAgo), List.of("C06", "D02"), "请在期限内增设废弃口罩回收桶，并补齐每日通风记录。");
        return filing;
    }

    private Filing answer(Teller teller, Filing filing, int daysAgo) {
        checks.answer(teller.actor, filing, at(teller, daysAgo), "已增设回收桶 4 个，通风记录已补齐，每日两次。");
        return filing;
    }

    private Filing begin(Teller teller, FilingKind kind) {
        return paperwork.begin(teller.actor, teller.site, kind, at(teller, 1));
    }

    private Filing file(Teller teller, FilingKind kind, int daysAgo, String... owed) {
        return paperwork.file(teller.actor, teller.site, kind, at(teller, daysAgo), owed);
    }

    private void withdraw(Teller teller, Filing filing) {
        stage.act(teller.actor, stage.before(11, 15), () -> withdrawal.withdraw(teller.actor, filing.no()));
    }

    private void permit(Teller teller, Filing filing) {
        var official = official(teller);
        stage.act(official, stage.before(8, 11), () -> decision.permit(official, filing.no()));
    }

    private void refuse(Teller teller, Filing filing) {
        var official = official(teller);
        var reasons = List.of(new Decision.Reason("C05", "隔离观察间与客房共用通道，请改用独立出入口的房间后再次申请。"));
        stage.act(official, stage.before(6, 16), () -> decision.refuse(official, filing.no(), reasons));
    }

    private Instant at(Teller teller, int daysAgo) {
        return stage.before(daysAgo, teller.hour);
    }

    private Actor official(Teller teller) {
        return cast.of(Role.OFFICIAL, teller.firm.place().county());
    }
}
