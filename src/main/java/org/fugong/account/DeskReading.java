package org.fugong.account;

import java.util.List;
import java.util.Locale;
import org.fugong.region.County;
import org.fugong.region.CountyNames;
import org.fugong.region.Regions;
import org.fugong.web.FilterBar.Choice;
import org.fugong.web.FilterBar.Group;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;

/** Whose desk somebody reads: who belongs to a county reads the own, an admin of a province those of all its counties. */
@Component
public class DeskReading {

    private final Regions regions;
    private final CountyNames names;

    DeskReading(Regions regions, CountyNames names) {
        this.regions = regions;
        this.names = names;
    }

    /** The county whose desk is read, of which an admin of a province names one; {@link NotFound} where it is none of theirs. */
    public String county(Actor reader, String named) {
        if (reader.role().ofCounty()) {
            return reader.scope();
        }
        if (named == null || !regions.covers(reader.scope(), named) || regions.county(named).isEmpty()) {
            throw new NotFound();
        }
        return named;
    }

    /** The same of a filing, whose number begins with the code of its county. */
    public String countyOf(Actor reader, String number) {
        return county(reader, number.length() < 6 ? null : number.substring(0, 6));
    }

    /** The counties whose desks may be read. */
    public List<String> counties(Actor reader) {
        return regions.within(reader.scope()).stream().map(County::code).toList();
    }

    /** The counties to choose from: none for those who read only one. */
    public List<County> choice(Actor reader) {
        return reader.role().ofCounty() ? List.of() : regions.within(reader.scope());
    }

    /** The same by prefecture, as a filter shows them. */
    public List<Group> choice(Actor reader, Locale locale) {
        return County.byPrefecture(choice(reader), locale).entrySet().stream()
                .map(prefecture -> new Group(prefecture.getKey(), prefecture.getValue().stream()
                        .map(county -> new Choice(county.code(), county.name(locale), names.words(county))).toList(),
                        names.wordsAbove(prefecture.getValue().getFirst())))
                .toList();
    }

    /** Whether somebody also acts there, which is for the officials of the county alone. */
    public boolean acts(Actor reader) {
        return reader.role() == Role.OFFICIAL;
    }
}
