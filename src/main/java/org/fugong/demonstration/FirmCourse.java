package org.fugong.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.application.Correction.Point;
import org.fugong.filing.Decision;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingClosing;
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
    private final FilingClosing closing;
    private final DemonstrationReplies replies;
    private final DemonstrationVerifications checks;
    private final DemonstrationOwed owed;
    private final DemonstrationStaff cast;
    private final ActingInThePast stage;

    FirmCourse(DemonstrationFirms firms, DemonstrationFilings paperwork, FilingWithdrawal withdrawal, FilingClosing closing,
            DemonstrationReplies replies, DemonstrationVerifications checks, DemonstrationOwed owed, DemonstrationStaff cast,
            ActingInThePast stage) {
        this.firms = firms;
        this.paperwork = paperwork;
        this.withdrawal = withdrawal;
        this.closing = closing;
        this.replies = replies;
        this.checks = checks;
        this.owed = owed;
        this.cast = cast;
        this.stage = stage;
    }

    /** A firm that tells its story: its account, its site and its serial number, so that not all act at the same hour. */
    private record FirmActor(DemonstrationFirm firm, Actor actor, long site, int hour) {
    }

    void act(DemonstrationFirm firm) {
        // those whose filing was overtaken by a change of level were there before it
        int arrival = firm.story().endsWith("-changed") ? 34 : 28;
        var enterprise = stage.act(stage.before(arrival, 9), () -> firms.register(firm));
        var actor = firms.actor(firm);
        var site = stage.act(actor, stage.before(arrival, 10), () -> firms.describe(firm, enterprise));
        act(new FirmActor(firm, actor, site.id(), 9 + (int) (enterprise.id() % 8)));
    }

    private void act(FirmActor firmActor) {
        switch (firmActor.firm.story()) {
            case "none" -> {
            }
            case "notice" -> file(firmActor, FilingKind.NOTICE, 4 + firmActor.hour);
            case "notice-asked" -> file(firmActor, FilingKind.NOTICE, 8);
            case "notice-draft" -> begin(firmActor, FilingKind.NOTICE);
            case "notice-withdrawn" -> withdraw(firmActor, file(firmActor, FilingKind.NOTICE, 12));
            case "draft-checklist" -> begin(firmActor, FilingKind.CHECKLIST);
            case "draft-commitment" -> begin(firmActor, FilingKind.COMMITMENT);
            case "draft-application" -> begin(firmActor, FilingKind.APPLICATION);
            case "application-submitted" -> file(firmActor, FilingKind.APPLICATION, firmActor.hour % 2 == 0 ? 1 : 4);
            case "application-accepted" -> replies.beginOpinions(official(firmActor), file(firmActor, FilingKind.APPLICATION, 1),
                    at(firmActor, 1).plus(Duration.ofHours(1)));
            case "application-correction" -> replies.askCorrection(official(firmActor), file(firmActor, FilingKind.APPLICATION, 3),
                    at(firmActor, 2), new Point("C05", "隔离观察间请写明位置和间数，与平面图一致。"), new Point("plan.plannedStaff", "拟复工人数与花名册不符，请核对。"));
            case "application-not-accepted" -> replies.notAccept(official(firmActor), file(firmActor, FilingKind.APPLICATION, 5),
                    at(firmActor, 4), "经营场所在中宁县，请向中宁县申请；已经电话告知企业。");
            case "application-closed" -> file(firmActor, FilingKind.APPLICATION, 3);
            case "application-permitted" -> permit(firmActor, file(firmActor, FilingKind.APPLICATION, 9));
            case "application-refused" -> refuse(firmActor, file(firmActor, FilingKind.APPLICATION, 7));
            case "commitment-planned" -> file(firmActor, FilingKind.COMMITMENT, 2);
            case "commitment-raised" -> file(firmActor, FilingKind.COMMITMENT, 4);
            case "commitment-overdue" -> file(firmActor, FilingKind.COMMITMENT, 9);
            case "commitment-withdrawn" -> withdraw(firmActor, file(firmActor, FilingKind.COMMITMENT, 12));
            case "commitment-versions" ->
                paperwork.change(firmActor.actor, file(firmActor, FilingKind.COMMITMENT, 3), 6, at(firmActor, 1));
            case "commitment-ended" -> {
                var filing = file(firmActor, FilingKind.COMMITMENT, 5);
                stage.act(firmActor.actor, at(firmActor, 1), () -> closing.close(firmActor.actor, filing.no()));
            }
            case "commitment-changed" -> {
                file(firmActor, FilingKind.NOTICE, 32);
                file(firmActor, FilingKind.COMMITMENT, 3);
            }
            case "commitment-passed" -> checks.pass(official(firmActor), file(firmActor, FilingKind.COMMITMENT, 10), at(firmActor, 6));
            case "checklist-passed" -> checks.pass(official(firmActor), file(firmActor, FilingKind.CHECKLIST, 11), at(firmActor, 7));
            case "checklist-rectify" -> rectify(firmActor, file(firmActor, FilingKind.CHECKLIST, 8), 3);
            case "commitment-reported" -> answer(firmActor, rectify(firmActor, file(firmActor, FilingKind.COMMITMENT, 12), 8), 2);
            case "checklist-closed" -> {
                var filing = answer(firmActor, rectify(firmActor, file(firmActor, FilingKind.CHECKLIST, 14), 10), 6);
                checks.close(official(firmActor), filing, at(firmActor, 4));
            }
            case "checklist-stopped" ->
                checks.stop(official(firmActor), file(firmActor, FilingKind.CHECKLIST, 6), at(firmActor, 2), List.of("C01"),
                        "口罩储备不足一天用量，请立即停工，补足后报告。");
            case "checklist-owed" -> file(firmActor, FilingKind.CHECKLIST, 4, "A03", "C10", "E01");
            case "checklist-supplied" -> {
                var filing = file(firmActor, FilingKind.CHECKLIST, 6, "A03", "E01");
                owed.supply(firmActor.actor, filing, at(firmActor, 4), "E01", 100.0);
                owed.supply(firmActor.actor, filing, at(firmActor, 3), "A03", true);
            }
            case "checklist-overdue" -> {
                checks.pass(official(firmActor), file(firmActor, FilingKind.CHECKLIST, 14, "E01"), at(firmActor, 13));
                owed.overdue(stage.before(5, 6));
            }
            default -> throw new IllegalStateException(firmActor.firm.story());
        }
    }

    private Filing rectify(FirmActor firmActor, Filing filing, int daysAgo) {
        checks.rectify(official(firmActor), filing, at(firmActor, daysAgo), List.of("C06", "D02"), "请在期限内增设废弃口罩回收桶，并补齐每日通风记录。");
        return filing;
    }

    private Filing answer(FirmActor firmActor, Filing filing, int daysAgo) {
        checks.answer(firmActor.actor, filing, at(firmActor, daysAgo), "已增设回收桶 4 个，通风记录已补齐，每日两次。");
        return filing;
    }

    private Filing begin(FirmActor firmActor, FilingKind kind) {
        return paperwork.begin(firmActor.actor, firmActor.site, kind, at(firmActor, 1));
    }

    private Filing file(FirmActor firmActor, FilingKind kind, int daysAgo, String... owed) {
        return paperwork.file(firmActor.actor, firmActor.site, kind, at(firmActor, daysAgo), owed);
    }

    private void withdraw(FirmActor firmActor, Filing filing) {
        stage.act(firmActor.actor, stage.before(11, 15), () -> withdrawal.withdraw(firmActor.actor, filing.no()));
    }

    private void permit(FirmActor firmActor, Filing filing) {
        replies.permit(official(firmActor), filing, stage.before(8, 11));
    }

    private void refuse(FirmActor firmActor, Filing filing) {
        replies.refuse(official(firmActor), filing, stage.before(6, 16),
                List.of(new Decision.Reason("C05", "隔离观察间与客房共用通道，请改用独立出入口的房间后再次申请。")),
                "填报的间数够，但电话核实时企业说明，这些房间与客房共用通道，不是独立的隔离观察间。");
    }

    private Instant at(FirmActor firmActor, int daysAgo) {
        return stage.before(daysAgo, firmActor.hour);
    }

    private Actor official(FirmActor firmActor) {
        return cast.of(Role.OFFICIAL, firmActor.firm.place().county());
    }
}
