package org.fugong.lookup.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fugong.adaptation.CountyList;
import org.fugong.condition.Category;
import org.fugong.condition.ConditionItem;
import org.fugong.region.County;
import org.fugong.risk.CountyLevel;
import org.fugong.rule.AnswerType;
import org.fugong.rule.Fact;
import org.fugong.rule.FactType;
import org.springframework.web.util.UriComponentsBuilder;

/** What the page of a county shows; the questions narrow the list to what applies to the reader. */
record CountyPage(County county, CountyLevel level, List<Period> past, List<CountyLevel> coming, CountyList list, List<Section> sections,
        List<Question> questions, int applying) {

    /** A heading and its items. */
    record Section(Category category, List<Row> rows) {
    }

    /** An item in words: its figures that the requirement does not name, and those in which the county asks less. */
    record Row(ConditionItem item, String requirement, String appliesWhen, List<Figure> figures, List<Figure> eased) {
    }

    /** A parameter with its value here and, where the county asks less, the province's. */
    record Figure(String label, String here, String province) {
    }

    /** A yes-or-no fact on which it depends whether items apply, and the reader's answer ("yes", "no" or null). */
    record Question(Fact fact, String answer) {
    }

    /** A level while it lasted; {@code until} is null for the one that still does. */
    record Period(CountyLevel level, Instant until) {

        /** The levels of a county, newest first; one that another replaced at the same moment never held. */
        static List<Period> of(List<CountyLevel> levels) {
            var periods = new ArrayList<Period>();
            Instant until = null;
            for (var level : levels) {
                if (!level.since().equals(until)) {
                    periods.add(new Period(level, until));
                }
                until = level.since();
            }
            return periods;
        }
    }

    static CountyPage of(County county, CountyLevel level, List<CountyLevel> history, CountyList list, Map<String, String[]> asked,
            Instant now,
            Locale locale) {
        var deciding = list.factsDeciding();
        var questions = list.content().facts().stream().filter(fact -> fact.type() == FactType.YES_NO && deciding.contains(fact.name()))
                .map(fact -> new Question(fact, answer(asked.get(fact.name())))).toList();
        var facts = new HashMap<String, Boolean>();
        questions.stream().filter(question -> question.answer() != null)
                .forEach(question -> facts.put(question.fact().name(), question.answer().equals("yes")));
        var sections = sections(list, facts, locale);
        return new CountyPage(county, level, Period.of(history.stream().filter(past -> !past.since().isAfter(now)).toList()),
                history.stream().filter(coming -> coming.since().isAfter(now)).toList().reversed(), list, sections, questions,
                sections.stream().mapToInt(section -> section.rows().size()).sum());
    }

    /** The conditions under their headings, without those that the facts rule out. */
    static List<Section> sections(CountyList list, Map<String, ?> facts, Locale locale) {
        var sections = new ArrayList<Section>();
        for (var category : list.content().categories()) {
            var rows = list.content().itemsOf(category).stream().filter(item -> list.applies(item.code(), facts) != Boolean.FALSE)
                    .map(item -> row(list, item, locale)).toList();
            if (!rows.isEmpty()) {
                sections.add(new Section(category, rows));
            }
        }
        return sections;
    }

    /** Where filing begins, with the county and what was answered, so that neither is asked again. */
    public String start() {
        var start = UriComponentsBuilder.fromPath("/my/filings/new").queryParam("county", county.code());
        questions.stream().filter(question -> question.answer() != null)
                .forEach(question -> start.queryParam(question.fact().name(), question.answer()));
        return start.build().toUriString();
    }

    public boolean narrowed() {
        return questions.stream().anyMatch(question -> question.answer() != null);
    }

    private static Row row(CountyList list, ConditionItem item, Locale locale) {
        var computed = list.parametersOf(item.code());
        var provincial = list.provincialValues().getOrDefault(item.code(), Map.of());
        var figures = new ArrayList<Figure>();
        var eased = new ArrayList<Figure>();
        item.parameters().forEach((name, parameter) -> {
            var here = list.amount(parameter.value(), parameter.unit(), locale);
            if (provincial.containsKey(name)) {
                eased.add(new Figure(parameter.label(locale), here, list.amount(provincial.get(name), parameter.unit(), locale)));
            } else if (!computed.contains(name)) {
                figures.add(new Figure(parameter.label(locale), here, null));
            }
        });
        // what the facts alone decide is said by the item itself, unless it has figures of its own
        var requirement = item.answer() == AnswerType.NONE && item.parameters().isEmpty() ? "" : list.requirement(item.code(), locale);
        return new Row(item, requirement, list.appliesWhen(item.code(), locale), figures, eased);
    }

    private static String answer(String[] given) {
        return given != null && given.length == 1 && (given[0].equals("yes") || given[0].equals("no")) ? given[0] : null;
    }
}
