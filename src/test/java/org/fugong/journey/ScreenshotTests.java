package org.fugong.journey;

import java.nio.file.Path;
import org.fugong.enterprise.CreditCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The two pictures of the README, taken anew by {@code ./mvnw test -Dtest=ScreenshotTests -Dfugong.screenshots=true}. */
@JourneyTest
@EnabledIfSystemProperty(named = "fugong.screenshots", matches = "true")
class ScreenshotTests {

    private static final Path FOLDER = Path.of("src", "docs");

    @Test
    void theHomePage(Visitor reader) {
        reader.goTo("/").photograph(FOLDER.resolve("home.png"), false);
    }

    /** Of a firm of the demonstration that still owes some items. */
    @Test
    void aReceipt(Visitor clerk) {
        clerk.signIn(CreditCode.synthetic("640104", "DEM00004").value()).follow("640104-").photograph(FOLDER.resolve("receipt.png"), false);
    }
}
