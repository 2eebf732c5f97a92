package org.fugong.filing;

import java.util.List;
import java.util.Map;
import org.fugong.adaptation.CountyList;
import org.fugong.attachment.AttachedFiles;
import org.fugong.enterprise.Industry;
import org.fugong.rule.Fact;
import org.fugong.rule.Finding;

/** A filing as a desk reads it: its list, the facts that it asks for, and what was found, is owed and attached, by the code of the item. */
public record FiledContents(Filing filing, CountyList list, List<Fact> asked, Industry industry, Map<String, Finding> findings,
        Map<String, OwedItem> owed, AttachedFiles attached) {
}
