package org.fugong.draw.recomputation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads the file of a pool line by line: first its head, then firm after firm, of which it keeps none. */
final class PoolReading {

    private static final List<String> ORDER = List.of("scope", "left-out", "stratum", "department", "inspector", "firm");
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z-]{1,40}");
    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final int DRAW = 2;

    private final Lines lines;
    private final Map<String, String> scope = new LinkedHashMap<>();
    private final Map<String, Integer> leftOut = new LinkedHashMap<>();
    private final List<Stratum> strata = new ArrayList<>();
    private final Map<String, Integer> departments = new LinkedHashMap<>();
    private final List<PoolInspector> inspectors = new ArrayList<>();
    private final Consumer<PoolHead> head;
    private final Consumer<PoolFirm> firms;
    private String draw;
    private int read;
    private int part;
    private String last = "";
    private int[] found;

    PoolReading(Lines lines, Consumer<PoolHead> head, Consumer<PoolFirm> firms) {
        this.lines = lines;
        this.head = head;
        this.firms = firms;
    }

    /** Takes the next line. */
    void line(String line) {
        read++;
        var fields = line.split("\t", -1);
        if (read == 1) {
            require(line.equals(PoolHead.FORMAT), "this is not a pool of version 1");
        } else if (read == DRAW) {
            require(fields.length == 2 && fields[0].equals("draw"), "the number of the draw is missing");
            draw = number(fields[1]);
        } else {
            int next = ORDER.indexOf(fields[0]);
            require(next >= part, "it is out of order or unknown: " + fields[0]);
            if (next == ORDER.size() - 1 && part < next) {
                begin();
            }
            part = next;
            switch (fields[0]) {
                case "scope" -> scope.put(fields(fields, 3)[1], fields[2]);
                case "left-out" -> leftOut.put(fields(fields, 3)[1], whole(fields[2]));
                case "stratum" -> stratum(fields(fields, 7));
                case "department" -> departments.put(fields(fields, 3)[1], whole(fields[2]));
                case "inspector" -> inspector(fields(fields, 4));
                default -> firm(fields(fields, 5));
            }
        }
    }

    /** Says that there are no more lines. */
    void end() {
        if (found == null) {
            begin();
        }
        strata.forEach(stratum -> require(found[stratum.key()] == stratum.firms(),
                "stratum %d has %d firms and says %d".formatted(stratum.key(), found[stratum.key()], stratum.firms())));
    }

    private void begin() {
        require(!strata.isEmpty(), "there is no stratum");
        found = new int[strata.size() + 1];
        last = "";
        head.accept(new PoolHead(draw, scope, leftOut, List.copyOf(strata), departments, List.copyOf(inspectors)));
    }

    private void stratum(String[] fields) {
        require(whole(fields[1]) == strata.size() + 1, "strata count from one");
        require(fields[2].equals("count") || fields[2].equals("ratio"), "a stratum has a count or a ratio");
        strata.add(new Stratum(strata.size() + 1, fields[2].equals("count") ? Stratum.Share.COUNT : Stratum.Share.RATIO, whole(fields[3]),
                whole(fields[4]), whole(fields[5]), fields[6]));
    }

    private void inspector(String[] fields) {
        require(number(fields[1]).compareTo(last) > 0, "inspectors stand in the order of their numbers");
        require(Character.isLetter(fields[1].charAt(0)), "the number of an inspector begins with a letter");
        last = fields[1];
        inspectors.add(
                new PoolInspector(fields[1], fields[2], fields[3].isEmpty() ? Set.of() : new TreeSet<>(List.of(fields[3].split(" ")))));
    }

    private void firm(String[] fields) {
        var firm = new PoolFirm(whole(fields[1]), number(fields[2]), whole(fields[3]), fields[4]);
        require(firm.stratum() > 0 && firm.stratum() <= strata.size(), "there is no such stratum");
        require(firm.number().compareTo(last) > 0, "firms stand in the order of their numbers, each once");
        require(firm.tickets() > 0 && firm.tickets() <= PoolFirm.MOST_TICKETS,
                "a firm has 1 to %d tickets".formatted(PoolFirm.MOST_TICKETS));
        last = firm.number();
        found[firm.stratum()]++;
        firms.accept(firm);
    }

    private String[] fields(String[] fields, int count) {
        require(fields.length == count, "it has %d fields instead of %d".formatted(fields.length, count));
        return fields;
    }

    private String number(String text) {
        require(NUMBER.matcher(text).matches(), "this is no number of a draw, a firm or an inspector: " + text);
        return text;
    }

    private int whole(String text) {
        require(WHOLE.matcher(text).matches(), "this is no whole number: " + text);
        return Integer.parseInt(text);
    }

    private void require(boolean fine, String why) {
        if (!fine) {
            throw lines.malformed(why);
        }
    }
}
