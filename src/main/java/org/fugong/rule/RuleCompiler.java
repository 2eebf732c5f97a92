package org.fugong.rule;

import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one rule of an item: compiles it, or says in words that an admin understands what is wrong and where. */
final class RuleCompiler {

    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
    private static final Pattern MISTYPED = Pattern.compile("found no matching overload for '([^']*)' applied to '([^']*)'.*");
    private static final Pattern UNEXPECTED = Pattern.compile("expected type '([^']*)' but found '([^']*)'.*");
    private static final Pattern UNREAD = Pattern.compile(".*(?:error at: |input )'(.*?)'(?: expecting .*)?", Pattern.DOTALL);
    private static final Pattern MISSING = Pattern.compile("missing '(.*?)' at .*", Pattern.DOTALL);
    private static final Pattern TOO_BIG = Pattern.compile(".*(recursion limit|node limit|code point).*", Pattern.CASE_INSENSITIVE);

    private final String code;
    private final String part;
    private final String text;
    private final RuleLanguage language;
    private final List<RuleProblem> problems = new ArrayList<>();

    RuleCompiler(String code, String part, String text, RuleLanguage language) {
        this.code = code;
        this.part = part;
        this.text = text == null ? "" : text;
        this.language = language;
    }

    Optional<Expression> read() {
        if (text.isBlank()) {
            return wrong(0, "rule.problem.empty");
        }
        if (text.length() > Rules.LONGEST) {
            return wrong(0, "rule.problem.long", String.valueOf(Rules.LONGEST));
        }
        var tooDeep = NestingDepth.tooDeep(text);
        if (tooDeep.isPresent()) {
            return wrong(tooDeep.getAsInt() + 1, "rule.problem.nested", String.valueOf(NestingDepth.DEEPEST));
        }
        try {
            return Optional.of(language.compile(text));
        } catch (CelValidationException e) {
            e.getErrors().forEach(this::note);
            return Optional.empty();
        } catch (RuntimeException e) {
            return wrong(0, "rule.problem.unreadable", String.valueOf(e.getMessage()));
        }
    }

    List<RuleProblem> problems() {
        return problems;
    }

    private void note(CelIssue issue) {
        int offset = offset(issue);
        var undeclared = UNDECLARED.matcher(issue.getMessage());
        var mistyped = MISTYPED.matcher(issue.getMessage());
        var unexpected = UNEXPECTED.matcher(issue.getMessage());
        if (TOO_BIG.matcher(issue.getMessage()).matches()) {
            wrong(0, "rule.problem.deep");
        } else if (undeclared.matches()) {
            noteUnknown(undeclared.group(1), offset);
        } else if (mistyped.matches()) {
            wrong(offset + 1, "rule.problem.types", mistyped.group(1).replace("_", "").replace("@", ""), mistyped.group(2));
        } else if (unexpected.matches()) {
            wrong(offset + 1, "rule.problem.verdict", unexpected.group(2));
        } else {
            noteUnread(issue.getMessage(), offset);
        }
    }

    private void noteUnread(String message, int offset) {
        var unread = UNREAD.matcher(message);
        var missing = MISSING.matcher(message);
        if (message.startsWith("For input string")) {
            wrong(offset + 1, "rule.problem.too-large");
        } else if (missing.matches()) {
            wrong(offset + 1, "rule.problem.missing", missing.group(1));
        } else if (!unread.matches()) {
            wrong(offset + 1, "rule.problem.syntax", message);
        } else if (unread.group(1).equals("<EOF>")) {
            wrong(offset + 1, "rule.problem.unfinished");
        } else {
            wrong(offset + 1, "rule.problem.unexpected", unread.group(1));
        }
    }

    private void noteUnknown(String reference, int offset) {
        int start = offset;
        while (start > 0 && partOfName(text.charAt(start - 1))) {
            start--;
        }
        start += text.startsWith(".", start) ? 1 : 0;
        int end = offset;
        while (end < text.length() && partOfName(text.charAt(end))) {
            end++;
        }
        String name = start == end ? reference : text.substring(start, end);
        if (name.equals(RuleLanguage.ANSWER)) {
            wrong(start + 1, "rule.problem.no-answer");
        } else if (reference.equals("-_")) {
            wrong(offset + 1, "rule.problem.minus");
        } else if (end < text.length() && text.charAt(end) == '(') {
            wrong(start + 1, "rule.problem.function", name.substring(name.lastIndexOf('.') + 1));
        } else {
            nearest(name).ifPresentOrElse(
                    near -> wrong(start(name, offset), "rule.problem.unknown-near", name, near),
                    () -> wrong(start(name, offset), "rule.problem.unknown", name, String.join(", ", language.names().keySet())));
        }
    }

    private int start(String name, int offset) {
        return Math.max(text.lastIndexOf(name, offset), 0) + 1;
    }

    private Optional<String> nearest(String name) {
        return language.names().keySet().stream().min(Comparator.comparingInt(known -> distance(name, known)))
                .filter(known -> distance(name, known) <= Math.max(2, name.length() / 3));
    }

    /** How many letters must be put in, left out or changed to turn one name into the other (Levenshtein). */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    private int offset(CelIssue issue) {
        int line = 1;
        int start = 0;
        while (line < issue.getSourceLocation().getLine() && text.indexOf('\n', start) >= 0) {
            start = text.indexOf('\n', start) + 1;
            line++;
        }
        return Math.clamp(start + (long) issue.getSourceLocation().getColumn(), 0, text.length());
    }

    private static boolean partOfName(char c) {
        return c == '.' || c == '_' || Character.isLetterOrDigit(c);
    }

    private Optional<Expression> wrong(int place, String key, String... arguments) {
        problems.add(new RuleProblem(code, part, place, key, List.of(arguments)));
        return Optional.empty();
    }
}
