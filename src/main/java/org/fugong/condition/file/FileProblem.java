package org.fugong.condition.file;

import org.springframework.context.MessageSourceResolvable;

/** What is wrong in a file, in which line (0: with the file as a whole) and with which condition or example (null: with none). */
public record FileProblem(int line, String item, MessageSourceResolvable message) {
}
