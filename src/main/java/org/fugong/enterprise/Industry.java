package org.fugong.enterprise;

import java.util.Locale;

/** A section (letter) or division (two digits) of economic activity, GB/T 4754-2017. */
public record Industry(String code, String name, String nameEn, String parent) {

    public boolean isSection() {
        return parent == null;
    }

    public String name(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? nameEn : name;
    }
}
