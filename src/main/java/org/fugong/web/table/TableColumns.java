package org.fugong.web.table;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The columns that a table must have, each by the names that people head it with. */
public final class TableColumns<C extends Enum<C>> {

    /** Among how many rows that hold something the head is looked for: titles stand above it. */
    static final int HEAD_ROWS = 10;

    /** What is longer heads no column. */
    private static final int LONGEST = 100;
    private static final Pattern EXPLAINED = Pattern.compile("\\([^()]*\\)|\\[[^]]*]|【[^】]*】");
    private static final Pattern SET_APART = Pattern.compile("[^\\p{L}\\p{Nd}]");

    private final Map<C, Names> names;

    public TableColumns(Map<C, Names> names) {
        this.names = new EnumMap<>(names);
    }

    /** How a column may be headed; the names {@code otherwise} count where the table has none of the others. */
    public record Names(Set<String> names, Set<String> otherwise, boolean moments) {

        /** Of names in which width, capitals, spaces and punctuation do not matter. */
        public static Names of(String... names) {
            return new Names(plain(names), Set.of(), false);
        }

        public Names otherwise(String... others) {
            return new Names(names, plain(others), moments);
        }

        /** The same, of a column of times, which a spreadsheet keeps as numbers. */
        public Names ofMoments() {
            return new Names(names, otherwise, true);
        }

        private static Set<String> plain(String... names) {
            return Stream.of(names).map(TableColumns::plain).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** The head of a table: in which row, and in which places each column stands. */
    record Head<C>(RawRow row, Map<C, List<Integer>> places) {

        int columns() {
            return (int) places.values().stream().filter(found -> !found.isEmpty()).count();
        }

        String text(C column) {
            return places.get(column).stream().map(row::text).map(Table::line).collect(Collectors.joining(" / "));
        }
    }

    /** The first of the rows that name the most columns; a single name may stand in any row. */
    Optional<Head<C>> head(List<RawRow> rows) {
        return rows.stream().limit(HEAD_ROWS).map(this::head).filter(head -> head.columns() >= Math.min(2, names.size()))
                .max(Comparator.<Head<C>>comparingInt(Head::columns).thenComparing(head -> -head.row().number()));
    }

    boolean ofMoments(C column) {
        return names.get(column).moments();
    }

    List<TableProblem> problems(Head<C> head) {
        var problems = new ArrayList<TableProblem>();
        head.places().forEach((column, places) -> {
            if (places.size() != 1) {
                problems.add(new TableProblem(head.row().number(), column, "",
                        places.isEmpty() ? FileFault.MISSING_COLUMN : FileFault.TWICE_NAMED, head.text(column), ""));
            }
        });
        return problems;
    }

    private Head<C> head(RawRow row) {
        // a row of more cells is refused, but not before all rows are read
        var cells = IntStream.range(0, Math.min(row.width(), Table.WIDEST)).mapToObj(row::text).map(TableColumns::meanings).toList();
        var places = new EnumMap<C, List<Integer>>(names.keySet().iterator().next().getDeclaringClass());
        names.forEach((column, called) -> {
            var found = places(cells, called.names());
            places.put(column, found.isEmpty() ? places(cells, called.otherwise()) : found);
        });
        return new Head<>(row, places);
    }

    private static List<Integer> places(List<List<String>> cells, Set<String> names) {
        return IntStream.range(0, cells.size()).filter(at -> cells.get(at).stream().anyMatch(names::contains)).boxed().toList();
    }

    /** The whole name, as of 县（区）, and the name without what is explained in brackets, as of 等级（低、中、高）. */
    private static List<String> meanings(String text) {
        return text.length() > LONGEST
                ? List.of()
                : List.of(plain(text), plain(EXPLAINED.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("")));
    }

    private static String plain(String name) {
        return SET_APART.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
