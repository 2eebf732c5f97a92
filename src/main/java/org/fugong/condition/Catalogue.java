package org.fugong.condition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.fugong.condition.file.ListReading;
import org.fugong.risk.RiskLevel;

/** The catalogue of conditions that the first list versions are made from ({@code data/conditions.yaml}). */
public final class Catalogue {

    private final byte[] file;

    private Catalogue(byte[] file) {
        this.file = file;
    }

    public static Catalogue read() {
        try (InputStream yaml = Catalogue.class.getResourceAsStream("/data/conditions.yaml")) {
            return new Catalogue(yaml.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return new String(file, StandardCharsets.UTF_8);
    }

    /** The list of a risk level (low, medium or high). */
    public ListContent at(String level) {
        return ListReading.trusted(file, RiskLevel.valueOf(level.toUpperCase(Locale.ROOT)));
    }
}
