package org.fugong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fugong.adaptation.Adaptation;
import org.fugong.condition.Catalogue;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ListContent;

/** What holds of the first lists whatever a firm states and whatever a county or a later list eases. */
class GeneratedCasesTest {

    private static final List<ListContent> LISTS = Stream.of("low", "medium", "high").map(Catalogue.read()::at).toList();
    private static final List<Rules> RULES = LISTS.stream().map(Rules::compile).toList();

    private record Case(ListContent list, Random random) {

        /** Compiled once: a list that follows has other figures, and the same rules. */
        Rules rules() {
            return RULES.get(LISTS.indexOf(list));
        }

        private Object figure() {
            return random.nextInt(6) == 0 ? (Object) (random.nextDouble() * 100) : (double) random.nextInt(random.nextBoolean() ? 8 : 700);
        }

        private Object value(AnswerType type, List<String> options) {
            return switch (type) {
                case YES_NO -> random.nextBoolean();
                case NUMBER -> figure();
                case DATE -> "2020-03-%02d".formatted(1 + random.nextInt(28));
                case CHOICE -> options.isEmpty() ? "" : options.get(random.nextInt(options.size()));
                default -> random.nextInt(4) == 0 ? "" : "0951-2024116";
            };
        }

        Map<String, Object> facts() {
            var facts = new LinkedHashMap<String, Object>(Map.of(Rules.DAY, "2020-03-15"));
            list.facts().stream().filter(fact -> random.nextInt(8) > 0)
                    .forEach(fact -> facts.put(fact.name(), value(AnswerType.valueOf(fact.type().name()), fact.options())));
            return facts;
        }

        Map<String, Object> answers() {
            var answers = new LinkedHashMap<String, Object>();
            list.items().stream().filter(item -> random.nextInt(8) > 0)
                    .forEach(item -> answers.put(item.code(),
                            random.nextInt(20) == 0 ? value(AnswerType.TEXT, null) : value(item.answer(), item.options())));
            return answers;
        }

        /** One that a county may make of a list. */
        Adaptation adaptation(ListContent of) {
            var omitted = new TreeSet<String>();
            var relaxed = new TreeMap<String, Map<String, Double>>();
            of.items().forEach(item -> {
                if (!item.veto() && random.nextInt(6) == 0) {
                    omitted.add(item.code());
                }
                var moved = new HashMap<String, Double>();
                item.parameters().forEach((name, parameter) -> {
                    if (random.nextInt(3) > 0) {
                        var end = parameter.relax() == RelaxDirection.DOWN ? parameter.least() : parameter.most();
                        moved.put(name, parameter.value() + (end - parameter.value()) * (random.nextInt(4) == 0 ? 1 : random.nextDouble()));
                    }
                });
                relaxed.put(item.code(), moved);
            });
            return new Adaptation(omitted, relaxed);
        }

        /** The province's next list: items gone or turned into veto items, figures moved either way, parameters gone. */
        ListContent next() {
            return list.withItems(list.items().stream().filter(item -> random.nextInt(10) > 0).map(item -> {
                var moved = new HashMap<String, Double>();
                item.parameters().forEach((name, parameter) -> moved.put(name, parameter.value() * random.nextDouble() * 2));
                var other = item.with(moved);
                return random.nextInt(5) > 0
                        ? other
                        : new ConditionItem(other.code(), other.category(), other.title(), other.titleEn(), other.ask(), other.askEn(),
                                other.help(), other.helpEn(), other.answer(), other.unit(), other.options(), other.when(), other.rule(),
                                other.parameters(), other.evidence(),
                                other.evidenceEn(), other.use(), !other.veto(), other.deferral(), other.handling(), other.basis());
            }).toList());
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.randomValue(random -> new Case(LISTS.get(random.nextInt(3)), new Random(random.nextLong())));
    }

    @Property(tries = 60)
    void theSameIsFoundOfTheSameWhateverItsOrderAndWhateverElseIsKnown(@ForAll("cases") Case given) {
        var rules = given.rules();
        var facts = given.facts();
        var answers = given.answers();
        var found = rules.check(given.list().items(), facts, answers);
        var shuffled = new LinkedHashMap<String, Object>(Map.of("something_else", "irrelevant"));
        var names = new ArrayList<>(facts.keySet());
        Collections.shuffle(names, given.random());
        names.forEach(name -> shuffled.put(name, facts.get(name)));
        assertThat(rules.check(given.list().items(), shuffled, new TreeMap<>(answers))).isEqualTo(found);
        assertThat(Rules
                .compile(new ListContent(given.list().categories(), given.list().facts(), given.list().items(), given.list().units(), null))
                .check(given.list().items(), facts, answers)).isEqualTo(found).allSatisfy(finding -> {
                    assertThat(finding.zh()).isNotBlank();
                    assertThat(finding.en()).isNotBlank();
                });
    }

    @Property(tries = 300)
    void aCountyNeverAsksMoreThanTheProvince(@ForAll("cases") Case given) {
        var adaptation = given.adaptation(given.list());
        assertThat(adaptation.faults(given.list())).isEmpty();
        asksNoMore(given, given.list(), adaptation.carriedOverTo(given.list()));
    }

    @Property(tries = 300)
    void whatIsCarriedOverToTheNextListNeverAsksMoreThanThat(@ForAll("cases") Case given) {
        var next = given.next();
        var carried = given.adaptation(given.list()).carriedOverTo(next);
        assertThat(carried.faults(next)).isEmpty();
        asksNoMore(given, next, carried);
    }

    private static void asksNoMore(Case given, ListContent province, Adaptation adaptation) {
        var county = adaptation.applied(province);
        var rules = given.rules();
        var facts = given.facts();
        var answers = given.answers();
        var asked = province.items().stream().map(ConditionItem::code).toList();
        assertThat(asked).containsAll(county.items().stream().map(ConditionItem::code).toList());
        county.items().forEach(item -> {
            var there = rules.check(province.item(item.code()).orElseThrow(), facts, answers.get(item.code()));
            var here = rules.check(item, facts, answers.get(item.code()));
            if (there.verdict() == Verdict.MET || there.verdict() == Verdict.NOT_APPLICABLE) {
                assertThat(here.verdict()).as(item.code() + " " + facts + " " + answers).isEqualTo(there.verdict());
            }
        });
    }
}
