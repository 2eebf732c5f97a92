/** Fields that a list defines and no form: how an answer or a fact is read as it was typed, and written as a field holds it. */
@NamedInterface("field")
package org.fugong.submission.field;

import org.springframework.modulith.NamedInterface;
