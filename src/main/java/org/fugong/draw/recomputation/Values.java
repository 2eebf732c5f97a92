package org.fugong.draw.recomputation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The values by which one draw orders firms and inspectors: HMAC-SHA256 with the seed as key, compared as unsigned bytes. */
final class Values {

    private final Mac mac;
    private final String draw;

    Values(Seed seed, String draw) {
        this.draw = draw;
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed.bytes(), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The smallest value of the tickets of a firm, which are counted from one. */
    byte[] ofFirm(PoolFirm firm) {
        var smallest = of(firm.number(), "1");
        for (int ticket = 2; ticket <= firm.tickets(); ticket++) {
            var value = of(firm.number(), Integer.toString(ticket));
            smallest = Arrays.compareUnsigned(value, smallest) < 0 ? value : smallest;
        }
        return smallest;
    }

    /** The value that decides between inspectors who have as many firms, about one firm. */
    byte[] ofInspector(String firm, PoolInspector inspector) {
        return of(firm, inspector.number());
    }

    private byte[] of(String firm, String what) {
        return mac.doFinal((draw + "|" + firm + "|" + what).getBytes(StandardCharsets.UTF_8));
    }

    static String text(byte[] value) {
        return HexFormat.of().formatHex(value);
    }
}
