package org.fugong.rule;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.ast.CelMutableExprConverter;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The part of CEL that the rules of one item are written in: facts {@code f.x}, parameters {@code p.x}, the {@code answer},
 * the {@code age} of a date, comparisons, arithmetic, and, or, not, a choice by condition, and membership. Without macros,
 * loops and patterns the cost
 * of an evaluation is bounded by the size of the rule.
 */
final class RuleLanguage {

    static final String ANSWER = "answer";
    /** How many days before the day of the check a date that was answered lies. */
    static final String AGE = "age";
    static final String FACT = "f.";
    static final String PARAMETER = "p.";

    private static final CelOptions OPTIONS = CelOptions.current().maxExpressionCodePointSize(Rules.LONGEST).maxParseRecursionDepth(32)
            .maxParseExpressionNodeCount(300).enableComprehension(false).build();
    private static final CelParser PARSER = CelParserFactory.standardCelParserBuilder().setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS).build();
    private static final CelStandardDeclarations OPERATORS = CelStandardDeclarations.newBuilder().includeFunctions(
            StandardFunction.CONDITIONAL, StandardFunction.LOGICAL_NOT, StandardFunction.LOGICAL_AND, StandardFunction.LOGICAL_OR,
            StandardFunction.EQUALS, StandardFunction.NOT_EQUALS, StandardFunction.IN, StandardFunction.LESS,
            StandardFunction.LESS_EQUALS, StandardFunction.GREATER, StandardFunction.GREATER_EQUALS).build();
    private static final List<String> ARITHMETIC = List.of("_+_", "_-_", "_*_", "_/_");

    private final SortedMap<String, CelType> names = new TreeMap<>();
    private final CelCompiler compiler;

    RuleLanguage(List<Fact> facts, Question item, boolean withAnswer) {
        facts.forEach(fact -> names.put(FACT + fact.name(), type(fact.type())));
        item.parameters().keySet().forEach(name -> names.put(PARAMETER + name, SimpleType.DOUBLE));
        if (withAnswer && item.answer() != AnswerType.NONE) {
            names.put(ANSWER, type(item.answer()));
        }
        if (withAnswer && item.answer() == AnswerType.DATE) {
            names.put(AGE, SimpleType.DOUBLE);
        }
        var builder = CelCompilerFactory.standardCelCompilerBuilder().setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false).setStandardDeclarations(OPERATORS).setResultType(SimpleType.BOOL);
        ARITHMETIC.forEach(operator -> builder.addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(operator,
                CelOverloadDecl.newGlobalOverload(overload(operator), SimpleType.DOUBLE, SimpleType.DOUBLE, SimpleType.DOUBLE))));
        names.forEach(builder::addVar);
        compiler = builder.build();
    }

    SortedMap<String, CelType> names() {
        return names;
    }

    Expression compile(String text) throws CelValidationException {
        return Expression.of(checked(text).getExpr());
    }

    CelAbstractSyntaxTree checked(String text) throws CelValidationException {
        return compiler.check(read(text)).getAst();
    }

    /** The tree of a rule whose names nobody has looked at; empty where it is not written correctly. */
    static Optional<Expression> parse(String text) {
        try {
            return Optional.of(Expression.of(read(text).getExpr()));
        } catch (CelValidationException | IllegalArgumentException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** A text as a rule writes it. */
    static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r") + "'";
    }

    private static CelAbstractSyntaxTree read(String text) throws CelValidationException {
        var parsed = PARSER.parse(text).getAst();
        var tree = CelMutableExprConverter.fromCelExpr(parsed.getExpr());
        writeIntegersAsDecimals(tree);
        return CelAbstractSyntaxTree.newParsedAst(CelMutableExprConverter.fromMutableExpr(tree), parsed.getSource());
    }

    /** All numbers of rules are doubles; an admin may write 100 all the same. */
    private static void writeIntegersAsDecimals(CelMutableExpr expr) {
        switch (expr.getKind()) {
            case CONSTANT -> {
                if (expr.constant().getKind() == CelConstant.Kind.INT64_VALUE) {
                    expr.setConstant(CelConstant.ofValue((double) expr.constant().int64Value()));
                }
            }
            case CALL -> {
                expr.call().target().ifPresent(RuleLanguage::writeIntegersAsDecimals);
                expr.call().args().forEach(RuleLanguage::writeIntegersAsDecimals);
            }
            case LIST -> expr.list().elements().forEach(RuleLanguage::writeIntegersAsDecimals);
            default -> {
            }
        }
    }

    private static CelType type(FactType type) {
        return switch (type) {
            case NUMBER -> SimpleType.DOUBLE;
            case YES_NO -> SimpleType.BOOL;
            case TEXT, CHOICE -> SimpleType.STRING;
        };
    }

    /** A date is its ISO text, so that a rule can say {@code answer >= '2020-02-01'}. */
    private static CelType type(AnswerType type) {
        return switch (type) {
            case NUMBER -> SimpleType.DOUBLE;
            case YES_NO -> SimpleType.BOOL;
            default -> SimpleType.STRING;
        };
    }

    static String overload(String operator) {
        return "decimal" + operator;
    }
}
