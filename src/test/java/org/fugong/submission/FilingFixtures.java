package org.fugong.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.adaptation.CountyList;
import org.fugong.attachment.Attachments;
import org.fugong.condition.ConditionItem;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.Site;
import org.fugong.filing.Answer;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingFacts;
import org.fugong.filing.FilingKind;
import org.fugong.filing.Fingerprint;
import org.fugong.filing.Plan;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevels;
import org.fugong.rule.AnswerType;
import org.fugong.rule.FactType;
import org.springframework.boot.test.context.TestComponent;

/** Filings for tests, made the way a firm makes them: started, filled in, submitted. */
@TestComponent
public class FilingFixtures {

    /** Where everything is sent from: an address of documentation (RFC 5737). */
    public static final String ADDRESS = "192.0.2.7";

    private final FilingStart start;
    private final DraftEditing editing;
    private final Drafts drafts;
    private final FilingSubmission submission;
    private final RiskLevels levels;
    private final AccountOpening accounts;
    private final Attachments attachments;
    private final Clock clock;

    FilingFixtures(FilingStart start, DraftEditing editing, Drafts drafts, FilingSubmission submission, RiskLevels levels,
            AccountOpening accounts, Attachments attachments, Clock clock) {
        this.start = start;
        this.editing = editing;
        this.drafts = drafts;
        this.submission = submission;
        this.levels = levels;
        this.accounts = accounts;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** Sets the level of a county from now on. */
    public void level(String county, RiskLevel level) {
        var admin = accounts.open("admin-" + ThreadLocalRandom.current().nextInt(1_000_000_000), Firms.PASSWORD, "管理员", Role.PROVINCE_ADMIN,
                "640000");
        levels.set(county, level, clock.instant(), "关于调整风险等级的通知", admin.actor());
    }

    /** A filing of a firm for a site, submitted with everything met. */
    public Filing submitted(Enterprise firm, Site site, FilingKind kind) {
        return submit(firm, complete(firm, site, kind).id());
    }

    public Filing submit(Enterprise firm, long draft) {
        return submit(Firms.actor(firm), draft);
    }

    public Filing submit(Actor actor, long draft) {
        return submission.submit(actor, draft, Confirmation.by(Firms.PASSWORD, "马建国", ADDRESS));
    }

    /** A draft with everything filled in so that it can be submitted. */
    public Filing complete(Enterprise firm, Site site, FilingKind kind) {
        var actor = Firms.actor(firm);
        var draft = start.start(actor, site.id(), kind);
        editing.plan(actor, draft.id(), SeenVersions.LATEST,
                plan -> new Plan("王芳", "0951-6012345", LocalDate.now(clock).plusDays(1), 60, 40, 3, 0, 2, null));
        if (kind.conditions()) {
            var list = drafts.of(actor, draft.id()).applicable().list();
            editing.facts(actor, draft.id(), SeenVersions.LATEST, known -> facts(list));
            editing.answers(actor, draft.id(), SeenVersions.LATEST, kind == FilingKind.COMMITMENT ? confirmed(list) : answers(list));
            editing.commitment(actor, draft.id(), SeenVersions.LATEST, Map.of(), "马建国", "法定代表人");
        }
        return drafts.of(actor, draft.id()).filing();
    }

    /** Facts of a site with 40 people and nothing special. */
    public static Map<String, Object> facts(CountyList list) {
        var facts = new HashMap<String, Object>();
        FilingFacts.asked(list).forEach(fact -> facts.put(fact.name(), fact.type() == FactType.NUMBER ? (Object) 40.0 : false));
        facts.replace("entrances", 2.0);
        return facts;
    }

    /** Each condition confirmed. */
    public static Map<String, UnaryOperator<Answer>> confirmed(CountyList list) {
        var all = new HashMap<String, UnaryOperator<Answer>>();
        list.items().forEach(item -> all.put(item.code(), answer -> answer.confirmed(Fingerprint.of(item))));
        return all;
    }

    /** Each condition answered so that it is met. */
    public static Map<String, UnaryOperator<Answer>> answers(CountyList list) {
        var all = new HashMap<String, UnaryOperator<Answer>>();
        list.items().stream().filter(item -> item.answer() != AnswerType.NONE)
                .forEach(item -> all.put(item.code(), answer -> answer.value(met(item))));
        return all;
    }

    private static Object met(ConditionItem item) {
        return switch (item.answer()) {
            case YES_NO -> true;
            case DATE -> "2020-03-10";
            case TEXT -> "0951-6012345";
            case CHOICE -> item.options().getFirst();
            case NONE -> null;
            case NUMBER ->
                item.rule().contains("<=") ? item.parameters().values().stream().findFirst().map(p -> p.value()).orElse(0.0) : 100_000.0;
        };
    }

    /** A draft as its pages show it now. */
    public ShownDraft shown(Actor actor, long id) {
        return ShownDraft.of(drafts.of(actor, id), attachments.forFirm(id));
    }

    public Draft draft(Actor actor, long id) {
        return drafts.of(actor, id);
    }
}
