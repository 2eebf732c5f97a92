/** Tables as people upload them: text or workbook, in any order of columns, with every problem at its row and column. */
@NamedInterface("table")
package org.fugong.web.table;

import org.springframework.modulith.NamedInterface;
