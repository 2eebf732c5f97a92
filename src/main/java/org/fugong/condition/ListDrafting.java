package org.fugong.condition;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.QuantityFormat;
import org.fugong.rule.RuleException;
import org.fugong.rule.Rules;
import org.fugong.web.NotFound;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Work on the draft of a province's next list; whoever saves over a state that has changed meanwhile is told. */
@Component
public class ListDrafting {

    private final ConditionLists lists;
    private final Clock clock;

    ListDrafting(ConditionLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /** Starts a draft from the newest published version, or goes on with the one there is. */
    @Transactional
    public ConditionList start(RiskLevel level, Actor author) {
        var province = province(author);
        return lists.findByProvinceAndLevelAndState(province, level, ConditionList.State.DRAFT).orElseGet(() -> {
            var newest = lists.findByProvinceAndLevelOrderByVersionDesc(province, level).stream().findFirst().orElseThrow(NotFound::new);
            try {
                return lists.saveAndFlush(new ConditionList(newest, newest.version() + 1, author, clock.instant()));
            } catch (DataIntegrityViolationException e) {
                throw new OptimisticLockingFailureException("somebody has just started a draft", e);
            }
        });
    }

    /** The list of the actor's province with this id, draft or published. */
    @Transactional(readOnly = true)
    public ConditionList list(long id, Actor actor) {
        return lists.findByIdAndProvince(id, province(actor)).orElseThrow(NotFound::new);
    }

    /** Puts an item in place of the one with its code. */
    @Transactional
    public ConditionList replace(long id, long lock, ConditionItem item, Actor author) {
        return change(id, lock, author, content -> {
            guardItem(content, item.code());
            guardFigures(item);
            return content.replacing(item.code(), old -> item);
        });
    }

    @Transactional
    public ConditionList add(long id, long lock, ConditionItem item, Actor author) {
        return change(id, lock, author, content -> {
            if (content.item(item.code()).isPresent()) {
                throw new Refusal(new Refusal.Reason("code", "condition.list.code-taken", item.code()));
            }
            guardFigures(item);
            var items = new ArrayList<>(content.items());
            items.add(item);
            return content.withItems(items);
        });
    }

    @Transactional
    public ConditionList remove(long id, long lock, String code, Actor author) {
        return change(id, lock, author, content -> {
            guardItem(content, code);
            return content.without(code);
        });
    }

    /** Sets parameters of one item by name; those not named keep their values. */
    @Transactional
    public ConditionList setParameters(long id, long lock, String code, Map<String, Double> values, Actor author) {
        return change(id, lock, author, content -> {
            guardItem(content, code);
            return content.replacing(code, item -> {
                var changed = item.with(values);
                guardFigures(changed);
                return changed;
            });
        });
    }

    /** Puts the items in the order of these codes, which must be all of them. */
    @Transactional
    public ConditionList order(long id, long lock, List<String> codes, Actor author) {
        return change(id, lock, author, content -> {
            if (codes.size() != content.items().size() || new HashSet<>(codes).size() != codes.size()) {
                throw new Refusal(new Refusal.Reason("order", "condition.list.order"));
            }
            return content.withItems(codes.stream().map(code -> content.item(code).orElseThrow(NotFound::new)).toList());
        });
    }

    /** Puts an example in the place of the one with this number (from 0), or after all others where there is none. */
    @Transactional
    public ConditionList put(long id, long lock, int number, Example example, Actor author) {
        return change(id, lock, author, content -> {
            var examples = new ArrayList<>(content.examples());
            if (number < examples.size()) {
                examples.set(number, example);
            } else {
                examples.add(example);
            }
            if (examples.stream().filter(other -> other.name().equals(example.name())).count() > 1) {
                throw new Refusal(new Refusal.Reason("name", "editor.example.name-taken", example.name()));
            }
            return content.withExamples(examples);
        });
    }

    @Transactional
    public ConditionList removeExample(long id, long lock, int number, Actor author) {
        return change(id, lock, author, content -> {
            var examples = new ArrayList<>(content.examples());
            if (number >= examples.size()) {
                throw new NotFound();
            }
            examples.remove(number);
            return content.withExamples(examples);
        });
    }

    @Transactional
    public void discard(long id, long lock, Actor author) {
        lists.delete(editable(id, lock, author).discard());
    }

    /** The draft of a level, where there is one. */
    @Transactional(readOnly = true)
    public Optional<ConditionList> draft(RiskLevel level, Actor actor) {
        return lists.findByProvinceAndLevelAndState(province(actor), level, ConditionList.State.DRAFT);
    }

    /**
     * Puts another content into the draft of a level; {@code seen} is the state of the draft that it takes the place of, null
     * where a new one is to be started.
     */
    @Transactional
    public ConditionList fill(RiskLevel level, Long seen, ListContent content, Actor author) {
        return change(opened(level, seen, author), author, before -> content);
    }

    /** Puts an item of one list into the draft of another level, with its use there; {@code seen} as for {@link #fill}. */
    @Transactional
    public ConditionList carry(long id, String code, RiskLevel to, ConditionUse use, Long seen, Actor author) {
        var item = list(id, author).content().item(code).orElseThrow(NotFound::new).with(use);
        return change(opened(to, seen, author), author, content -> {
            var problems = Rules.problems(content, item);
            if (!problems.isEmpty()) {
                throw new RuleException(problems);
            }
            if (content.categories().stream().noneMatch(category -> category.code().equals(item.category()))) {
                throw new Refusal(new Refusal.Reason("use", "editor.carry.no-category", item.category()));
            }
            return content.item(code).isPresent()
                    ? content.replacing(code, old -> item)
                    : content.withItems(Stream.concat(content.items().stream(), Stream.of(item)).toList());
        });
    }

    private ConditionList opened(RiskLevel level, Long seen, Actor author) {
        var there = draft(level, author);
        if (!there.map(ConditionList::lock).equals(Optional.ofNullable(seen))) {
            throw new OptimisticLockingFailureException("the draft has changed since it was shown");
        }
        if (there.filter(ConditionList::asked).isPresent()) {
            throw new Refusal(new Refusal.Reason("draft", "editor.draft-asked"));
        }
        return there.orElseGet(() -> start(level, author));
    }

    /** The draft in the state that the author has seen, asked to be published or not. */
    public ConditionList draft(long id, long lock, Actor author) {
        var draft = list(id, author);
        if (!draft.draft() || draft.lock() != lock) {
            throw new OptimisticLockingFailureException("the draft has changed since it was shown");
        }
        return draft;
    }

    public ConditionList editable(long id, long lock, Actor author) {
        var draft = draft(id, lock, author);
        if (!draft.editable()) {
            throw new OptimisticLockingFailureException("the draft waits for a second admin");
        }
        return draft;
    }

    private ConditionList change(long id, long lock, Actor author, UnaryOperator<ListContent> change) {
        return change(editable(id, lock, author), author, change);
    }

    private ConditionList change(ConditionList draft, Actor author, UnaryOperator<ListContent> change) {
        return lists.saveAndFlush(draft.change(change.apply(draft.content()), author));
    }

    private static void guardItem(ListContent content, String code) {
        if (content.item(code).isEmpty()) {
            throw new NotFound();
        }
    }

    private static void guardFigures(ConditionItem item) {
        item.parameters().forEach((name, parameter) -> {
            if (!parameter.within(parameter.value())) {
                throw new Refusal(new Refusal.Reason(name, "condition.list.figure", item.code(), Refusal.Name.of(parameter),
                        QuantityFormat.number(parameter.least()), QuantityFormat.number(parameter.most())));
            }
        });
    }

    private static String province(Actor actor) {
        if (actor.role() != Role.PROVINCE_ADMIN) {
            throw new NotFound();
        }
        return actor.scope();
    }
}
