package org.fugong.condition.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The bytes of a file from anywhere as a YAML tree; nothing is built of what nests too deep or refers to itself. */
record YamlText(byte[] bytes, FileProblems problems) {

    static final int LARGEST = 512 * 1024;

    private static final int DEEPEST = 12;
    private static final LoadSettings SETTINGS = LoadSettings.builder().setCodePointLimit(LARGEST).setMaxAliasesForCollections(0).build();

    /** The tree; empty where there is none, which has been noted. */
    Optional<YamlPart> read() {
        if (bytes.length > LARGEST) {
            problems.note(0, "editor.file.large", LARGEST / 1024);
            return Optional.empty();
        }
        return decoded().filter(this::harmless).flatMap(this::composed);
    }

    private Optional<String> decoded() {
        var text = CharBuffer.allocate(bytes.length);
        var result = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), text, true);
        var read = text.flip().toString();
        if (result.isError()) {
            problems.note(lines(read), "editor.file.encoding");
            return Optional.empty();
        }
        return Optional.of(read.startsWith("\uFEFF") ? read.substring(1) : read);
    }

    private boolean harmless(String text) {
        int deep = 0;
        try {
            for (var event : new Parse(SETTINGS).parseString(text)) {
                deep += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
                if (deep > DEEPEST || event instanceof AliasEvent) {
                    problems.note(line(event), deep > DEEPEST ? "editor.file.deep" : "editor.file.alias");
                    return false;
                }
            }
            return true;
        } catch (YamlEngineException e) {
            return unreadable(text, e).isPresent();
        }
    }

    private Optional<YamlPart> composed(String text) {
        try {
            var node = new Compose(SETTINGS).composeString(text);
            if (node.isEmpty()) {
                problems.note(0, "editor.file.empty");
            }
            return node.map(root -> YamlPart.root(root, problems));
        } catch (YamlEngineException e) {
            return unreadable(text, e);
        }
    }

    private Optional<YamlPart> unreadable(String text, YamlEngineException e) {
        var mark = e instanceof MarkedYamlEngineException marked
                ? marked.getProblemMark().or(marked::getContextMark)
                : Optional.<Mark>empty();
        int line = e instanceof ReaderException reader
                ? lines(text.substring(0, Math.min(text.length(), reader.getPosition())))
                : mark.map(at -> at.getLine() + 1).orElse(0);
        problems.note(line, "editor.file.yaml");
        return Optional.empty();
    }

    private static int lines(String text) {
        return 1 + (int) text.chars().filter(c -> c == '\n').count();
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
