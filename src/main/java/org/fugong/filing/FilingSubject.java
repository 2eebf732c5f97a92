package org.fugong.filing;

import org.fugong.enterprise.KeyClass;
import org.fugong.enterprise.SizeClass;

/** Who files and for which site, as it was when the filing was submitted. */
public record FilingSubject(String creditCode, String name, String registeredAddress, String site, String address, String township,
        String park, String industry, SizeClass size, KeyClass keyClass, String legalRepresentative,
        String contact, String phone) {
}
