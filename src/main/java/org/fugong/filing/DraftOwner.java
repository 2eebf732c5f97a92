package org.fugong.filing;

import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Site;

/** The firm of a draft and the site that it is for. */
public record DraftOwner(Enterprise enterprise, Site site) {
}
