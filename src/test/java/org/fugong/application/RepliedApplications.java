package org.fugong.application;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fugong.account.AccountOpening;
import org.fugong.account.Accounts;
import org.fugong.account.Actor;
import org.fugong.account.Department;
import org.fugong.account.Role;
import org.fugong.enterprise.Firms;
import org.fugong.filing.Filing;
import org.fugong.filing.Filings;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.annotation.Transactional;

/** Applications taken as far as a test wants them, and those who deal with them. */
@TestComponent
public class RepliedApplications {

    private final Acceptance acceptance;
    private final CorrectionAsking asking;
    private final CorrectionAnswering answering;
    private final Corrections corrections;
    private final OpinionGiving giving;
    private final ApplicationReply reply;
    private final Applications applications;
    private final Opinions opinions;
    private final Filings filings;
    private final AccountOpening accounts;
    private final Accounts all;

    RepliedApplications(Acceptance acceptance, CorrectionAsking asking, CorrectionAnswering answering,
            Corrections corrections, OpinionGiving giving, ApplicationReply reply, Applications applications, Opinions opinions,
            Filings filings, AccountOpening accounts, Accounts all) {
        this.acceptance = acceptance;
        this.asking = asking;
        this.answering = answering;
        this.corrections = corrections;
        this.giving = giving;
        this.reply = reply;
        this.applications = applications;
        this.opinions = opinions;
        this.filings = filings;
        this.accounts = accounts;
        this.all = all;
    }

    /** An official of a department of a county, under a sign-in name that no other test uses. */
    public Actor official(String county, Department department) {
        var login = "dep-" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        return accounts.open(login, Firms.PASSWORD, department + "工作人员", Role.OFFICIAL, county,
                account -> all.save(account.work(department))).actor();
    }

    /** The version of an application as its page would show it now. */
    public int version(Actor official, String no) {
        return applications.findById(filing(official, no).id()).orElseThrow().version();
    }

    public Filing accept(Actor official, String no) {
        return acceptance.accept(official, no, version(official, no));
    }

    /** Accepts it, and all departments agree, for whom the general desk speaks. */
    @Transactional
    public void agreed(Actor official, String no) {
        var filing = accept(official, no);
        tasks(filing).forEach(one -> giving.give(official, one.id(), one.version(), List.of(), ""));
    }

    @Transactional
    public Filing permit(Actor official, String no) {
        agreed(official, no);
        return reply.permit(official, no, version(official, no));
    }

    /** Asks its firm to put these items and fields right. */
    public Filing askCorrection(Actor official, String no, String... targets) {
        return asking.ask(official, no, version(official, no),
                Stream.of(targets).map(target -> new Correction.Point(target, "请核实后更正：" + target)).toList());
    }

    /** Its firm says at each point that it stays as it is. */
    public Filing answerCorrection(Actor firm, String no) {
        var filing = filings.findByNo(no).orElseThrow();
        return answering.answer(firm, no, corrections.findById(filing.id()).orElseThrow().points().stream()
                .collect(Collectors.toMap(Correction.Point::target, point -> new CorrectionAnswering.Given(null, "已核实，无误。"))));
    }

    public List<Opinion> tasks(Filing filing) {
        return opinions.findByFilingIdOrderById(filing.id());
    }

    private Filing filing(Actor official, String no) {
        return filings.findByNoAndCounty(no, official.scope()).orElseThrow();
    }
}
