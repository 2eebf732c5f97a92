package org.fugong.web;

import java.time.Duration;
import org.springframework.http.ResponseCookie;

/** The county whose page a browser looked at last, which a cookie remembers by its code. */
public final class RememberedCounty {

    /** The name of the cookie. */
    public static final String COOKIE = "county";

    private RememberedCounty() {
    }

    /** The cookie for a county, as the value of a header. */
    public static String cookie(String county) {
        return ResponseCookie.from(COOKIE, county).path("/").maxAge(Duration.ofDays(365)).httpOnly(true).sameSite("Lax").build().toString();
    }
}
