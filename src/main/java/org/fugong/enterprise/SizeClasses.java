package org.fugong.enterprise;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.fugong.enterprise.Sizing.Bounds;
import org.fugong.enterprise.Sizing.Measure;
import org.fugong.enterprise.Sizing.Sector;

/** The bounds of large, medium and small enterprises in each sector of industry (size-classes.csv). */
public final class SizeClasses {

    private static final Map<String, Measure> MEASURES = Map.of("employees", Measure.STAFF, "revenue", Measure.REVENUE, "assets",
            Measure.ASSETS);

    private static final String ALL_OTHERS = "*";

    private static final SizeClasses STANDARD = read(ReferenceData.rows("size-classes.csv"));

    private final Map<String, Sector> sectors;

    private SizeClasses(Map<String, Sector> sectors) {
        this.sectors = sectors;
    }

    public static SizeClasses standard() {
        return STANDARD;
    }

    /** The size of an enterprise of an industry division; measures not known are null. */
    public Sizing of(String division, Integer staff, BigDecimal revenue, BigDecimal assets) {
        return Sizing.of(sectors.getOrDefault(division, sectors.get(ALL_OTHERS)), staff, revenue, assets);
    }

    private static SizeClasses read(List<CSVRecord> rows) {
        var sectors = new HashMap<String, Sector>();
        for (var row : rows) {
            var sector = new Sector(row.get("sector"), row.get("sector_en"), List.of(bounds(row)));
            for (var division : row.get("divisions").split(" ")) {
                sectors.merge(division, sector, (known, more) -> known.and(bounds(row)));
            }
        }
        return new SizeClasses(Map.copyOf(sectors));
    }

    private static Bounds bounds(CSVRecord row) {
        return new Bounds(MEASURES.get(row.get("measure")), new BigDecimal(row.get("large_from")),
                new BigDecimal(row.get("medium_from")), new BigDecimal(row.get("small_from")));
    }
}
