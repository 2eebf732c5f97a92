/** What pages of several modules show of a list: the differences of two versions field by field, and the parameters of an item. */
@NamedInterface("page")
package org.fugong.condition.page;

import org.springframework.modulith.NamedInterface;
