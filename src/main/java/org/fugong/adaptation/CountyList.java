package org.fugong.adaptation;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ListContent;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.Finding;
import org.fugong.rule.QuantityFormat;
import org.fugong.rule.RuleTexts;
import org.fugong.rule.Rules;
import org.fugong.web.NotFound;

/** What applies in one county: a version of the province's list with the county's adaptation applied. */
public final class CountyList {

    private final ConditionList list;
    private final CountyAdaptation revision;
    private final Adaptation adaptation;
    private final ListContent content;
    /** Judging asks for each item by its code, again and again. */
    private final Map<String, ConditionItem> byCode;
    private final Rules rules;

    public CountyList(ConditionList list, CountyAdaptation revision, Rules rules) {
        this(list, revision, revision == null ? Adaptation.NONE : revision.adaptation(), rules);
    }

    /** A list, a draft perhaps, as it would apply with what a county might ask less of. */
    public CountyList(ConditionList list, Adaptation supposed, Rules rules) {
        this(list, null, supposed, rules);
    }

    private CountyList(ConditionList list, CountyAdaptation revision, Adaptation adaptation, Rules rules) {
        this.list = list;
        this.revision = revision;
        this.adaptation = adaptation.carriedOverTo(list.content());
        this.content = this.adaptation.applied(list.content());
        this.byCode = content.items().stream().collect(Collectors.toMap(ConditionItem::code, item -> item));
        this.rules = rules;
    }

    public long listId() {
        return list.id();
    }

    public Long adaptationId() {
        return revision == null ? null : revision.id();
    }

    public int version() {
        return list.version();
    }

    /** The version as it is written on pages and receipts: 3, or 3.2 with the county's second revision. */
    public String versionLabel() {
        return revision == null ? String.valueOf(list.version()) : list.version() + "." + revision.revision();
    }

    public RiskLevel level() {
        return list.level();
    }

    public String basis() {
        return list.basis();
    }

    public Instant effectiveAt() {
        return revision == null || revision.effectiveAt().isBefore(list.effectiveAt()) ? list.effectiveAt() : revision.effectiveAt();
    }

    public ListContent content() {
        return content;
    }

    /** The province's list before the county's adaptation. */
    public ListContent provincial() {
        return list.content();
    }

    public List<ConditionItem> items() {
        return content.items();
    }

    public ConditionItem item(String code) {
        return Optional.ofNullable(byCode.get(code)).orElseThrow(NotFound::new);
    }

    /** What the province asks where this county asks less: item code, parameter name, the province's value. */
    public Map<String, Map<String, Double>> provincialValues() {
        var values = new LinkedHashMap<String, Map<String, Double>>();
        adaptation.relaxed().forEach((code, moved) -> list.content().item(code).ifPresent(item -> {
            var before = new LinkedHashMap<String, Double>();
            moved.keySet().forEach(name -> before.put(name, item.parameters().get(name).value()));
            values.put(code, before);
        }));
        return values;
    }

    /** The facts that the rules of the remaining items use, and so the only ones worth asking for. */
    public Set<String> factsUsed() {
        var facts = new HashSet<String>();
        items().forEach(item -> facts.addAll(rules.factsOf(item.code())));
        return facts;
    }

    /** The facts that the rule of an item uses. */
    public Set<String> factsOf(String code) {
        return rules.factsOf(code);
    }

    /** The facts that decide which of the remaining items apply. */
    public Set<String> factsDeciding() {
        var facts = new HashSet<String>();
        items().forEach(item -> facts.addAll(rules.factsDeciding(item.code())));
        return facts;
    }

    public List<Finding> check(Map<String, ?> facts, Map<String, ?> answers) {
        return items().stream().map(item -> rules.check(item, facts, answers.get(item.code()))).toList();
    }

    public Finding check(String code, Map<String, ?> facts, Map<String, ?> answers) {
        return rules.check(item(code), facts, answers.get(code));
    }

    /** Whether an item applies to these facts; null where they do not tell. */
    public Boolean applies(String code, Map<String, ?> facts) {
        return rules.applies(item(code), facts);
    }

    /** What an item asks for in figures, with the parameters of this county; empty where it asks for none. */
    public String requirement(String code, Locale locale) {
        return rules.requirement(item(code), locale);
    }

    /** The same with the figures of a firm, as far as these facts tell them. */
    public String requirement(String code, Map<String, ?> facts, Locale locale) {
        return rules.requirement(item(code), facts, locale);
    }

    /** When an item applies, in words; empty for one that applies to everybody. */
    public String appliesWhen(String code, Locale locale) {
        return rules.appliesWhen(item(code), locale);
    }

    /** The names of the parameters that an item's rule uses, and so its requirement names. */
    public Set<String> parametersOf(String code) {
        return rules.parametersOf(code);
    }

    /** Items of the province's list that this county has left out. */
    public List<ConditionItem> omitted() {
        return list.content().items().stream().filter(item -> content.item(item.code()).isEmpty()).toList();
    }

    /** A figure of this list with its unit, as the language writes it. */
    public String amount(double value, String unit, Locale locale) {
        return new QuantityFormat(content.units(), RuleTexts.of(locale).locale()).of(value, unit);
    }
}
