package org.fugong.draw.recomputation;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A draw as somebody computes it who has read {@code src/docs/draws.md} and nothing else: no line of it is shared with the portal. */
public final class DocumentedDraw {

    private final List<String[]> pool;
    private final String draw;
    private final Mac mac;

    private record Drawn(String value, String firm) {
    }

    private DocumentedDraw(String seed, String pool) throws GeneralSecurityException {
        this.pool = pool.lines().map(line -> line.split("\t", -1)).toList();
        this.draw = this.pool.get(1)[1];
        mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(seed.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
    }

    /** The lines of the result for the file of a pool. */
    public static List<String> result(String seed, String pool) {
        try {
            return new DocumentedDraw(seed, pool).result();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> result() {
        var result = new ArrayList<String>();
        var given = new HashMap<String, Integer>();
        for (var stratum : rows("stratum")) {
            var drawn = rows("firm").stream().filter(firm -> firm[1].equals(stratum[1])).map(firm -> new Drawn(value(firm), firm[2]))
                    .sorted((a, b) -> a.value.equals(b.value) ? a.firm.compareTo(b.firm) : a.value.compareTo(b.value))
                    .limit(size(stratum)).toList();
            for (int i = 0; i < drawn.size(); i++) {
                var firm = drawn.get(i).firm;
                var inspectors = inspectors(firm, given);
                inspectors.forEach(one -> given.merge(one, 1, Integer::sum));
                result.add("drawn\t" + stratum[1] + "\t" + (i + 1) + "\t" + firm + "\t" + drawn.get(i).value + "\t"
                        + (inspectors.isEmpty() ? "not-staffed" : String.join(" ", inspectors)));
            }
        }
        return result;
    }

    private List<String> inspectors(String firm, Map<String, Integer> given) {
        var sent = new ArrayList<String>();
        for (var department : rows("department")) {
            var able = rows("inspector").stream()
                    .filter(one -> one[2].equals(department[1]) && !Arrays.asList(one[3].split(" ")).contains(firm)).map(one -> one[1])
                    .sorted((a, b) -> given.getOrDefault(a, 0).equals(given.getOrDefault(b, 0))
                            ? hmac(firm + "|" + a).compareTo(hmac(firm + "|" + b))
                            : given.getOrDefault(a, 0) - given.getOrDefault(b, 0))
                    .toList();
            int wanted = Integer.parseInt(department[2]);
            if (able.size() < wanted) {
                return List.of();
            }
            sent.addAll(able.subList(0, wanted));
        }
        return sent;
    }

    private static long size(String[] stratum) {
        if (stratum[2].equals("count")) {
            return Long.parseLong(stratum[3]);
        }
        var parts = new BigInteger(stratum[5]).multiply(new BigInteger(stratum[3])).divideAndRemainder(BigInteger.valueOf(10_000));
        return Math.max(Long.parseLong(stratum[4]), parts[0].longValue() + parts[1].signum());
    }

    private String value(String[] firm) {
        var least = "z";
        for (int ticket = 1; ticket <= Integer.parseInt(firm[3]); ticket++) {
            var value = hmac(firm[2] + "|" + ticket);
            least = value.compareTo(least) < 0 ? value : least;
        }
        return least;
    }

    private String hmac(String rest) {
        return HexFormat.of().formatHex(mac.doFinal((draw + "|" + rest).getBytes(StandardCharsets.UTF_8)));
    }

    private List<String[]> rows(String kind) {
        return pool.stream().filter(row -> row[0].equals(kind)).toList();
    }
}
