package org.fugong.condition.page;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.fugong.account.Account;
import org.fugong.account.Accounts;
import org.fugong.account.LastChanges;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ConditionLists;
import org.fugong.condition.ListVersion;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** Where a version stands among the others: its status, who asked for it, and its differences from the one in force. */
@Component
public class ListStanding {

    private static final Set<String> CHANGES = Set.of("list.started", "list.changed", "list.asked", "list.taken-back", "list.sent-back",
            "list.published");

    private final ConditionLists lists;
    private final Accounts accounts;
    private final LastChanges changes;
    private final WholeRedLine redLine;
    private final Clock clock;

    ListStanding(ConditionLists lists, Accounts accounts, LastChanges changes, WholeRedLine redLine, Clock clock) {
        this.lists = lists;
        this.accounts = accounts;
        this.changes = changes;
        this.redLine = redLine;
        this.clock = clock;
    }

    /** That an act on a version was not done, and who has changed the version since it was shown. */
    public MessageSourceResolvable overtaken(ConditionList list) {
        return changes.told("list:" + list.province() + "/" + list.level() + "/" + list.version(), CHANGES);
    }

    /** Tells that of a form. */
    public void tell(ConditionList list, BindingResult binding) {
        var told = overtaken(list);
        binding.reject(told.getCodes()[0], told.getArguments(), null);
    }

    public void show(ConditionList list, Locale locale, Model model) {
        var versions = ListVersion.at(clock.instant(), lists.findByProvinceAndLevelOrderByVersionDesc(list.province(), list.level()));
        model.addAttribute("list", list);
        model.addAttribute("status",
                versions.stream().filter(version -> version.list().version() == list.version()).findFirst().orElseThrow().status());
        if (list.asked()) {
            model.addAttribute("askedBy",
                    accounts.findByIdIn(List.of(list.askedBy())).stream().map(Account::name).findFirst().orElse(null));
        }
        model.addAttribute("coming",
                versions.stream().filter(version -> version.status() == ListVersion.Status.SCHEDULED).map(ListVersion::list).toList());
        versions.stream().filter(version -> version.status() == ListVersion.Status.IN_FORCE).findFirst().map(ListVersion::list)
                .ifPresent(inForce -> {
                    var all = list.version() > inForce.version()
                            ? redLine.between(inForce.basis(), inForce.content(), list.basis(), list.content(), locale)
                            : List.<RedLine.Entry>of();
                    var changes = all.stream().filter(change -> change.code() != null).toList();
                    model.addAttribute("inForce", inForce);
                    model.addAttribute("changes", all);
                    model.addAttribute("counts",
                            changes.stream().collect(Collectors.groupingBy(change -> change.kind().name(), Collectors.counting())));
                    model.addAttribute("changed", changes.stream().collect(Collectors.toMap(RedLine.Entry::code, RedLine.Entry::kind)));
                });
    }
}
