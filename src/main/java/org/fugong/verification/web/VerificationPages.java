package org.fugong.verification.web;

import java.util.Locale;
import org.fugong.adaptation.CountyList;
import org.fugong.adaptation.CountyLists;
import org.fugong.attachment.AttachedFiles;
import org.fugong.attachment.Attachments;
import org.fugong.audit.Trail;
import org.fugong.condition.Category;
import org.fugong.condition.ConditionItem;
import org.fugong.filing.Filing;
import org.fugong.filing.OwedItem;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevels;
import org.fugong.verification.Checklist;
import org.fugong.verification.Verification;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what is shown of a verification; the caller has made sure that its reader may see it. */
@Component
class VerificationPages {

    private final CountyLists lists;
    private final RiskLevels levels;
    private final Trail trail;
    private final Attachments attachments;

    VerificationPages(CountyLists lists, RiskLevels levels, Trail trail, Attachments attachments) {
        this.lists = lists;
        this.levels = levels;
        this.trail = trail;
        this.attachments = attachments;
    }

    @Transactional(readOnly = true)
    public VerificationPage forDesk(Verification verification, Filing filing, Locale locale) {
        return of(verification, filing, locale, attachments.forDesk(filing.id())).foremostFirst();
    }

    @Transactional(readOnly = true)
    public VerificationPage forFirm(Verification verification, Filing filing, Locale locale) {
        return of(verification, filing, locale, attachments.forFirm(filing.id()));
    }

    private VerificationPage of(Verification verification, Filing filing, Locale locale, AttachedFiles attached) {
        var list = lists.of(filing.basis().listId(), filing.basis().adaptationId(), filing.county());
        var checklist = Checklist.of(list, filing);
        var groups = list.content().categories().stream()
                .map(category -> group(category, checklist, list, filing, locale))
                .filter(group -> !group.items().isEmpty()).toList();
        var ordered = groups.stream().flatMap(group -> group.items().stream())
                .filter(item -> verification.orderedItems().contains(item.code())).toList();
        return new VerificationPage(verification, filing, list.versionLabel(), groups, ordered,
                trail.of(verification.subject()), levels.now(verification.county()).level() == RiskLevel.LOW, attached);
    }

    private static VerificationPage.Group group(Category category, Checklist checklist, CountyList list, Filing filing, Locale locale) {
        return new VerificationPage.Group(category, checklist.items().stream()
                .filter(item -> item.category().equals(category.code()))
                .map(item -> item(item, list, filing, locale)).toList());
    }

    private static VerificationPage.Item item(ConditionItem item, CountyList list, Filing filing, Locale locale) {
        var finding = filing.findings().stream().filter(each -> each.code().equals(item.code())).findFirst().orElse(null);
        var owed = filing.owed().stream().map(OwedItem::code).anyMatch(item.code()::equals);
        return new VerificationPage.Item(item, list.requirement(item.code(), filing.facts(), locale), finding, owed,
                filing.answer(item.code()).value());
    }
}
