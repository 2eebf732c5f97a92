package org.fugong.demonstration;

import java.math.BigDecimal;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.fugong.enterprise.CreditCode;
import org.fugong.enterprise.KeyClass;
import org.fugong.enterprise.Particulars;
import org.fugong.enterprise.Phone;
import org.fugong.enterprise.Place;
import org.fugong.enterprise.Profile;

/** A firm that does not exist, with a code that was made up for it, and what happens to it in the demonstration. */
record DemonstrationFirm(CreditCode code, Particulars particulars, Profile profile, Place place, String story) {

    private static final Map<String, String> AREA_CODES = Map.of("6401", "0951", "6499", "0951", "6402", "0952", "6403", "0953",
            "6404", "0954", "6405", "0955");

    static DemonstrationFirm of(CSVRecord row, String countyName) {
        var county = row.get("county");
        var serial = (int) row.getRecordNumber();
        var address = countyName + row.get("address");
        // no subscriber's number in China begins with 1, so nobody is called
        var phone = new Phone("%s-1%06d".formatted(AREA_CODES.get(county.substring(0, 4)), serial));
        return new DemonstrationFirm(CreditCode.synthetic(county, "DEM%05d".formatted(serial)),
                new Particulars(row.get("name"), row.get("representative"), "经办人（虚构）", phone),
                new Profile(address, row.get("industry"), Integer.valueOf(row.get("staff")), new BigDecimal(row.get("revenue")),
                        new BigDecimal(row.get("assets")), KeyClass.valueOf(row.get("key"))),
                new Place("本部", address, county, known(row.get("township")), known(row.get("park"))), row.get("story"));
    }

    private static String known(String text) {
        return text.isEmpty() ? null : text;
    }
}
