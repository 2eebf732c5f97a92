package org.fugong.draw.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fugong.draw.DrawRule;
import org.fugong.draw.DrawRule.StratumShare;
import org.fugong.draw.PoolScope;
import org.fugong.draw.Stratification;
import org.fugong.draw.recomputation.Stratum.Share;
import org.fugong.web.Dates;
import org.fugong.web.DayRange;
import org.fugong.web.Typed;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;

/** The preparation of a draw as typed: what the pool is narrowed to, and for each stratum how much is drawn, as {@code 5} or {@code 5%}. */
record DrawForm(Map<String, String> fields, List<String> departments) {

    /** The fields that decide the pool. */
    static final List<String> SCOPE = List.of("by", "size", "industry", "kind", "township", "park", "keyClass", "olderThan");

    private static final int LONGEST = 100;
    private static final int DIGITS = 9;

    static DrawForm typed(MultiValueMap<String, String> typed) {
        return new DrawForm(typed.toSingleValueMap(), typed.getOrDefault("departments", List.of()));
    }

    /** A field as it was typed. */
    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    /** The same with a field filled in, unless something was typed there. */
    DrawForm orElse(String field, String value) {
        if (fields.containsKey(field)) {
            return this;
        }
        var more = new HashMap<>(fields);
        more.put(field, value);
        return new DrawForm(more, departments);
    }

    /** What was typed of the stratum of a value, wherever it stood then. */
    String amount(String value) {
        for (int i = 1; fields.containsKey("value." + i); i++) {
            if (get("value." + i).equals(value)) {
                return get("amount." + i);
            }
        }
        return "";
    }

    Stratification by() {
        return Stream.of(Stratification.values()).filter(one -> one.name().equals(get("by"))).findFirst().orElse(Stratification.NONE);
    }

    PoolScope scope() {
        var days = Typed.whole(get("olderThan")).filter(count -> count >= 0 && count < 10_000).orElse(null);
        return new PoolScope(narrowed("township"), narrowed("park"), narrowed("industry"), narrowed("size"), narrowed("keyClass"),
                narrowed("kind"), days);
    }

    /** The fields of the pool that were not understood. */
    List<String> ignored() {
        return Stream.of("olderThan").filter(field -> !get(field).isBlank() && scope().olderThan() == null).toList();
    }

    /** The rule for strata of these values; what cannot be read is an error of its field. */
    DrawRule rule(List<String> values, BindingResult binding) {
        var atLeast = whole(get("atLeast").isBlank() ? "0" : get("atLeast"), -1);
        if (atLeast < 0) {
            binding.rejectValue("atLeast", "draw.at-least.unreadable");
        }
        var shares = new ArrayList<StratumShare>();
        for (int i = 0; i < values.size(); i++) {
            var field = "amount." + (i + 1);
            var share = share(values.get(i), get(field), Math.max(atLeast, 0));
            if (share == null) {
                binding.rejectValue(field, "draw.amount.unreadable");
            } else {
                shares.add(share);
            }
        }
        return new DrawRule(scope(), by(), shares, departments.stream().distinct().toList(), whole(get("tickets"), 0));
    }

    /** The time of the draw, or null with an error of its field. */
    Instant time(BindingResult binding) {
        var day = DayRange.read(get("day")).filter(DayRange.POSSIBLE::contains);
        if (day.isEmpty()) {
            binding.rejectValue("day", "draw.day.unreadable");
            return null;
        }
        try {
            return day.get().atTime(LocalTime.parse(Typed.plain(get("clock")))).atZone(Dates.ZONE).toInstant();
        } catch (DateTimeParseException e) {
            binding.rejectValue("clock", "draw.time.unreadable");
            return null;
        }
    }

    /** How much of a stratum is drawn, as it is typed. */
    static String text(StratumShare share) {
        return share.share() == Share.COUNT
                ? Integer.toString(share.amount())
                : BigDecimal.valueOf(share.amount(), 2).stripTrailingZeros().toPlainString() + "%";
    }

    static int whole(String typed, int otherwise) {
        return Typed.whole(typed).filter(number -> number >= 0).orElse(otherwise);
    }

    private static StratumShare share(String value, String typed, int atLeast) {
        var plain = Typed.plain(typed);
        if (!plain.endsWith("%")) {
            return Typed.whole(plain).map(count -> new StratumShare(value, Share.COUNT, count, 0)).orElse(null);
        }
        try {
            var number = new BigDecimal(plain.substring(0, plain.length() - 1).strip());
            var scaled = number.movePointRight(2).setScale(0, RoundingMode.UNNECESSARY);
            return scaled.precision() > DIGITS ? null : new StratumShare(value, Share.RATIO, scaled.intValueExact(), atLeast);
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private String narrowed(String field) {
        var plain = Typed.plain(get(field));
        return plain.isEmpty() || !Typed.isClean(plain, LONGEST, false) ? null : plain;
    }
}
